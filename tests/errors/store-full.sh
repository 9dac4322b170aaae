#!/bin/sh
# A disk that is full is told in one line; what was there stays.
. "${0%/*}/../case.sh"
printf '<http://e/a> <http://e/p> "x" <http://e/g> .\n' >g.nq
awk 'BEGIN {
  for (i = 0; i < 50000; i++)
    printf "<http://e/%d> <http://e/p> \"%d\" <http://e/h> .\n", i, i
}' >many.nq
attache store add news g.nq
gives 0
status=0
# Files of at most 2 MiB stand for a small disk.
(
  trap '' XFSZ
  ulimit -f 4096
  exec "$program" store add news many.nq
) >"$out" 2>"$err" || status=$?
command='attache store add'
gives 1
says 'news: The store cannot be used: File too large'
[ "$(wc -l <"$err")" -eq 1 ] || fail "more than a line is said"
attache store export news
gives 0
cmp g.nq "$out" || fail "what was there is not"
attache store add news many.nq
gives 0
