#!/bin/sh
# A query that would be answered wrongly is refused with a reason.
. "${0%/*}/../case.sh"
printf '<http://e/a> <http://e/b> <http://e/c> .\n' >a.ttl
for query in 'SELECT * { ?s <http://e/b>+ ?o }' \
  'SELECT * { ?s ?p ?o FILTER NOT EXISTS { ?o ?p ?s } }' \
  'SELECT * { ?s ?p ?o MINUS { ?o ?p ?s } }' \
  'DESCRIBE <http://e/a>' \
  'SELECT (GROUP_CONCAT(?o; SEPARATOR="; ") AS ?all) { ?s ?p ?o }' \
  'SELECT * { ?s ?p' ''; do
  attache query -d a.ttl "$query"
  gives 2
  [ -s "$err" ] || fail "no reason is given: $query"
  [ ! -s "$out" ] || fail "an answer to what is refused: $query"
done
