#!/bin/sh
# Every source starts with a sentence and the licence; nothing is left to do.
. "${0%/*}/../case.sh"
cd "$root/src"
for file in $(find . -name '*.[ch]' | sort); do
  head -n 1 "$file" | grep -q '^/\* .*[.?] \*/$' ||
    fail "$file: its first line is no sentence"
  head -n 2 "$file" | tail -n 1 |
    grep -qxF '/* SPDX-License-Identifier: MIT */' ||
    fail "$file: its second line is not the licence"
done
if grep -rnE '\b(TODO|FIXME|XXX)\b|^# *if 0' . "$root/ontology" >"$err"; then
  fail "something is left to do, or dead"
fi
