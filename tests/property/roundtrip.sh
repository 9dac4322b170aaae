#!/bin/sh
# What is written in any format is read as the same graph.
. "${0%/*}/common"
holds roundtrip
