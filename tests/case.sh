# Helpers of the case scripts; each shows one behaviour in a folder of its own.
# shellcheck shell=sh
#
#   attache ARGUMENT...      runs the program; keeps its output and status
#   gives N                  it ended with N
#   says TEXT                a line of its standard error holds TEXT
#   prints TEXT              a line of its standard output holds TEXT
#   quiet                    its standard error is empty
#   skip REASON              ends the case as skipped
#   fail REASON              ends the case as failed
# $out and $err are files; $root is the source tree.
set -eu
LC_ALL=C
export LC_ALL
root=${ATTACHE_ROOT:-$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)}
program=${ATTACHE:-$root/build/release/attache}
unset ATTACHE_DATA
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
out=$folder/.out
err=$folder/.err
status=0

fail() {
  echo "failed: $*" >&2
  if [ -s "$err" ]; then
    head -n 20 "$err" >&2
  fi
  exit 1
}

skip() {
  echo "skip: $*"
  exit 77
}

attache() {
  command="attache $*"
  status=0
  "$program" "$@" >"$out" 2>"$err" || status=$?
}

gives() {
  [ "$status" = "$1" ] || fail "$command ended with $status, not $1"
}

says() {
  grep -qF -- "$1" "$err" || fail "$command does not say: $1"
}

prints() {
  grep -qF -- "$1" "$out" || fail "$command does not print: $1"
}

quiet() {
  [ ! -s "$err" ] || fail "$command is not quiet"
}
