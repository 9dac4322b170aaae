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
wrong 'did you mean attache extract a.txt?' a.txt
wrong 'see attache --help' help gazpacho
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
wrong 'a.txt is a file, no query; use -q' query a.txt
wrong 'a.txt is a file, no query; use -q' query -d a.ttl a.txt
wrong 'cannot be both' query -q -
wrong 'did you mean xml?' query -f rdfxml 'ASK {}'
wrong 'needs a STAGE and a FILE' trace events
wrong 'did you mean events?' trace evnets a.txt
wrong 'needs one folder' check
wrong 'needs one folder' check a b
wrong 'did you mean attache report?' repotr a.txt
wrong 'report needs a FILE' report
wrong 'see attache report --help' report -f html a.txt
wrong 'use auto, text, html, jsonl or feed' report --input pdf a.txt
wrong 'write it as YYYY-MM-DD' report --date today a.txt
wrong 'explain needs one FILE' explain
wrong '--fact needs a number from 1 on' explain --fact x a.txt
wrong 'ask for two things; use one' explain --fact 1 --at 2 a.txt
wrong 'did you mean events?' extract --trace evnts a.txt
wrong '--trace takes one FILE' extract --trace events a.txt b.txt
wrong 'serve needs --store DIR' serve news
wrong 'write it as 127.0.0.1:8080' serve --store news --listen 80
wrong 'use 1 to 3600' serve --store news --timeout 0
wrong 'did you mean attache store list?' store lst news
wrong 'needs the folder of a store' store list
wrong 'push needs --to URL' push a.nq
wrong 'new needs frame and one VERB' new
wrong 'needs a shell' completion
# What is right in itself and yet fails says what would not.
fails() {
  text=$1
  shift
  attache "$@"
  gives 1
  says "$text"
}
fails 'Nothing is fetched from the network; give the page as a file' \
  extract https://example.org/a.html
fails 'There is no such folder, or no store in it' query --store none 'ASK {}'
fails 'There is no such folder, or no store in it' serve --store none
echo 'a b c' >bad.nq
fails 'bad.nq:1: No quad is here: N-Quads are expected' merge bad.nq
# Whoever asks for help by name gets it.
attache help extract
gives 0
prints 'usage: attache extract'
attache help
gives 0
prints 'usage: attache COMMAND'
