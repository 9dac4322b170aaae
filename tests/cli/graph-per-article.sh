#!/bin/sh
# Each article's graph is written by itself, in the order of the articles.
. "${0%/*}/../case.sh"
cp "$root"/examples/*.txt .
for article in *.txt; do
  attache extract -f nquads "$article"
  gives 0
  cat "$out" >>apart.nq
done
attache extract --graph-per-article -o together.nq *.txt
gives 0
quiet
cmp together.nq apart.nq || fail "they differ"
attache extract --graph-per-article *.txt
cmp "$out" apart.nq || fail "not N-Quads without a format"
attache extract -f turtle --graph-per-article *.txt
gives 2
says 'use -f with one of nquads, trig, ntriples'
