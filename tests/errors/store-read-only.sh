#!/bin/sh
# A folder that may not be written can be read, and is not added to.
. "${0%/*}/../case.sh"
[ "$(id -u)" != 0 ] || command -v setpriv >/dev/null ||
  skip "root may write anywhere, and there is no setpriv"
printf '<http://e/a> <http://e/p> "x" <http://e/g> .\n' >g.nq
printf '<http://e/b> <http://e/p> "x" <http://e/h> .\n' >h.nq
attache store add news g.nq
gives 0
chmod -R a-w,a+rX news
chmod a+rx . g.nq h.nq

# As nobody, if that makes a difference.
plain() {
  command="attache $*"
  status=0
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid 65534 --regid 65534 --clear-groups "$program" "$@" \
      >"$out" 2>"$err" || status=$?
  else
    "$program" "$@" >"$out" 2>"$err" || status=$?
  fi
}
plain --version
[ "$status" = 0 ] || skip "nobody may not run the program"
plain store add news h.nq
gives 1
says 'news: The store cannot be used: Permission denied'
plain store export news
gives 0
cmp g.nq "$out" || fail "what is there is not read"
chmod -R u+w news
