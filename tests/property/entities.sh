#!/bin/sh
# What a fact names is described in the same graph.
. "${0%/*}/common"
holds entities
