#!/bin/sh
# A server that stops while graphs are sent, and a program that is killed, are
# gone on with where they were.
. "${0%/*}/common"
needs_node
attache extract --graph-per-article -o all.nq "$root"/examples/*.txt
LC_ALL=C sort all.nq >sorted
graphs=$(sed 's/.* \(<[^>]*>\) \.$/\1/' all.nq | uniq | wc -l)
serve a faults=ok,ok,ok,503,503
attache push --retry 1 --resume notes --to "$url/store" all.nq
gives 1
says 'triples; the same command goes on'
[ -e notes ] || fail "no notes"
attache push --resume notes --to "$url/store" all.nq
gives 0
quiet
[ ! -e notes ] || fail "the notes are left over"
[ "$(wc -l <a/log)" = $((graphs + 2)) ] || fail "not gone on where it stopped"
halt
LC_ALL=C sort a/graphs | cmp - sorted || fail "the server holds something else"

# The server goes away and comes back.
serve b faults=ok,ok,slow
port=$(cat b/port)
"$program" push --timeout 60 --to "$url/store" all.nq 2>"$err" &
process=$!
tries=0
until [ "$(wc -l <b/log)" -ge 3 ]; do
  tries=$((tries + 1))
  [ $tries -lt 600 ] || fail "nothing arrives"
  sleep 0.1
done
halt
mv b/graphs first
serve b port="$port"
status=0
wait $process || status=$?
command="attache push"
gives 0
halt
LC_ALL=C sort first b/graphs | cmp - sorted || fail "something is lost"

# The program is killed.
serve c
runs=0
until "$program" push --resume notes --to "$url/store" all.nq 2>"$err" &
  process=$!
  sleep 0.0$((runs % 7))
  [ $runs -gt 40 ] || kill -KILL $process 2>/dev/null
  wait $process 2>/dev/null; do
  runs=$((runs + 1))
  [ $runs -lt 60 ] || fail "it does not come to an end"
done
halt
LC_ALL=C sort c/graphs | cmp - sorted || fail "something is lost or doubled"

# Notes of other graphs are no help.
serve d faults=ok,400
attache push --resume notes --to "$url/store" all.nq
gives 1
attache push --resume notes --append --to "$url/store" all.nq
gives 1
says 'attache: notes: It is of another run; remove it to begin anew'
