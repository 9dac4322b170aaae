#!/bin/sh
# A pattern that backtracks without end meets the limit: an article that it
# would take for ever fails, and the message says where the pattern stands; the
# others are written.
. "${0%/*}/../case.sh"
cp -R "$root/ontology" ontology
cat >ontology/runaway.ttl <<'TTL'
@prefix att: <https://w3id.org/attache/ns#> .
@prefix pattern: <https://w3id.org/attache/pattern#> .
pattern:runaway a att:Pattern ; att:use "date" ; att:priority 0 ;
  att:regex "(?<day>(a+)+)(?<month>!)" .
TTL
{
  printf 'OSLO: Norway signed an agreement with Chile; '
  head -c 60 /dev/zero | tr '\0' a
  printf 'b! it said.\n'
} >long.txt
printf 'OSLO: Norway signed an agreement with Chile.\n' >good.txt
status=0
timeout 60 "$program" extract --ontology ontology -o out.nt long.txt good.txt \
  2>"$err" || status=$?
command="attache extract"
gives 1
says 'ontology/runaway.ttl:3:1: Pattern runaway backtracks beyond the limit'
says 'attache: long.txt: A limit was reached'
grep -q state/CHL out.nt || fail "the good article is not written"

# So does one that is tried before any sentence is read.
cat >ontology/runaway.ttl <<'TTL'
@prefix att: <https://w3id.org/attache/ns#> .
@prefix pattern: <https://w3id.org/attache/pattern#> .
pattern:runaway a att:Pattern ; att:use "header" ; att:priority 0 ;
  att:regex "(?<header>(?<date>(a+)+)(?<title>!))" .
TTL
{
  head -c 60 /dev/zero | tr '\0' a
  echo 'b! it said.'
} >long.txt
status=0
timeout 60 "$program" extract --ontology ontology -o out.nt long.txt good.txt \
  2>"$err" || status=$?
gives 1
says 'ontology/runaway.ttl:3:1: Pattern runaway backtracks beyond the limit'
grep -q state/CHL out.nt || fail "the good article is not written"
