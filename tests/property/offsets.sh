#!/bin/sh
# A mention's offsets hold its words, and lie in one sentence.
. "${0%/*}/common"
holds offsets
