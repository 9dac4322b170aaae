/* The cards of a page: each thing, what is said of it, and in which words. */
/* SPDX-License-Identifier: MIT */
#include "report/page.h"

/* Mentions named on a card; of more, their number. */
#define WORDS_SHOWN 8

static bool
fact_is(const Page* page, const Fact* fact, const char* property) {
  return fact->property == att_ontology_term(page->sheet->ontology, property);
}

/* Bounds of a time are in the table of facts; a card says the time itself. */
static bool
on_card(const Page* page, const Fact* fact) {
  return !fact_is(page, fact, "earliest") && !fact_is(page, fact, "latest");
}

static AttStatus
facts_put(const Page* page, uint32_t thing) {
  const Sheet* const sheet = page->sheet;
  uint32_t last = SHEET_NONE;
  for (size_t i = 0; i < sheet->facts.length; i++) {
    const Fact* const fact = &sheet->facts.items[i];
    if (fact->subject != thing || !on_card(page, fact)) {
      continue;
    }
    if (fact->property != last) {
      (void)fputs(last == SHEET_NONE ? "<dl>" : "</dd>", page->out);
      (void)fputs("<dt>", page->out);
      TRY(att_page_property(page, fact->property));
      (void)fputs("</dt><dd>", page->out);
    } else {
      (void)fputs("<br>", page->out);
    }
    att_page_object(page, fact);
    last = fact->property;
  }
  if (last != SHEET_NONE) {
    (void)fputs("</dd></dl>\n", page->out);
  }
  return ATT_OK;
}

/* The facts that others have about it: what it takes part in, what names it. */
static AttStatus
parts_put(const Page* page, uint32_t thing) {
  const Sheet* const sheet = page->sheet;
  bool any = false;
  for (size_t i = 0; i < sheet->facts.length; i++) {
    const Fact* const fact = &sheet->facts.items[i];
    if (fact->object != thing) {
      continue;
    }
    (void)fputs(any ? "<li>" : "<ul><li>", page->out);
    att_page_thing(page, fact->subject);
    (void)fputs(" <span class=\"dim\">", page->out);
    TRY(att_page_property(page, fact->property));
    (void)fputs("</span></li>", page->out);
    any = true;
  }
  if (any) {
    (void)fputs("</ul>\n", page->out);
  }
  return ATT_OK;
}

static void
mentions_put(const Page* page, uint32_t thing) {
  const Sheet* const sheet = page->sheet;
  size_t count = 0;
  for (uint32_t i = 0; i < sheet->marks.length; i++) {
    if (sheet->marks.items[i].thing != thing || !page->shown[i]) {
      continue;
    }
    if (count < WORDS_SHOWN) {
      (void)fputs(count == 0 ? "<p class=\"said\">In the text: " : ", ",
                  page->out);
      att_page_words(page, i);
    }
    count++;
  }
  if (count > WORDS_SHOWN) {
    (void)fprintf(page->out, " and %zu more", count - WORDS_SHOWN);
  }
  if (count > 0) {
    (void)fputs("</p>\n", page->out);
  }
}

static void
rule_put(const Page* page, uint32_t thing) {
  const Sheet* const sheet = page->sheet;
  for (size_t i = 0; i < sheet->facts.length; i++) {
    const Fact* const fact = &sheet->facts.items[i];
    if (fact->subject == thing && fact->rule.length > 0) {
      (void)fputs("<p class=\"dim\">Frame: <code>", page->out);
      att_html_text(page->out, fact->rule);
      (void)fputs("</code></p>\n", page->out);
      return;
    }
  }
}

static AttStatus
card_put(const Page* page, uint32_t index) {
  const Thing* const thing = &page->sheet->things.items[index];
  const char* const class = att_page_class(thing->kind);
  (void)fprintf(page->out,
                "<section class=\"card %s\" id=\"a%u-t%u\" tabindex=\"-1\">\n"
                "<h4><span class=\"tag %s\">%s</span> ",
                class, page->number, index, class, att_page_kind(thing->kind));
  att_html_name(page->out, thing->label);
  (void)fputs("</h4>\n", page->out);
  if (thing->words != SHEET_NONE) {
    (void)fputs("<blockquote>", page->out);
    att_page_words(page, thing->words);
    (void)fputs("</blockquote>\n", page->out);
  }
  TRY(facts_put(page, index));
  TRY(parts_put(page, index));
  mentions_put(page, index);
  rule_put(page, index);
  (void)fputs("</section>\n", page->out);
  return ATT_OK;
}

AttStatus
att_page_cards(const Page* page) {
  (void)fprintf(
    page->out,
    "<div class=\"cards\" role=\"group\" aria-labelledby=\"a%u-cards\">\n"
    "<h3 id=\"a%u-cards\">Who and what</h3>\n"
    "<p class=\"hint\">Choose marked words to see what is said of "
    "them.</p>\n",
    page->number, page->number);
  for (uint32_t i = 0; i < page->sheet->things.length; i++) {
    if (page->sheet->things.items[i].kind <= THING_EVENT) {
      TRY(card_put(page, i));
    }
  }
  (void)fputs("</div>\n", page->out);
  return ATT_OK;
}
