#!/bin/sh
# A mistake on the command line ends with 2 and says what to do.
. "${0%/*}/../case.sh"
: >a.txt
wrong() {
  text=$1
  shift
  attache "$@"
  gives 2
  says "$text"
  [ "$(wc -l <"$err")" = 1 ] || fail "not one line"
  [ ! -s "$out" ] || fail "an output"
}
wrong 'see attache --help'
wrong 'did you mean attache extract?' exctract a.txt
wrong 'did you mean attache --version?' --versio
wrong 'see attache --help' gazpacho
wrong 'needs a FILE' extract
wrong 'did you mean --format?' extract --fromat nt a.txt
wrong 'see attache extract --help' extract -x a.txt
wrong '-o needs an argument' extract a.txt -o
wrong '--base needs an argument' extract a.txt --base
wrong '--help takes no argument' extract --help=yes
wrong 'did you mean turtle?' extract -f tutrle a.txt
wrong 'use -f with one of turtle' extract -f table a.txt
wrong 'use -f with one of turtle' extract -o graph.json a.txt
wrong 'use none, mentions or full' extract --provenance some a.txt
wrong 'not an absolute IRI' extract --base id/ a.txt
wrong 'not an absolute IRI' extract --base 'http://e/a b' a.txt
wrong 'write it as YYYY-MM-DD' extract --date 2026-02-29 a.txt
wrong 'write it as YYYY-MM-DD' extract --date 12.2.2026 a.txt
wrong 'needs a QUERY' query
wrong 'one too many' query -q a.rq 'ASK {}'
wrong 'one too many' query 'ASK {}' a.ttl
wrong 'cannot be both' query -q -
wrong 'did you mean xml?' query -f rdfxml 'ASK {}'
wrong 'needs a STAGE and a FILE' trace events
wrong 'did you mean events?' trace evnets a.txt
wrong 'needs one folder' check
wrong 'needs one folder' check a b
