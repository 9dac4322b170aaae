#!/bin/sh
# An article without a byte in it states nothing.
. "${0%/*}/../case.sh"
printf "" >empty.txt
attache extract -o empty.nt empty.txt
gives 0
quiet
[ -s empty.nt ] || fail "the article itself is not in the graph"
