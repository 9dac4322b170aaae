#!/bin/sh
# A store on a disk that is full, or may only be read, keeps what it has, and says
# what is wrong.
. "${0%/*}/../case.sh"
if [ "${1-}" != mounted ]; then
  command -v unshare >/dev/null || skip "no unshare"
  unshare -m true 2>/dev/null || skip "no file systems may be mounted"
  unshare -m sh "$root/tests/cli/store-full.sh" mounted
  exit
fi
mkdir disk
mount -t tmpfs -o size=3m none disk || skip "no tmpfs"
trap 'umount disk; rm -rf "$folder"' EXIT
for i in 1 2 3 4 5 6 7 8 9; do
  awk -v i="$i" 'BEGIN {
    for (j = 0; j < 4000; j++)
      printf "<http://e/%d> <http://e/p> \"%d of %d\" <http://e/g%d> .\n", j, j, i, i
  }' >"$i.nq"
done
attache store add disk/store 1.nq
gives 0
attache store add disk/store 2.nq 3.nq 4.nq 5.nq 6.nq 7.nq 8.nq 9.nq
gives 1
says 'attache: disk/store: '
says 'No space left on device'
[ "$(wc -l <"$err")" -le 8 ] || fail "more than a line for each file"
# What was committed is there, whole; nothing else is.
attache store list disk/store
gives 0
quiet
held=$(wc -l <"$out")
[ "$held" -ge 1 ] && [ "$held" -lt 9 ] || fail "$held graphs are there"
awk '$2 != 4000 { exit 1 }' "$out" || fail "a graph is there in part"
# What may only be read is read.
mount -o remount,ro disk
attache store list disk/store
gives 0
quiet
attache query -f csv --store disk/store \
  'SELECT (COUNT(*) AS ?n) { GRAPH <http://e/g1> { ?s ?p ?o } }'
gives 0
prints 4000
attache store add disk/store 2.nq
gives 1
says 'attache: disk/store: '
says 'Read-only file system'
