#!/bin/sh
# The same articles give the same bytes, in whatever order and place.
. "${0%/*}/../case.sh"
cp "$root"/examples/*.txt .
set -- *.txt
attache extract --provenance full "$@"
gives 0
prints state:CHL
cp "$out" first
attache extract --provenance full "$@"
cmp "$out" first || fail "the second run differs"
reversed=
for article; do
  reversed="$article $reversed"
done
# The names hold no blanks.
# shellcheck disable=SC2086
attache extract --provenance full $reversed
cmp "$out" first || fail "another order differs"
attache extract --provenance full "$root"/examples/*.txt
cmp "$out" first || fail "another folder differs"
attache extract --provenance full "$@" "$1"
cmp "$out" first || fail "an article twice differs"
(
  LC_ALL=C.UTF-8 TZ=Asia/Tokyo
  export LC_ALL TZ
  attache extract --provenance full "$@"
)
cmp "$out" first || fail "another locale differs"
