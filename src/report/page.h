/* A page: the parts of a report, written as HTML. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_REPORT_PAGE_H
#define ATTACHE_REPORT_PAGE_H

#include "report/html.h"
#include "report/sheet.h"

/** One article's part of a page. */
typedef struct Page {
  FILE* out;
  Arena* arena; /**< For what is only needed while writing. */
  const Sheet* sheet;
  unsigned number; /**< Of the article on the page, from 1. */
  bool* shown;     /**< [mark]: its words can be linked to. */
} Page;

/** The headline, or what the article is called. */
Slice
att_page_title(const Sheet* sheet);

/** A class of the style sheet for things of a kind, and what they are called;
 * both are fit for HTML. */
const char*
att_page_class(ThingKind kind);
const char*
att_page_kind(ThingKind kind);

/** Writes a link to a thing's card, or its name where it has no card. */
void
att_page_thing(const Page* page, uint32_t thing);

/** Writes the words of a mark, as a link where they are shown. */
void
att_page_words(const Page* page, uint32_t mark);

/** Writes what a fact says of its subject. */
void
att_page_object(const Page* page, const Fact* fact);

/** Writes a property in words. */
AttStatus
att_page_property(const Page* page, uint32_t property);

/** The parts, in order: the text comes first, since it sets what is shown. */
void
att_page_text(const Page* page);
AttStatus
att_page_cards(const Page* page);
AttStatus
att_page_drawing(const Page* page);
AttStatus
att_page_timeline(const Page* page);
void
att_page_sayings(const Page* page);
AttStatus
att_page_matters(const Page* page);
AttStatus
att_page_facts(const Page* page);

#endif
