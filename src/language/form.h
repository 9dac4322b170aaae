/* Forms: what the tagger sees of a token's bytes. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_LANGUAGE_FORM_H
#define ATTACHE_LANGUAGE_FORM_H

#include "base/slice.h"

/** `raw` with typographic quotes, dashes and ellipses made plain, as most of
 * the treebank has them, and invisible characters left out. Borrows `raw` where
 * nothing changes, else lives in the arena. */
AttStatus
att_form_plain(Arena* arena, Slice raw, Slice* out);

#endif
