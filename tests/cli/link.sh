#!/bin/sh
# What only many articles show is found, with its reasons, and asserted of
# nothing more.
. "${0%/*}/../case.sh"
article() {
  printf '{"id": "%s", "date": "%s", "text": "%s"}\n' "$@"
}
{
  article a1 2026-03-11 "OSLO: Norwegian Foreign Minister Ingrid Marie Solvang met Chilean Foreign Minister Tomas Arancibia in Oslo on Wednesday. Norway and Chile signed an agreement on fisheries in Oslo on Wednesday."
  article a2 2026-03-12 "SANTIAGO: Foreign Minister Tomas Arancibia of Chile met Norwegian Foreign Minister Ingrid Solvang in Oslo on March 11. Chile and Norway signed an agreement on fisheries on March 11."
  article a3 2026-03-20 "OSLO: Norwegian Foreign Minister Peder Lunde met the Swedish ambassador on Friday. Former Foreign Minister Ingrid Solvang welcomed the talks."
  article a4 2026-04-20 "OSLO: Norwegian Foreign Minister Ingrid Solvang visited Stockholm on Monday."
} >a.jsonl
attache extract --graph-per-article -o a.nq a.jsonl
attache link -o links.nq a.nq
gives 0
quiet
ask() {
  attache query -d a.nq -d links.nq -f csv "$1"
  gives 0
  tr -d '\r' <"$out" | sed 1d >rows
}
ask 'SELECT DISTINCT ?kind ?confidence {
  ?link rdf:predicate att:sameEventAs ; rdf:subject ?one ; rdf:object ?two ;
    att:confidence ?confidence ; att:reason att:SameDate .
  ?one a ?kind ; att:reportedIn ?a . ?two a ?kind ; att:reportedIn ?b .
  FILTER(?a != ?b && ?kind IN (att:Signing, att:Meeting)) } ORDER BY ?kind'
[ "$(wc -l <rows)" = 2 ] || fail "not the meeting and the signing"
ask 'SELECT ?one ?two { ?one att:sameEventAs ?two }'
[ "$(wc -l <rows)" = 4 ] || fail "events that are not the same"
ask 'SELECT ?one ?two { ?one att:possiblySame ?two } ORDER BY ?one'
[ "$(cat rows)" = 'https://w3id.org/attache/id/person/ingrid-marie-solvang,https://w3id.org/attache/id/person/ingrid-solvang
https://w3id.org/attache/id/person/ingrid-solvang,https://w3id.org/attache/id/person/ingrid-marie-solvang' ] ||
  fail "other names"
ask 'SELECT DISTINCT ?first ?last { ?tenure att:firstAttestedOn ?first ;
  att:lastAttestedOn ?last ; org:member ?who . ?who rdfs:label ?name .
  FILTER(STR(?name) = "Ingrid Solvang") }'
[ "$(cat rows)" = 2026-03-12,2026-04-20 ] || fail "other days"
ask 'SELECT ?reason { ?x a att:Contradiction ; att:reason ?reason }
  ORDER BY ?reason'
[ "$(cat rows)" = 'https://w3id.org/attache/ns#AttestedAfterEnd
https://w3id.org/attache/ns#TwoHolders' ] || fail "other contradictions"
for query in "$root"/examples/corpus/*.rq; do
  attache query -d a.nq -d links.nq -f csv -q "$query"
  gives 0
  [ "$(wc -l <"$out")" -gt 1 ] || fail "${query##*/} has no rows"
done
if grep -q 'owl#sameAs' links.nq; then fail "something is asserted"; fi
# The order of the articles, and where they lie, make no difference.
tail -n 1 a.jsonl | cat - a.jsonl | sed '$d' >b.jsonl
attache extract --graph-per-article -o b.nq b.jsonl
attache link -o again.nq b.nq
cmp links.nq again.nq || fail "the order of the articles shows"
attache extract --store news a.jsonl
attache link --store news
gives 0
quiet
attache link --store news
attache query --store news -f csv 'SELECT (COUNT(*) AS ?n) {
  GRAPH <https://w3id.org/attache/id/graph/links> { ?s ?p ?o } }'
[ "$(tr -d '\r' <"$out" | sed 1d)" = "$(wc -l <links.nq)" ] ||
  fail "the store holds something else"
attache link
gives 2
