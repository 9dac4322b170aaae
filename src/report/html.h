/* HTML: untrusted text written so that it stays text. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_REPORT_HTML_H
#define ATTACHE_REPORT_HTML_H

#include "base/slice.h"

#include <stdio.h>

/** Writes `text` (valid UTF-8) for an element's content or a quoted attribute.
 * Controls, and characters that turn the direction of writing, are shown by
 * their number and not obeyed. */
void
att_html_text(FILE* out, Slice text);

/** Writes `text` as an element of its own writing direction. */
void
att_html_name(FILE* out, Slice text);

/** Writes the source that a Content-Security-Policy names for `code`. */
void
att_html_hash(FILE* out, Slice code);

#endif
