#!/bin/sh
# Each of the 20 questions on the first article is answered alike by attache and
# by Virtuoso, if that is there. (Oxigraph takes minutes for some of them;
# tests/remote/oxigraph.sh asks it 20 others.)
. "${0%/*}/common"
. "$root/tests/remote/common"
. "$root/tests/remote/questions"
attache extract --graph-per-article --provenance full -o all.nq \
  "$shared"/seed/*.txt
needs_virtuoso
attache push --protocol virtuoso --auth digest \
  --to "$url/sparql-graph-crud-auth" all.nq
gives 0
count_alike all.nq "$url/sparql"
alike all.nq "$url/sparql" "$shared"/seed/competency/*.rq
