#!/bin/sh
# Standard output and -o hold the same bytes.
. "${0%/*}/../case.sh"
article=$root/examples/signing.txt
attache extract "$article"
gives 0
quiet
prints "att:Article"
cp "$out" first.ttl
attache extract -o second.ttl "$article"
gives 0
quiet
[ ! -s "$out" ] || fail "standard output is not empty"
cmp first.ttl second.ttl || fail "they differ"
[ "$(echo *)" = 'first.ttl second.ttl' ] || fail "another file is left: $(echo *)"
