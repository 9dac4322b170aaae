#!/bin/sh
# What was said stays said when a paragraph on others follows.
. "${0%/*}/common"
holds paragraph
