#!/bin/sh
# A line of JSON is an article; its offsets count in the text it gives.
. "${0%/*}/../case.sh"
text='OSLO: Norway signed an agreement with Chile.'
printf '\357\273\277{"id": "a1", "text": "%s", "date": "2026-03-11T08:00:00Z"}\n\n' \
  "$text" >a.jsonl
printf '{"id": 7, "text": "\\u00c9lan: %s", "url": "https://example.org/7"}\n' \
  "$text" >>a.jsonl
printf '{"text": "%s", "id": null, "title": null, "x": [1]}' "$text" >>a.jsonl
attache extract -f nquads --graph-per-article a.jsonl
gives 0
quiet
prints '<http://purl.org/dc/terms/identifier> "a1" '
prints '<http://purl.org/dc/terms/identifier> "7" '
prints '<http://purl.org/dc/terms/identifier> "a-4" '
prints '<http://schema.org/url> <https://example.org/7> '
prints '<http://schema.org/datePublished> "2026-03-11"^^'
# "Norway" is 6 characters in, and behind "Élan: " 12; it is 13 bytes in there.
for index in 6 12; do
  grep 'ns/.*beginIndex\|#beginIndex>' "$out" | grep -q "\"$index\"" ||
    fail "nothing begins at $index"
done
grep 'beginByte> ' "$out" | grep -q '"13"' || fail "nothing begins at byte 13"
cp "$out" file
attache extract --input jsonl -f nquads --graph-per-article - <a.jsonl
sed 's/standard-input-4/a-4/' "$out" | cmp - file || fail "they differ"
