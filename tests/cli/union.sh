#!/bin/sh
# Several articles together are the union of their graphs.
. "${0%/*}/../case.sh"
for article in "$root"/examples/*.txt; do
  attache extract -f ntriples "$article"
  gives 0
  cat "$out" >>apart
done
sort -u apart >union
[ -s union ] || fail "no triples"
attache extract -f ntriples "$root"/examples/*.txt
sort "$out" | cmp - union || fail "they differ"
