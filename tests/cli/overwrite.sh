#!/bin/sh
# An output that is there already is replaced whole.
. "${0%/*}/../case.sh"
printf 'OSLO: Norway signed an agreement with Chile.\n' >a.txt
head -c 1000000 /dev/zero >out.nt
attache extract -o out.nt a.txt
gives 0
[ -s out.nt ] || fail "no triples"
cp out.nt first.nt
attache extract -o out.nt a.txt
cmp out.nt first.nt || fail "they differ"
