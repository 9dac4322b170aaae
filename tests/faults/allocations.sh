#!/bin/sh
# Whichever allocation fails, one or all from there on: the documented exit
# code, a line that says so, and an output that is complete or absent.
#
# ATTACHE_FAULTS is how many allocations of each command fail (12), spread over
# all it makes; 0: every one. Raptor and libxml2 say on standard error, past
# us, that they have no memory for a message: such lines are let be. Raptor and
# Redland also end the program: where they ask for memory and do not look whether
# they got some, or on purpose; those are counted, and must be of their own asking.
. "${0%/*}/../case.sh"
. "$root/tests/faults/common"
points=${ATTACHE_FAULTS:-12}
shim=${ATTACHE_BUILD:-$root/build/release}/tests/failing.so
[ -f "$shim" ] || skip "no library that makes allocations fail"
at=0
crashes=0

# with VARIABLE=VALUE ARGUMENT...: the program under the shim.
with() {
  setting=$1
  shift
  command="attache $* ($setting)"
  rm -rf o
  status=0
  env LD_PRELOAD="$shim" FAILING_WHO="$folder/who" "$setting" "$program" "$@" >"$out" 2>"$err" ||
    status=$?
}

# Where a library ends the program, nothing can be said or cleared away.
judge_any() {
  case $status in
  134 | 139)
    grep -qE 'raptor|librdf|librasqal' who || fail "$command ended with $status, by $(cat who)"
    [ ! -f o ] || fail "$command leaves a part"
    crashes=$((crashes + 1))
    rm -f o.*
    ;;
  *) judge ;;
  esac
}

sweep() {
  with FAILING_COUNT="$folder/count" "$@"
  gives 0
  made >good
  total=$(cat count)
  awk -v total="$total" -v points="$points" 'BEGIN {
    if (points == 0 || points > total) points = total
    for (i = 1; i <= points; i++) print int((total - 1) * (i - 1) / points) + 1
    for (i = 2; i <= 6 && i <= total; i++) print i
  }' | sort -nu >where
  while read -r n; do
    for kind in AT AFTER; do
      with "FAILING_$kind=$n" "$@"
      judge_any
      at=$((at + 1))
    done
  done <where
}

examples=$root/examples
for name in summit condemnation; do
  "$program" extract --graph-per-article -o "$name.nq" "$examples/$name.txt"
  LC_ALL=C sort -o "$name.nq" "$name.nq"
done
"$program" extract -o summit.ttl "$examples/summit.txt"

sweep extract -o o "$examples/summit.txt"
sweep extract --jobs 2 -o o -f ntriples "$examples/summit.txt" \
  "$examples/signing.txt"
sweep extract --graph-per-article "$examples/summit.txt"
sweep query -d summit.ttl 'SELECT ?s ?o { ?s a ?o } ORDER BY ?s ?o'
sweep store add o condemnation.nq
sweep check "$root/ontology"
sweep report -o o "$examples/summit.txt"
sweep merge -o o condemnation.nq summit.nq
sweep link -o o summit.nq
sweep push --dry-run --to http://localhost:1/ condemnation.nq
echo "$at allocations failed, $crashes times Raptor or Redland ended the program"
