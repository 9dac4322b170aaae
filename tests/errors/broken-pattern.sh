#!/bin/sh
# A pattern that does not compile is told with file, line and column.
. "${0%/*}/../case.sh"
cp -R "$root/ontology" ontology
cat >ontology/broken.ttl <<'TTL'
@prefix att: <https://w3id.org/attache/ns#> .
@prefix rule: <https://w3id.org/attache/rule#> .
rule:broken a att:Pattern ; att:use "date" ; att:regex "(" .
TTL
attache check ontology
gives 3
says 'ontology/broken.ttl:3:56: '
