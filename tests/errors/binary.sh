#!/bin/sh
# A binary file is said not to be English, or gives RDF that parses.
. "${0%/*}/../case.sh"
head -c 100000 "$program" >binary.txt
attache extract -f ntriples binary.txt
gives 0
[ -s "$out" ] || says 'not in English'
iconv -f UTF-8 -t UTF-8 "$out" >"$err" 2>&1 || fail "the graph is not UTF-8"
[ "$(tr -d '\000-\010\013-\037\177' <"$out" | wc -c)" = "$(wc -c <"$out")" ] ||
  fail "control characters in the graph"
