#!/bin/sh
# A terminal is told how the run goes; a pipe is not.
. "${0%/*}/../case.sh"
command -v script >/dev/null || skip "no script"
i=0
while [ $i -lt 40 ]; do
  i=$((i + 1))
  cat "$root"/examples/*.txt | tr '"\n\r' "'  " >text
  printf '{"id": "%s", "text": "%s"}\n' $i "$(cat text)"
done >a.jsonl
attache extract --graph-per-article -o out.nq a.jsonl
gives 0
quiet
script -qec "'$program' extract --graph-per-article -o out.nq a.jsonl" \
  terminal >/dev/null 2>&1 </dev/null || fail "script does not run it"
grep -q '[0-9]* articles, [0-9.]* MB/s, 0 failed' terminal ||
  fail "the terminal is told nothing"
