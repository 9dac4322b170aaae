#!/bin/sh
# The version is told.
. "${0%/*}/../case.sh"
attache --version
gives 0
quiet
[ "$(cat "$out")" = "attache $(sed -n \
  's/^project(attache VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")" ] ||
  fail "not the version of CMakeLists.txt"
