#!/bin/sh
# Killed at any moment, a store holds just the files that were committed: the
# first so many, each whole.
#
# ATTACHE_KILLS is how often (20).
. "${0%/*}/../case.sh"
kills=${ATTACHE_KILLS:-20}
files=25

# Each file is one graph of some hundred triples, the order of names that of
# adding.
awk -v files="$files" 'BEGIN {
  for (f = 10; f < 10 + files; f++) {
    for (i = 0; i < 100 + f * 7 % 300; i++)
      printf "<http://e/%d> <http://e/p%d> \"%d\" <http://e/g%d> .\n",
        i % 50 + f, i % 7, i, f >(f ".nq")
    close(f ".nq")
  }
}'
graphs=$(seq 10 $((9 + files)))
# Delays of up to what a whole run takes, the same in each run of the test.
begin=$(date +%s%N)
# The names hold no blanks.
# shellcheck disable=SC2046
attache store add whole $(printf '%s.nq ' $graphs)
gives 0
span=$((($(date +%s%N) - begin) / 1000))
awk -v kills="$kills" -v span="$span" 'BEGIN {
  srand(20260212)
  for (i = 0; i < kills; i++) printf "%.6f\n", rand() * span / 1e6
}' >delays

while read -r delay; do
  rm -rf news
  # shellcheck disable=SC2046
  "$program" store add news $(printf '%s.nq ' $graphs) 2>"$err" &
  child=$!
  sleep "$delay"
  # A reader beside the writer; the folder may not be there yet.
  seen=0
  if [ -d news ]; then
    attache store list news
    gives 0
    seen=$(wc -l <"$out")
  fi
  kill -9 "$child" 2>/dev/null || :
  wait "$child" 2>/dev/null || :
  if [ ! -d news ]; then
    continue
  fi
  attache store list news
  gives 0
  quiet
  held=$(wc -l <"$out")
  [ "$held" -ge "$seen" ] || fail "of $seen committed files $held are left"
  for f in $(seq 10 $((9 + held))); do
    cat "$f.nq"
  done | sort -u >want
  attache store export news
  gives 0
  sort "$out" | cmp want - || fail "the store does not hold the first $held files"
  echo "$held"
done <delays >held

# It goes on from there.
# shellcheck disable=SC2046
attache store add news $(printf '%s.nq ' $graphs)
gives 0
attache store export -o news.nq news
attache store export -o whole.nq whole
cmp news.nq whole.nq || fail "it does not go on from where it was killed"
# At least one was killed in the middle.
awk -v files="$files" '$1 > 0 && $1 < files { some = 1 } END { exit !some }' \
  held || fail "no kill came in time: $(tr '\n' ' ' <held)"
