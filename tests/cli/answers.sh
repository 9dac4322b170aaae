#!/bin/sh
# The questions in examples/ have the answers beside them.
. "${0%/*}/../case.sh"
[ "$(find "$root/examples" -name '*.rq' | wc -l)" -ge 10 ] ||
  fail "fewer than ten questions"
mkdir found
ATTACHE=$program sh "$root/tests/golden/answers" found 2>"$err" ||
  fail "a question is not answered"
diff -ru "$root/examples/answers" found >"$err" ||
  fail "an answer has changed; see tests/golden/answers"
for answer in found/*; do
  [ "$(wc -l <"$answer")" -ge 3 ] || fail "$answer has no row"
done
