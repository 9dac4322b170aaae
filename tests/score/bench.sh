#!/bin/sh
# Prints the scores on corpora that others annotated. Takes minutes.
. "${0%/*}/common"
needs_python
[ -f "$shared/gold/bench.py" ] || skip "no $shared/gold/bench.py"
while read -r task corpus; do
  echo "$task: $corpus"
  python3 "$shared/gold/bench.py" "$task" "$shared/data/$corpus" \
    --command "$program" 2>"$err" | tee table
  [ -s table ] || fail "no table for $task"
done <<'TASKS'
names ner/ewn.jsonl
dates dates/timex_tbaq.jsonl
quotes quotes/polnear_dev.jsonl
plover events/plv_train.jsonl
titles genre/genre_official.jsonl
TASKS
