#!/bin/sh
# The development articles: FACTS F1 >= 0.69.
. "${0%/*}/common"
needs_python
extracts "$shared/gold/dev"
python3 "$shared/gold/score.py" "$shared/gold/dev" out | tee table
at_least "$(awk '$1 == "FACTS" { print $4 }' table)" 0.69 FACTS
