#!/bin/sh
# Oxigraph, filled by either protocol, answers as attache does.
. "${0%/*}/common"
. "$root/tests/remote/questions"
needs_oxigraph
cp "$root"/examples/*.txt .
attache extract --graph-per-article --provenance full -o all.nq *.txt
for protocol in gsp sparql-update; do
  serve $protocol
  to=$url/store
  [ $protocol = gsp ] || to=$url/update
  attache push --protocol $protocol --to "$to" all.nq
  gives 0
  quiet
  count_alike all.nq "$url/query"
  alike all.nq "$url/query" "$root"/examples/*.rq "$root"/tests/remote/*.rq
  [ "$(wc -l <$protocol/log)" -lt 60 ] || fail "too many requests"
done
attache query --endpoint "$url/query" 'ASK { ?x a att:Person }'
gives 0
prints yes
attache query --endpoint "$url/query" -e 'ASK { ?x a att:Nobody }'
gives 1
prints no
attache query -d all.nq -f ntriples \
  'CONSTRUCT { ?x a att:Person } { ?x a att:Person }'
cp "$out" ours
attache query --endpoint "$url/query" -f ntriples \
  'CONSTRUCT { ?x a att:Person } { ?x a att:Person }'
cmp "$out" ours || fail "another graph"
attache query --endpoint "$url/query" 'SELECT ?x {'
gives 1
says "attache: $url/query: The server answers 400: "
# A graph that is sent again takes the place of the first.
attache push --to "$url/store" all.nq
count_alike all.nq "$url/query"
