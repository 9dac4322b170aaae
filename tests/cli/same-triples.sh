#!/bin/sh
# Turtle, N-Triples, N-Quads and RDF/XML hold the same triples.
. "${0%/*}/../case.sh"
command -v rapper >/dev/null || skip "no rapper (raptor2-utils)"
for article in "$root"/examples/*.txt; do
  for pair in turtle:ttl ntriples:nt nquads:nq rdfxml:rdf; do
    attache extract --provenance full -o "a.${pair#*:}" "$article"
    gives 0
    rapper -q -i "${pair%:*}" -o ntriples "a.${pair#*:}" http://e/ \
      2>"$err" | LC_ALL=C sort -u >"${pair%:*}"
    quiet
  done
  [ -s turtle ] || fail "no triples"
  for format in ntriples nquads rdfxml; do
    cmp turtle "$format" || fail "$article: turtle and $format differ"
  done
  [ "$(wc -l <a.nt)" = "$(wc -l <ntriples)" ] || fail "a triple is there twice"
done
