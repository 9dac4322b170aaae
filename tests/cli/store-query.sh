#!/bin/sh
# A store answers as its graphs do when they are read from files.
. "${0%/*}/../case.sh"

# Small graphs and a large one, triples in several of them and in none.
awk 'BEGIN {
  srand(20260212)
  x = "http://www.w3.org/2001/XMLSchema#"
  for (i = 0; i < 3000; i++) {
    g = rand() < 0.4 ? 0 : int(rand() * 30)
    name = i % 17 == 0 ? "" : sprintf(" <http://e/g%d>", g)
    s = sprintf("<http://e/n%d>", int(rand() * 120))
    if (i % 5 == 0) o = sprintf("\"%d\"^^<%sinteger>", int(rand() * 50), x)
    else if (i % 5 == 1) o = sprintf("\"word %d\"@en", int(rand() * 30))
    else if (i % 5 == 2) o = sprintf("\"2026-01-%02d\"^^<%sdate>",
      1 + int(rand() * 28), x)
    else o = sprintf("<http://e/n%d>", int(rand() * 120))
    printf "%s <http://e/p%d> %s%s .\n", s, i % 5, o, name
  }
  print "<http://e/n1> <http://e/self> <http://e/n1> <http://e/g3> ."
}' >all.nq
attache store add news all.nq
gives 0

# Each line is a query.
cat >queries <<'E2'
SELECT * { ?s ?p ?o }
SELECT * { ?s <http://e/p3> ?o }
SELECT * { ?s <http://e/p3> <http://e/n9> }
SELECT * { ?x ?p ?x }
SELECT * { ?s ?p "word 7"@en }
SELECT * { ?s ?p 7 FILTER(?s != <http://e/n7>) }
SELECT * { { ?s ?p <http://e/n9> } UNION { <http://e/n7> ?p ?o } }
SELECT * { ?c <http://e/p0> 7 . ?b <http://e/p4> ?c . ?a <http://e/p3> ?b }
SELECT * { ?a <http://e/p3> ?b OPTIONAL { ?b <http://e/p2> ?d } }
SELECT (COUNT(*) AS ?n) { ?s ?p ?o }
SELECT ?p (COUNT(?s) AS ?n) { ?s ?p ?o } GROUP BY ?p
SELECT * { GRAPH <http://e/g3> { ?s ?p ?o } }
SELECT * { GRAPH <http://e/g0> { ?s <http://e/p3> ?o } }
SELECT * { GRAPH <http://e/g0> { ?s ?p <http://e/n9> } }
SELECT * { GRAPH <http://e/g0> { ?s <http://e/p3> <http://e/n9> } }
SELECT * { GRAPH <http://e/none> { ?s ?p ?o } }
SELECT * { GRAPH ?g { ?s <http://e/p0> 7 } }
SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g
SELECT * FROM <http://e/g3> { ?s ?p ?o }
SELECT * FROM <http://e/g3> FROM <http://e/g4> { ?s <http://e/p3> ?o }
SELECT * FROM NAMED <http://e/g3> { GRAPH ?g { ?s ?p ?o } }
SELECT * FROM <http://e/none> { ?s ?p ?o }
ASK { <http://e/n1> <http://e/self> <http://e/n1> }
E2
while read -r query; do
  attache query -d all.nq -f csv "$query"
  gives 0
  sort "$out" >want
  attache query --store news -f csv "$query"
  gives 0
  quiet
  sort "$out" | cmp want - || fail "the store answers another way: $query"
done <queries
construct='CONSTRUCT { ?o <http://e/of> ?s } { ?s <http://e/p3> ?o }'
attache query -d all.nq "$construct"
cp "$out" want
attache query --store news "$construct"
cmp want "$out" || fail "another graph is constructed"

attache query --store news -d all.nq 'ASK { }'
gives 2
says 'not two of them'
attache query --store absent 'ASK { }'
gives 1
says 'absent: There is no such folder, or no store in it'
attache query --store news 'ASK {'
gives 2
