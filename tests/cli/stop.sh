#!/bin/sh
# A signal ends a run after the article in hand; the output is whole.
. "${0%/*}/../case.sh"
line() {
  printf '{"id": "%s", "text": "OSLO: Norway signed an agreement."}\n' "$1"
}
mkfifo pipe
"$program" extract --graph-per-article --input jsonl -o out.nq - \
  <pipe 2>"$err" &
process=$!
exec 3>pipe
line 1 >&3
line 2 >&3
# Until both are out there is nothing to see but the file beside.
tries=0
while ! grep -qs '"2"' out.nq.*.tmp; do
  tries=$((tries + 1))
  [ $tries -lt 600 ] || fail "the articles do not come out as they are read"
  sleep 0.1
done
kill -TERM $process
status=0
wait $process || status=$?
exec 3>&-
command="attache extract"
gives 1
says 'attache: Stopped; the output holds 2 articles'
for n in 1 2; do line $n; done >a.jsonl
attache extract --graph-per-article a.jsonl
cmp "$out" out.nq || fail "the output is not whole"
[ ! -e out.nq.*.tmp ] || fail "something is left over"
