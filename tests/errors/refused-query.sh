#!/bin/sh
# A query that would be answered wrongly is refused with a reason.
. "${0%/*}/../case.sh"
printf '<http://e/a> <http://e/b> <http://e/c> .\n' >a.ttl
for query in 'SELECT * { SERVICE <http://e/> { ?s ?p ?o } }' \
  'SELECT (<http://e/f>(?o) AS ?f) { ?s ?p ?o }' \
  'SELECT (12345678901 * 12345678901 AS ?n) { ?s ?p ?o }' \
  'SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o }' \
  'DELETE WHERE { ?s ?p ?o }' \
  'SELECT * { ?s ?p' ''; do
  attache query -d a.ttl "$query"
  gives 2
  [ -s "$err" ] || fail "no reason is given: $query"
  [ ! -s "$out" ] || fail "an answer to what is refused: $query"
done
