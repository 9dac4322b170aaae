/* The names and file extensions of the formats. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_FORMAT_H
#define ATTACHE_GRAPH_FORMAT_H

#include "attache.h"

#include "base/slice.h"

/** The format that the extension of a name tells, or ATT_FORMAT_NONE. */
AttFormat
att_format_of_name(Slice name);

/** The name of a format; "none" for ATT_FORMAT_NONE. */
const char*
att_format_name(AttFormat format);

/** Whether graphs, not rows, come in it. */
bool
att_format_is_rdf(AttFormat format);

#endif
