#!/bin/sh
# Completions know every command and option, and their shell takes them.
. "${0%/*}/../case.sh"
attache --help
sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p' "$out" | grep -v '^attache$' >commands
[ -s commands ] || fail "no commands"
for shell in bash zsh fish; do
  attache completion "$shell"
  gives 0
  cp "$out" "$shell"
  while read -r name; do
    grep -q "$name" "$shell" || fail "$shell does not know $name"
  done <commands
  prints provenance
  ! command -v "$shell" >/dev/null || "$shell" -n "$shell" ||
    fail "$shell does not take it"
done
attache completion csh
gives 2
says 'bash, zsh or fish'
command -v bash >/dev/null || skip "no bash"
# complete WORD...: what bash offers for the last word.
complete() {
  bash -c '. ./bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _attache
    echo "${COMPREPLY[*]}"' complete "$@"
}
[ "$(complete attache ext)" = extract ] || fail "no extract"
[ "$(complete attache extract --prov)" = --provenance ] || fail "no option"
[ "$(complete attache store re)" = remove ] || fail "no verb of the store"
: >article.txt
[ "$(complete attache extract art)" = article.txt ] || fail "no file"
