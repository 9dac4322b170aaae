#!/bin/sh
# A wrong command line is refused before anything is made.
. "${0%/*}/../case.sh"
attache store
gives 2
attache store ad news a.nq
gives 2
says 'did you mean attache store add?'
attache store add news
gives 2
attache store list
gives 2
attache store list news more
gives 2
attache store list -o file news
gives 2
[ -z "$(ls)" ] || fail "something is made: $(ls)"
attache store --help
gives 0
prints 'usage: attache store add DIR FILE...'
