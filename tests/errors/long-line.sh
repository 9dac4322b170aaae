#!/bin/sh
# A line of 100 MB is refused, and the other article is written.
. "${0%/*}/../case.sh"
printf 'OSLO: Norway signed an agreement with Chile.\n' >good.txt
yes 'Norway signed an agreement with Chile and' | tr '\n' ' ' |
  head -c 100000000 >long.txt
attache extract -o out.nt long.txt good.txt
gives 1
says 'attache: long.txt: Larger than the limit of 64 MiB'
grep -q state/CHL out.nt || fail "the good article is not written"
