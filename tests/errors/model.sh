#!/bin/sh
# A model that is missing, cut, foreign or damaged ends with 3.
. "${0%/*}/../case.sh"
model=$root/src/language/english.model
printf 'OSLO: Norway signed an agreement with Chile.\n' >good.txt
: >empty.model
head -c 100000 "$model" >cut.model
printf 'not a model' >foreign.model
{
  head -c 5000 "$model"
  printf 'damage!!'
  tail -c +5009 "$model"
} >damaged.model
for file in nowhere.model empty.model cut.model foreign.model damaged.model; do
  attache extract --model "$file" good.txt
  gives 3
  says "$file"
  [ ! -s "$out" ] || fail "$file: an output although nothing was read"
done
