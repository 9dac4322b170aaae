#!/bin/sh
# Each of the 20 questions on the first article is answered alike by attache, by
# Oxigraph and by Virtuoso, as far as they are there.
. "${0%/*}/common"
. "$root/tests/remote/common"
. "$root/tests/remote/questions"
attache extract --graph-per-article --provenance full -o all.nq \
  "$shared"/seed/*.txt
if command -v virtuoso-t >/dev/null; then
  needs_virtuoso
  attache push --protocol virtuoso --auth digest \
    --to "$url/sparql-graph-crud-auth" all.nq
  gives 0
  count_alike all.nq "$url/sparql"
  alike all.nq "$url/sparql" "$shared"/seed/competency/*.rq
fi
needs_oxigraph
serve oxigraph
attache push --to "$url/store" all.nq
gives 0
count_alike all.nq "$url/query"
alike all.nq "$url/query" "$shared"/seed/competency/*.rq
