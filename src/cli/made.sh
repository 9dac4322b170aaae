#!/bin/sh
# Makes completions, a manual page for each subcommand and the page of the
# vocabulary.
# usage: made.sh PROGRAM attache.1 FOLDER ONTOLOGY
set -eu
# Under a sanitizer: what Redland leaks is no matter here.
ASAN_OPTIONS=detect_leaks=0
export ASAN_OPTIONS
program=$1
manual=$2
folder=$3
mkdir -p "$folder/bash" "$folder/zsh" "$folder/fish" "$folder/man"
"$program" completion bash >"$folder/bash/attache"
"$program" completion zsh >"$folder/zsh/_attache"
"$program" completion fish >"$folder/fish/attache.fish"
# "  NAME  SUMMARY" lines of the help; a page is the subcommand's part of the
# synopsis and of the description.
"$program" --help | sed -n 's/^  \([a-z][a-z]*\)  *\(.*\)$/\1 \2/p' |
  grep -v '^attache ' | while read -r name summary; do
  awk -v name="$name" -v summary="$summary" '
    BEGIN {
      print ".Dd February 12, 2026"
      print ".Dt ATTACHE-" toupper(name) " 1\n.Os\n.Sh NAME"
      print ".Nm attache-" name "\n.Nd " summary "\n.Sh SYNOPSIS"
    }
    /^\.S[hs] / { part = $0 }
    part == ".Sh SYNOPSIS" && /^\.Nm attache/ { held = $0; next }
    part == ".Sh SYNOPSIS" && /^\.Cm / { ours = $2 == name; if (ours) print held }
    part == ".Sh SYNOPSIS" && ours && !/^\.S/ { print }
    part == ".Ss attache " name {
      if (/^\.Ss/) print ".Sh DESCRIPTION"
      else print
    }
    END { print ".Sh SEE ALSO\n.Xr attache 1" }' "$manual" \
    >"$folder/man/attache-$name.1"
done
sh "$4/page.sh" "$program" "$4" >"$folder/vocabulary.html"
: >"$folder/done"
