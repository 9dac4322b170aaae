#!/bin/sh
# A reader that goes away ends the program without a word.
. "${0%/*}/../case.sh"
"$program" extract --provenance full "$root"/examples/*.txt 2>"$err" |
  head -n 1 >"$out"
command=extract
quiet
[ -s "$out" ] || fail "nothing came"
