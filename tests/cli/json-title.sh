#!/bin/sh
# A headline told beside the text is read, and is a text of its own.
. "${0%/*}/../case.sh"
text='The two ministers discussed fisheries in Oslo.'
title='Norway signs agreement with Chile'
printf '{"id": "a", "text": "%s", "title": "%s"}\n' "$text" "$title" >a.jsonl
attache extract -f nquads --graph-per-article a.jsonl
gives 0
quiet
prints '<http://schema.org/headline> "Norway signs agreement with Chile"@en '
prints '<https://w3id.org/attache/ns#Agreement> '
prints '<https://w3id.org/attache/ns#Headline> '
head -n 1 a.jsonl | sed 's/[^{]*//' >/dev/null
# Each mention stands in its own text, where its offsets say.
awk -v text="$text" -v title="$title" '
  $2 ~ /beginIndex>$/ { begin[$1] = $3 + 0 }
  { gsub(/"\^\^<[^>]*>/, "") }
  $2 ~ /#beginIndex>$/ { gsub(/"/, "", $3); begin[$1] = $3 }
  $2 ~ /#referenceContext>$/ { context[$1] = $3 }
  $2 ~ /#anchorOf>$/ {
    words = $0
    sub(/^[^"]*"/, "", words)
    sub(/".*/, "", words)
    anchor[$1] = words
  }
  END {
    for (m in anchor) {
      count++
      beside += whole = context[m] ~ /_h>$/
      from = whole ? title : text
      if (substr(from, begin[m] + 1, length(anchor[m])) != anchor[m]) {
        print m, begin[m], anchor[m]
        bad = 1
      }
    }
    exit bad || !beside || count == beside
  }' "$out" >&2 || fail "a mention is not where it says"
# A text that begins with its headline holds it.
printf '{"id": "a", "text": "%s\\n\\n%s", "title": "%s"}\n' "$title" "$text" \
  "$title" >b.jsonl
attache extract -f nquads --graph-per-article b.jsonl
prints '<http://schema.org/headline> "Norway signs agreement with Chile"@en '
if grep -q 'ns#Headline>' "$out"; then
  fail "a headline beside a text that holds it"
fi
