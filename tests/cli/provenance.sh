#!/bin/sh
# Each level of provenance holds the one before.
. "${0%/*}/../case.sh"
for level in none mentions full; do
  attache extract -f ntriples --provenance "$level" "$root"/examples/*.txt
  gives 0
  sort "$out" >"$level"
done
attache extract -f ntriples "$root"/examples/*.txt
sort "$out" | cmp - mentions || fail "mentions is not the default"
[ -z "$(comm -23 none mentions)" ] || fail "mentions lacks some of none"
[ -z "$(comm -23 mentions full)" ] || fail "full lacks some of mentions"
! grep -q /mention/ none || fail "mentions among the facts"
grep -q /mention/ mentions || fail "no mentions"
! grep -q /assertion/ mentions || fail "assertions among the mentions"
grep -q /assertion/ full || fail "no assertions"
