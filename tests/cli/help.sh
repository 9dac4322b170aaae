#!/bin/sh
# Each help fits a screen of 80 by 40, shows an example, and ends with 0.
. "${0%/*}/../case.sh"
for command in '' extract query store report explain serve push \
  merge link check new trace completion; do
  # An empty word must vanish.
  # shellcheck disable=SC2086
  attache $command --help
  gives 0
  quiet
  prints xample
  [ "$(wc -l <"$out")" -le 40 ] || fail "too long"
  awk 'length > 79 { exit 1 }' "$out" || fail "too wide"
done
