/* Markup: articles in web pages and feeds. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CORPUS_MARKUP_H
#define ATTACHE_CORPUS_MARKUP_H

#include "base/list.h"
#include "corpus/record.h"

struct _xmlDoc;
struct _xmlNode;

/** Reads the web page `bytes`: its main text without what stands around it, its
 * headline, date, address and language, as far as it tells them. In `arena`. */
AttStatus
att_page_read(Arena* arena, Slice bytes, const Origin* origin, AttArticle* out);

/** Whether `bytes`, of which there may be more, begin like HTML, or like a
 * feed. */
bool
att_page_is(Slice bytes);
bool
att_feed_is(Slice bytes);

typedef LIST(AttArticle) Articles;

/** Reads the RSS or Atom feed `bytes`: an article for each entry. In `arena`.
 * ATT_INPUT after a report. */
AttStatus
att_feed_read(Arena* arena, Slice bytes, const Origin* origin, Articles* out);

/** The text below `root` but for `but` (NULL: all of it): a paragraph for each
 * block, without blocks that are mostly links. In `arena`, with a NUL. */
AttStatus
att_markup_text(Arena* arena, struct _xmlNode* root, const struct _xmlNode* but,
                Slice* out);

/** All text below `node` in one line; NULL if there is none. In `arena`. */
AttStatus
att_markup_line(Arena* arena, struct _xmlNode* node, const char** out);

/** The tree of the HTML `bytes`, whatever they are; NULL if there is none. For
 * xmlFreeDoc. */
struct _xmlDoc*
att_markup_parse(Slice bytes);

/** The text of the HTML fragment `bytes`. In `arena`, with a NUL. */
AttStatus
att_markup_fragment(Arena* arena, Slice bytes, Slice* out);

/** The value of an attribute in `arena`; NULL if it has none. */
AttStatus
att_markup_attribute(Arena* arena, struct _xmlNode* node, const char* name,
                     const char** out);

/** The node behind `node` in the order of the document, below `root`; NULL at
 * the end. `inside`: its children come first. */
struct _xmlNode*
att_markup_next(struct _xmlNode* node, const struct _xmlNode* root,
                bool inside);

/** Whether `node` is an element of that name, in any case. */
bool
att_markup_is(const struct _xmlNode* node, const char* name);

#endif
