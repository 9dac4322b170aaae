#!/bin/sh
# Graphs that are compressed are asked, and added to a store.
. "${0%/*}/../case.sh"
command -v gzip >/dev/null || skip "no gzip"
query='SELECT ?o { <http://e/a> <http://e/p> ?o }'
wanted='http://e/b'
triple='<http://e/a> <http://e/p> <http://e/b>'
printf '%s .\n' "$triple" | tee graph.nt >graph.ttl
printf '%s <http://e/g> .\n' "$triple" >graph.nq
printf '<http://e/g> { %s . }\n' "$triple" >graph.trig
cat >graph.rdf <<'XML'
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">
<rdf:Description rdf:about="http://e/a"><e:p rdf:resource="http://e/b"/></rdf:Description>
</rdf:RDF>
XML
for extension in ttl nt nq trig rdf; do
  gzip "graph.$extension"
  attache query -f csv -d "graph.$extension.gz" "$query"
  gives 0
  quiet
  prints "$wanted"
  attache query -f csv -g "http://e/h=graph.$extension.gz" "$query"
  gives 0
  prints "$wanted"
  rm -rf store
  attache store add store "graph.$extension.gz"
  gives 0
  quiet
  attache query -f csv --store store "$query"
  prints "$wanted"
done
# Standard input too.
"$program" query -f csv "$query" <graph.ttl.gz >"$out"
prints "$wanted"
# What is cut off is no graph.
head -c 30 graph.nq.gz >cut.nq.gz
attache query -d cut.nq.gz "$query"
gives 1
says 'attache: cut.nq.gz: The compressed data is damaged or cut off'
attache store add store cut.nq.gz
gives 1
says 'attache: cut.nq.gz: The compressed data is damaged or cut off'
