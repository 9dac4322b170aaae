#!/bin/sh
# An ontology folder that is missing ends with 3, nothing written.
. "${0%/*}/../case.sh"
printf 'OSLO: Norway signed an agreement with Chile.\n' >good.txt
attache extract --ontology nowhere -o out.ttl good.txt
gives 3
says nowhere
[ ! -e out.ttl ] || fail "an output although nothing was read"
