#!/bin/sh
# Invalid UTF-8 in an article spoils neither the rest nor the output.
. "${0%/*}/../case.sh"
printf 'OSLO: The foreign minister of Norway, Kari\377 Voll, met' >bad.txt
printf ' \300\257 the \355\240\200 envoy of Chile on Monday.\n' >>bad.txt
attache extract -o bad.ttl bad.txt
gives 0
iconv -f UTF-8 -t UTF-8 bad.ttl >"$err" 2>&1 || fail "the graph is not UTF-8"
grep -q state:NOR bad.ttl || fail "Norway is lost"
