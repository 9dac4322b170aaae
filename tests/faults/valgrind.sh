#!/bin/sh
# No command reads what nobody wrote, beyond what it has, or loses memory, as far
# as valgrind sees; tests/valgrind.supp names what Raptor loses.
. "${0%/*}/../case.sh"
command -v valgrind >/dev/null || skip "no valgrind"
valgrind -q true 2>"$err" || skip "valgrind does not run"
examples=$root/examples
for name in summit condemnation; do
  "$program" extract --graph-per-article -o "$name.nq" "$examples/$name.txt"
  sort -o "$name.nq" "$name.nq"
done
"$program" extract -o summit.ttl "$examples/summit.txt"
echo 'SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o' >all.rq

while read -r arguments; do
  status=0
  # The line holds arguments.
  # shellcheck disable=SC2086
  valgrind -q --leak-check=full --show-leak-kinds=definite \
    --errors-for-leak-kinds=definite --error-exitcode=99 \
    --suppressions="$root/tests/valgrind.supp" --log-file="$err" \
    "$program" $arguments >"$out" 2>said || status=$?
  command="attache $arguments"
  gives 0
  [ ! -s said ] || fail "$command says: $(cat said)"
done <<EOF
extract --graph-per-article -j 2 -o o.nq.gz $examples/summit.txt
extract --store kept $examples/signing.txt
query -d summit.ttl -f json -q all.rq
query --store kept -q all.rq
store add kept condemnation.nq
store export -o o.nq kept
merge -o o.nq summit.nq condemnation.nq
link -o o.ttl summit.nq
report -o o.html $examples/signing.txt
push --dry-run --to http://localhost:1/ summit.nq
EOF
