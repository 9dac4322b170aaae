#!/bin/sh
# Virtuoso, filled by its protocol and by its bulk loader, answers as attache
# does.
. "${0%/*}/common"
. "$root/tests/remote/questions"
needs_virtuoso
cp "$root"/examples/*.txt .
attache extract --graph-per-article --provenance full -o all.nq *.txt
to=$url/sparql-graph-crud-auth
for again in first second; do
  attache push --protocol virtuoso --auth digest --to "$to" all.nq
  gives 0
  quiet
  count_alike all.nq "$url/sparql"
  echo "$again: as many triples"
done
alike all.nq "$url/sparql" "$root"/examples/*.rq "$root"/tests/remote/*.rq
ATTACHE_PASSWORD=wrong attache push --protocol virtuoso --auth digest \
  --to "$to" all.nq
gives 1
says 'The server answers 401: the credentials are refused'
attache query --endpoint "$url/sparql" 'ASK { ?x a att:Person }'
prints yes
command -v isql-vt >/dev/null || exit 0
# The bulk loader: a .graph file names the graph of what has none.
mkdir bulk
attache extract -o bulk/all.nt *.txt
echo http://example.org/bulk >bulk/all.nt.graph
isql-vt 127.0.0.1:"$port" dba dba >"$err" 2>&1 <<ISQL || fail "no bulk load"
ld_dir('$folder/bulk', '*.nt', NULL);
rdf_loader_run();
checkpoint;
ISQL
attache query --endpoint "$url/sparql" -f csv \
  'SELECT (COUNT(*) AS ?n) { GRAPH <http://example.org/bulk> { ?s ?p ?o } }'
[ "$(tr -d '\r' <"$out" | sed 1d)" = "$(LC_ALL=C sort -u bulk/all.nt | wc -l)" ] ||
  fail "the bulk loader loaded something else"
