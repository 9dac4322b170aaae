/* A page: what its parts share. */
/* SPDX-License-Identifier: MIT */
#include "report/page.h"

static const struct {
  const char* class;
  const char* name;
} kinds[THING_KIND_COUNT] = {
  [THING_PERSON] = { "person", "person" },
  [THING_ORGANIZATION] = { "body", "organisation" },
  [THING_STATE] = { "state", "state" },
  [THING_PLACE] = { "place", "place" },
  [THING_GROUP] = { "group", "group" },
  [THING_EVENT] = { "event", "event" },
  [THING_POST] = { "post", "post" },
  [THING_TENURE] = { "post", "post" },
  [THING_DATE] = { "date", "date" },
  [THING_WORDS] = { "words", "words said" },
  [THING_OTHER] = { "other", "other" },
};

Slice
att_page_title(const Sheet* sheet) {
  const Span line = sheet->headline;
  return line.end > line.begin
           ? att_slice_part(sheet->clean, line.begin, line.end)
           : sheet->name;
}

const char*
att_page_class(ThingKind kind) {
  return kinds[kind].class;
}

const char*
att_page_kind(ThingKind kind) {
  return kinds[kind].name;
}

void
att_page_thing(const Page* page, uint32_t thing) {
  const Thing* const item = &page->sheet->things.items[thing];
  if (item->kind > THING_EVENT) {
    att_html_name(page->out, item->label);
    return;
  }
  (void)fprintf(page->out, "<a class=\"k %s\" href=\"#a%u-t%u\">",
                att_page_class(item->kind), page->number, thing);
  att_html_name(page->out, item->label);
  (void)fputs("</a>", page->out);
}

void
att_page_words(const Page* page, uint32_t mark) {
  if (!page->shown[mark]) {
    att_html_name(page->out, att_sheet_words(page->sheet, mark));
    return;
  }
  (void)fprintf(page->out, "<a class=\"w\" href=\"#a%u-m%u\">", page->number,
                mark);
  att_html_name(page->out, att_sheet_words(page->sheet, mark));
  (void)fputs("</a>", page->out);
}

void
att_page_object(const Page* page, const Fact* fact) {
  if (fact->object != SHEET_NONE) {
    att_page_thing(page, fact->object);
  } else {
    att_html_name(page->out, fact->value);
  }
  if (fact->until.length > 0) {
    (void)fputs(" <span class=\"dim\">(until before ", page->out);
    att_html_text(page->out, fact->until);
    (void)fputs(")</span>", page->out);
  }
}

AttStatus
att_page_property(const Page* page, uint32_t property) {
  Slice words;
  TRY(att_term_words(page->arena, &page->sheet->ontology->terms.items[property],
                     &words));
  att_html_text(page->out, words);
  return ATT_OK;
}
