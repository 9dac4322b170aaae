#!/bin/sh
# A bad article is told with its line, and the others are read.
. "${0%/*}/../case.sh"
cat >a.jsonl <<'JSON'
{"id": "1", "text": "Norway met Chile."}
{"id": "2", "text":
["id"]
{"id": "4"}
{"id": "5", "text": "Chile met Norway.", "date": "yesterday"}
{"id": "6", "text": "\ud800"}
{"id": "7", "text": "a\u0000b", "title": "c\u0000d"}
JSON
attache extract --graph-per-article --summary sum.json a.jsonl missing.txt
gives 1
says 'attache: a.jsonl:2: The line is no JSON: '
says 'attache: a.jsonl:3: The line holds no JSON object'
says 'attache: a.jsonl:4: The object has no string called "text"'
says 'attache: a.jsonl:5: warning: "date" is not YYYY-MM-DD: yesterday'
says 'attache: a.jsonl:6: The line is no JSON: '
says 'attache: missing.txt: No such file or directory'
prints '"1"'
prints '"5"'
prints '"7"'
grep -qF '"articles": 8, "read": 3, "skipped": 0, "failed": 5' sum.json ||
  fail "the summary says: $(cat sum.json)"
attache extract --strict --graph-per-article a.jsonl
gives 1
prints '"1"'
if grep -q '"5"' "$out"; then
  fail "--strict goes on"
fi
