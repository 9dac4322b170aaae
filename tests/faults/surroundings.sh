#!/bin/sh
# Locale, time zone, clock, how much a read gives and how many files may be open
# change no byte of the output; where one is not to be had, a line says so.
. "${0%/*}/../case.sh"
. "$root/tests/faults/common"
examples=$root/examples
for name in summit condemnation; do
  "$program" extract --graph-per-article -o "$name.nq" "$examples/$name.txt"
  sort -o "$name.nq" "$name.nq"
done
"$program" store add kept summit.nq
gzip -k "$examples"/summit.txt -c >summit.txt.gz 2>"$err" || skip "no gzip"
printf '{"id": "1", "text": "OSLO: I\304\261\305\237\304\261k said it."}\n' >a.jsonl

echo 'SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o' >all.rq

# each VARIABLE=VALUE...: the same with and without it, from every command.
each() {
  while read -r arguments; do
    rm -rf o
    # The line holds arguments.
    # shellcheck disable=SC2086
    "$program" $arguments >"$out" 2>"$err" || fail "attache $arguments"
    made >good
    rm -rf o
    status=0
    # shellcheck disable=SC2086
    env "$@" "$program" $arguments >"$out" 2>"$err" || status=$?
    command="attache $arguments ($*)"
    gives 0
    made | cmp -s - good || fail "$command gives something else"
  done <<EOF
extract -o o $examples
extract --graph-per-article -j 2 summit.txt.gz a.jsonl
extract --store o a.jsonl $examples/summit.txt
query --store kept -f json -q all.rq
store export kept
merge -o o condemnation.nq summit.nq
link -o o summit.nq condemnation.nq
report -o o $examples/summit.txt
EOF
}

each LC_ALL=C.UTF-8 LANG=C.UTF-8
for locale in tr_TR de_DE; do
  if command -v localedef >/dev/null && mkdir -p locales &&
    localedef -i $locale -f UTF-8 "$folder/locales/$locale.UTF-8" \
      >"$out" 2>&1; then
    each LOCPATH="$folder/locales" LC_ALL=$locale.UTF-8
  fi
done
each TZ=Pacific/Kiritimati LC_ALL=missing
shim=${ATTACHE_BUILD:-$root/build/release}/tests/awry.so
if [ -f "$shim" ]; then
  each LD_PRELOAD="$shim" AWRY_TIME=0 AWRY_READ=5
  each LD_PRELOAD="$shim" AWRY_TIME=5000000000 AWRY_READ=4097
fi

# As few files may be open as a limit says, once the loader is through.
few=0
for limit in 3 4 5 6 7 8 9 10 12 16; do
  for arguments in "extract -o o $examples/summit.txt" \
    "extract --store o $examples/summit.txt" "merge -o o summit.nq" \
    "store export -o o kept" "report -o o $examples/summit.txt"; do
    rm -rf o o.*
    # shellcheck disable=SC2086
    "$program" $arguments >"$out" 2>"$err" || fail "attache $arguments"
    made >good
    rm -rf o
    status=0
    # shellcheck disable=SC2086
    (ulimit -n $limit && exec "$program" $arguments) >"$out" 2>"$err" ||
      status=$?
    command="attache $arguments with $limit files"
    # 127: the loader itself could not open a library.
    [ $status -eq 127 ] || judge
    few=$((few + (status == 1 || status == 3)))
  done
done
[ $few -gt 0 ] || fail "no limit is too low"

# Where nothing can be written.
for place in missing/o /proc/o; do
  for arguments in "extract -o $place" "extract --store $place/s" \
    "extract --graph-per-article --resume -o $place" "report -o $place" \
    "extract --summary $place"; do
    # shellcheck disable=SC2086
    attache $arguments "$examples/summit.txt"
    gives 1
    [ "$(grep -c "^attache: $place" "$err")" -eq 1 ] ||
      fail "$command does not say so in a line"
  done
done
