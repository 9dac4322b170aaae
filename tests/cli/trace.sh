#!/bin/sh
# Each stage of reading prints its rows, always the same.
. "${0%/*}/../case.sh"
for stage in tokens mentions trees entities events; do
  attache trace "$stage" "$root/examples/signing.txt"
  gives 0
  quiet
  grep -q "$(printf '\t')" "$out" || fail "no rows"
  cp "$out" first
  attache trace "$stage" - <"$root/examples/signing.txt"
  cmp "$out" first || fail "they differ"
done
