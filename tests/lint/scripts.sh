#!/bin/sh
# The scripts are plain POSIX shell.
. "${0%/*}/../case.sh"
cd "$root"
for script in tests/run tests/install tests/case.sh tests/*/*.sh \
  tests/golden/* tests/analysis/* tests/property/common \
  tests/remote/common tests/score/* tests/bench/* \
  examples/quickstart src/cli/made.sh ontology/page.sh .ci/run; do
  case $script in
  *.ttl | *.md | *.supp | *.c | *.cjs) continue ;;
  esac
  head -n 1 "$script" | grep -q 'python3$' && continue
  sh -n "$script" 2>"$err" || fail "$script does not parse"
done
