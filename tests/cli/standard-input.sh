#!/bin/sh
# An article on standard input is read like a file.
. "${0%/*}/../case.sh"
printf 'OSLO: Norway signed an agreement with Chile.\n' >standard-input.txt
attache extract standard-input.txt
prints state:CHL
cp "$out" file.ttl
attache extract - <standard-input.txt
gives 0
quiet
cmp "$out" file.ttl || fail "they differ"
