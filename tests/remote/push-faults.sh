#!/bin/sh
# A server that is busy, slow or drops the connection is tried again; nothing is
# lost, nothing doubled.
. "${0%/*}/common"
needs_node
attache extract --graph-per-article -o all.nq "$root"/examples/*.txt
LC_ALL=C sort all.nq >sorted
serve a faults=503,ok,429,drop,ok,slow,cut,500
attache push --timeout 2 --to "$url/store" all.nq
gives 0
says 'warning: The server answers 503: as it was told to'
says 'warning: The server answers 429: as it was told to'
says 'warning: The server cannot be spoken to: '
halt
LC_ALL=C sort a/graphs | cmp - sorted || fail "the server holds something else"
# Sending it all again changes nothing.
serve b
attache push --to "$url/store" all.nq
attache push --to "$url/store" all.nq
gives 0
quiet
halt
LC_ALL=C sort b/graphs | cmp - sorted || fail "twice is not once"
# What the server refuses is not tried again.
serve c faults=ok,400
attache push --to "$url/store" all.nq
gives 1
says "attache: $url/store: The server answers 400: as it was told to"
says 'attache: Stopped after '
[ "$(wc -l <c/log)" = 2 ] || fail "it was tried again"
serve d faults=503,503,503
attache push --retry 1 --to "$url/store" all.nq
gives 1
says 'Given up after 2 tries'
[ "$(wc -l <d/log)" = 2 ] || fail "not as often as wanted"
# Nobody is there.
halt
attache push --retry 0 --to "$url/store" all.nq
gives 1
says "attache: $url/store: Given up after 1 tries"
