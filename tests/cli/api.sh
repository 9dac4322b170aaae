#!/bin/sh
# The public headers make documentation without a warning.
. "${0%/*}/../case.sh"
command -v doxygen >/dev/null || skip "no doxygen"
cd "$root/src"
{
  cat Doxyfile
  echo "OUTPUT_DIRECTORY = $folder/api"
} | doxygen - >"$out" 2>"$err" || fail "doxygen warns"
grep -q att_reader_read "$folder/api/html/attache_8h.html" ||
  fail "a function is not documented"
