#!/bin/sh
# Whichever system call fails, and however: the documented exit code, a line that
# says so, and an output that is complete or absent.
#
# ATTACHE_FAULTS is how many calls of each kind fail (3) in each command, spread
# over all it makes once it is loaded; 0: every one.
. "${0%/*}/../case.sh"
. "$root/tests/faults/common"
points=${ATTACHE_FAULTS:-3}
command -v strace >/dev/null || skip "no strace"
strace -o /dev/null true 2>/dev/null || skip "no process may be traced"
at=0

# The calls, and how each of them may fail.
faults='write:ENOSPC write:EIO write:EPIPE read:EIO read:EINTR openat:EMFILE
  openat:EACCES fsync:EIO rename:ENOSPC close:EIO newfstatat:EIO lseek:EIO
  getdents64:EIO mmap:ENOMEM mkdir:EROFS pwrite64:ENOSPC pwrite64:EIO
  pwritev:ENOSPC fdatasync:EIO ftruncate:ENOSPC msync:EIO unlink:EIO'

# How often each call is made, one "NUMBER NAME" a line.
counted() {
  strace -f -qq -o trace "$program" "$@" >"$out" 2>"$err"
  sed -n 's/^[0-9]* *\([a-z0-9_]*\)(.*/\1/p' trace | sort | uniq -c
}

# The loader and the C library make calls before anything of ours runs; what a
# version writes is not among them.
counted --version | awk '$2 != "write"' >before

sweep() {
  rm -rf o
  counted "$@" >after
  made >good
  for fault in $faults; do
    name=${fault%:*}
    awk -v name="$name" -v points="$points" '
      $2 == name { if (FILENAME == "before") first = $1; else last = $1 }
      END {
        count = last - first
        if (points == 0 || points > count) points = count
        for (i = 0; i < points; i++)
          print first + 1 + int(points > 1 ? i * (count - 1) / (points - 1) : 0)
      }' before after | sort -nu >where
    while read -r n; do
      rm -rf o
      command="attache $* ($fault at $n)"
      status=0
      strace -f -qq -o /dev/null -e "trace=$name" \
        -e "inject=$name:error=${fault#*:}:when=$n" \
        "$program" "$@" >"$out" 2>"$err" </dev/null || status=$?
      judge
      at=$((at + 1))
    done <where
  done
}

examples=$root/examples
for name in summit condemnation; do
  "$program" extract --graph-per-article -o "$name.nq" "$examples/$name.txt"
  LC_ALL=C sort -o "$name.nq" "$name.nq"
done
"$program" extract -o summit.ttl "$examples/summit.txt"
"$program" store add kept summit.nq

sweep extract -o o "$examples/summit.txt"
sweep extract --graph-per-article -j 2 -o o "$examples/summit.txt"
sweep extract --store o "$examples/summit.txt"
sweep query -d summit.ttl -o o 'SELECT ?s ?o { ?s a ?o } ORDER BY ?s ?o'
sweep query --store kept 'SELECT ?s ?o { ?s a ?o } ORDER BY ?s ?o'
sweep store add o condemnation.nq
sweep store export -o o kept
sweep merge -o o condemnation.nq summit.nq
sweep link -o o summit.nq
sweep report -o o "$examples/summit.txt"
sweep push --dry-run --to http://localhost:1/ condemnation.nq
echo "$at calls failed"
