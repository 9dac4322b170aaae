#!/bin/sh
# EWT test, gold tokens: UPOS >= 95.5, UAS >= 85.5, LAS >= 82.5; 8 MB at most.
. "${0%/*}/common"
trainer=${ATTACHE_TRAIN:-$root/build/release/attache-train}
[ -x "$trainer" ] || skip "no attache-train"
model=$root/src/language/english.model
[ "$(wc -c <"$model")" -le 8000000 ] || fail "the model is above 8 MB"
"$trainer" eval --model "$model" \
  "$shared/data/syntax/en_ewt-ud-test.conllu" >table 2>"$err" ||
  fail "attache-train eval"
cat table
score() {
  sed -n "s/^.*$1[ :=]*\([0-9.]*\).*/\1/p" table | head -n 1
}
at_least "$(score UPOS)" 95.5 UPOS
at_least "$(score UAS)" 85.5 UAS
at_least "$(score 'LAS base')" 82.5 LAS
