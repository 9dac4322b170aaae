#!/bin/sh
# A pattern that backtracks without end is told with file and line, and keeps
# nothing else from being read.
. "${0%/*}/../case.sh"
cp -R "$root/ontology" ontology
cat >ontology/zz.ttl <<'TTL'
@prefix att: <https://w3id.org/attache/ns#> .
@prefix pattern: <https://w3id.org/attache/pattern#> .

pattern:runaway a att:Pattern ; att:use "dateline" ; att:priority 1 ;
  att:regex "^(?<place>([A-Za-z]+ ?)+)$" .
TTL
attache check ontology
says 'ontology/zz.ttl:4:1: warning: The regular expression of runaway may backtrack without end'
attache extract --ontology ontology "$root/examples/signing.txt"
gives 0
# Without it nothing is said.
rm ontology/zz.ttl
attache check ontology
gives 0
quiet
