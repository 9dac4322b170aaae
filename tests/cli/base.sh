#!/bin/sh
# --base begins every name that is minted.
. "${0%/*}/../case.sh"
attache extract --base https://example.org/kb/ -f ntriples \
  --provenance full "$root"/examples/*.txt
gives 0
prints https://example.org/kb/article/
if grep -qF https://w3id.org/attache/id/ "$out"; then
  fail "a name under the default base"
fi
