#!/bin/sh
# Prints the scores on the development articles.
. "${0%/*}/common"
needs_python
extracts "$shared/gold/dev"
python3 "$shared/gold/score.py" "$shared/gold/dev" out | tee table
grep -q '^FACTS' table || fail "no score"
