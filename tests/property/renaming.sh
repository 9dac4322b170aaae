#!/bin/sh
# A person of another name does the same.
. "${0%/*}/common"
holds renaming
