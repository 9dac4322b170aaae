#!/bin/sh
# --max-memory: an article that needs more fails, the others are written.
. "${0%/*}/../case.sh"
yes 'Norway signed an agreement with Chile in Oslo on Tuesday. ' |
  tr '\n' ' ' | head -c 20000000 >large.txt
printf 'OSLO: Norway signed an agreement with Chile.\n' >good.txt
attache extract --max-memory 128 -o out.nt large.txt good.txt
gives 1
says 'attache: large.txt: '
grep -q state/CHL out.nt || fail "the good article is not written"
attache extract --max-memory 128 good.txt
gives 0
quiet
for wrong in 31 0 -1 1048577 many 64M; do
  attache extract --max-memory "$wrong" good.txt
  gives 2
  says 'is no memory in MiB; use 32 to 1048576'
done
attache extract --max-memory 32 good.txt
[ "$status" = 0 ] || [ "$status" = 3 ] || fail "32 MiB ended with $status"
