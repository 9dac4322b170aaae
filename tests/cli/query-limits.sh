#!/bin/sh
# A query is checked, bounded, and asked of the graphs that are named.
. "${0%/*}/../case.sh"
printf '<http://e/a> <http://e/p> <b> .\n' >a.ttl
printf '<http://e/c> <http://e/p> <http://e/d> .\n' >b.ttl
attache query --check 'SELECT * { ?s ?p ?o }' </dev/null
gives 0
attache query --check 'SELECT * {
  ?s ?p }' </dev/null
gives 2
says 'query:2: The query is not understood at column 9'
attache query -d a.ttl -g http://e/g=b.ttl -f csv \
  'SELECT ?s { ?s ?p ?o } ORDER BY ?s'
[ "$(grep -c http "$out")" = 2 ] || fail "not the union"
attache query -d a.ttl -g http://e/g=b.ttl -f csv --default-graph default \
  'SELECT ?s ?g { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } ORDER BY ?s'
gives 0
prints 'http://e/a,'
prints 'http://e/c,http://e/g'
[ "$(grep -c http "$out")" = 2 ] || fail "a named graph in the default graph"
attache query -d b.ttl -e --base http://e/ 'ASK { <c> <p> <d> }'
gives 0
attache query -d a.ttl -d b.ttl --max-rows 1 'SELECT * { ?s ?p ?o }'
gives 1
says 'more than 1 rows'
attache query -g b.ttl 'ASK { }'
gives 2
attache query -d a.ttl --default-graph some 'ASK { }'
gives 2
awk 'BEGIN { for (i = 0; i < 2000; i++)
  print "<http://e/" i "> <http://e/p> <http://e/o" i "> ." }' >many.nt
attache query -d many.nt --timeout 1 'SELECT (COUNT(*) AS ?n) {
  ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?a != ?d && ?d != ?g) }'
gives 1
says 'longer than 1 seconds'
