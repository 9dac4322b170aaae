/* Assets: the style sheet and script of a report, built into the library. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_REPORT_ASSET_H
#define ATTACHE_REPORT_ASSET_H

#include <stddef.h>

extern const char att_asset_style[];
extern const size_t att_asset_style_length;
extern const char att_asset_script[];
extern const size_t att_asset_script_length;

#endif
