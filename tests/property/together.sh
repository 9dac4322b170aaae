#!/bin/sh
# Articles read at once say what they say one by one.
. "${0%/*}/common"
holds together
