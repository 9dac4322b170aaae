#!/bin/sh
# Each header compiles alone.
. "${0%/*}/../case.sh"
cd "$root/src"
compiler=${CC:-cc}
for header in $(find . -name '*.h' | sort); do
  "$compiler" -std=c17 -D_POSIX_C_SOURCE=200809L -Wall -Wextra -Wpedantic \
    -Werror -I . -fsyntax-only -x c "$header" 2>"$err" ||
    fail "$header does not compile alone"
done
