#!/bin/sh
# Each of the 20 questions on the first article has the rows it must have.
. "${0%/*}/common"
extracts "$shared/seed"
set -- out/*.nt
asked=0
short=
for question in "$shared"/seed/competency/*.rq; do
  wanted=$(sed -n 's/^# expect-rows: *\([0-9]*\).*/\1/p' "$question")
  attache query -d "$1" -q "$question" -f tsv
  gives 0
  rows=$(($(wc -l <"$out") - 1))
  echo "${question##*/}: $rows rows, at least $wanted wanted"
  [ "$rows" -ge "$wanted" ] || short="$short ${question##*/}"
  asked=$((asked + 1))
done
[ "$asked" -ge 20 ] || fail "only $asked questions were found"
[ -z "$short" ] || fail "too few rows:$short"
