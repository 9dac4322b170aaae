#!/bin/sh
# A source has under 500 lines, a header under 150, a function at most 60, and
# no line more than 80 columns.
. "${0%/*}/../case.sh"
cd "$root/src"

find . -name '*.[ch]' | sort | xargs awk '
  function close_file() {
    if (file == "") return
    limit = file ~ /\.h$/ ? 150 : 500
    if (lines >= limit) { print file ": " lines " lines"; bad = 1 }
  }
  FNR == 1 { close_file(); file = FILENAME; begin = 0 }
  { lines = FNR }
  # A definition: its name at the margin, its body up to a brace there.
  /^[a-z_][a-z0-9_]*\(/ { begin = FNR }
  /;$/ && begin && !body { begin = 0 }
  /\{$/ && begin { body = 1 }
  /^\}/ && begin {
    if (FNR - begin + 1 > 60) {
      print file ":" begin ": a function of " FNR - begin + 1 " lines"
      bad = 1
    }
    begin = body = 0
  }
  {
    # Bytes that continue a character take no column.
    line = $0
    gsub(/[\200-\277]/, "", line)
    if (length(line) > 80) {
      print file ":" FNR ": " length(line) " columns"
      bad = 1
    }
  }
  END { close_file(); exit bad }
' >&2 || fail "too long"
