#!/bin/sh
# An answer comes as a table, CSV, TSV, JSON and XML.
. "${0%/*}/../case.sh"
cat >a.ttl <<'TTL'
<http://e/a> <http://e/name> "Ann, \"A\"" .
<http://e/b> <http://e/name> "Bo"@en .
TTL
query='SELECT ?s ?name { ?s <http://e/name> ?name } ORDER BY ?s'
attache query -d a.ttl "$query"
gives 0
quiet
prints Bo
cp "$out" table
attache query -f table "$query" <a.ttl
cmp "$out" table || fail "not the default, or not from standard input"
for pair in 'csv:"Ann, ""A"""' 'tsv:"Bo"@en' 'json:"xml:lang"' \
  'xml:<literal xml:lang="en">Bo</literal>'; do
  attache query -d a.ttl -f "${pair%%:*}" "$query"
  gives 0
  prints "${pair#*:}"
  attache query -d a.ttl -o "answer.${pair%%:*}" "$query"
  gives 0
  cmp "$out" /dev/null || fail "standard output is not empty"
  attache query -d a.ttl -f "${pair%%:*}" "$query"
  cmp "$out" "answer.${pair%%:*}" || fail "$pair: -o differs"
done
