#!/bin/sh
# Many hands give the same bytes, and say the same, in the same order.
. "${0%/*}/../case.sh"
for n in 1 2 3 4 5 6 7 8 9; do
  for article in "$root"/examples/*.txt; do
    sed "s/\"/'/g; s/$/\\\\n/" "$article" | tr -d '\n' >text
    printf '{"id": "%s-%s", "text": "%s"}\n' "${article##*/}" "$n" \
      "$(cat text)"
  done
  printf '{"id": "%s"\n' "$n"
done >a.jsonl
attache extract --graph-per-article a.jsonl
gives 1
cp "$out" one
cp "$err" one.said
says 'attache: a.jsonl:10: The line is no JSON'
for jobs in 2 3 8; do
  attache extract -j $jobs --graph-per-article a.jsonl
  gives 1
  cmp "$out" one || fail "with $jobs they differ"
  cmp "$err" one.said || fail "with $jobs it says something else"
done
attache extract a.jsonl
cp "$out" one
attache extract -j 3 a.jsonl
cmp "$out" one || fail "the union differs"
attache extract -j 0 a.jsonl
gives 2
