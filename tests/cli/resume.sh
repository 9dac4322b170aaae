#!/bin/sh
# A run that was killed is gone on with: nothing is lost, nothing doubled.
. "${0%/*}/../case.sh"
for n in 1 2 3 4 5 6 7 8; do
  for article in "$root"/examples/*.txt; do
    sed "s/\"/'/g; s/$/\\\\n/" "$article" | tr -d '\n\r' >text
    printf '{"id": "%s-%s", "text": "%s"}\n' "${article##*/}" "$n" \
      "$(cat text)"
  done
  printf '{"id": "%s"\n' "$n"
done >a.jsonl
attache extract --graph-per-article --summary whole.json -o whole.nq a.jsonl
gives 1
kills=0
runs=0
while [ ! -e out.nq ]; do
  runs=$((runs + 1))
  [ $runs -lt 100 ] || fail "it does not come to an end"
  "$program" extract -j 2 --resume --graph-per-article --summary sum.json \
    -o out.nq a.jsonl 2>"$err" &
  process=$!
  # Killed as soon as it went on a little: each time at another moment.
  while [ ! -e out.nq ] && kill -0 $process 2>/dev/null; do
    if [ -e out.nq.journal ] &&
      [ "$(wc -l <out.nq.journal)" -gt $((3 + runs * 2)) ]; then
      kill -KILL $process 2>/dev/null && kills=$((kills + 1))
      break
    fi
  done
  wait $process 2>/dev/null || :
done
[ $kills -gt 1 ] || skip "it was too fast to be killed"
cmp out.nq whole.nq || fail "the output differs after $kills kills"
if [ -e sum.json ]; then
  cmp sum.json whole.json || fail "the summary differs"
fi
[ ! -e out.nq.journal ] || fail "the journal is left over"
# What is of another run is not gone on with.
echo 'something else' >out.nq.journal
attache extract --resume --graph-per-article -o out.nq a.jsonl
gives 1
says 'attache: out.nq.journal: It is of another run; remove it to begin anew'
cmp out.nq whole.nq || fail "the output is gone"
attache extract --resume a.jsonl
gives 2
says '--resume needs --graph-per-article and -o FILE'
