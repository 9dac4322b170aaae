#!/bin/sh
# A frame that does not do what it says is told with file, line and column.
. "${0%/*}/../case.sh"
cp -R "$root/ontology" ontology
cat >ontology/zz.ttl <<'TTL'
@prefix att: <https://w3id.org/attache/ns#> .
@prefix frame: <https://w3id.org/attache/frame#> .

frame:zz-fence a att:Frame ; att:evokes att:Meeting ;
  att:verb "fence"@en ; att:subject att:principal ; att:with att:principal ;
  att:fires "Norway grumbled about Chile."@en .
TTL
attache check ontology
gives 3
says 'ontology/zz.ttl:6:13: Frame zz-fence does not fire on'
