/* The lists of a page: when, who said what, about what, and every fact. */
/* SPDX-License-Identifier: MIT */
#include "report/page.h"

#include <stdlib.h>

/* An event, or what it is about, and how it is ordered. */
typedef struct Row {
  Slice key;
  uint32_t thing;
} Row;

typedef LIST(Row) Rows;

static int
row_compare(const void* left, const void* right) {
  const Row* const l = left;
  const Row* const r = right;
  const int order = att_slice_compare(l->key, r->key);
  return order != 0 ? order : (l->thing > r->thing) - (l->thing < r->thing);
}

/* Adds a row for each fact that says `property`. */
static AttStatus
rows_add(const Page* page, const char* property, Rows* rows) {
  const Sheet* const sheet = page->sheet;
  const uint32_t wanted = att_ontology_term(sheet->ontology, property);
  for (size_t i = 0; i < sheet->facts.length; i++) {
    const Fact* const fact = &sheet->facts.items[i];
    if (fact->property == wanted) {
      const Row row = { fact->value, fact->subject };
      TRY(LIST_PUSH(page->arena, rows, row));
    }
  }
  return ATT_OK;
}

static void
rows_sort(Rows* rows) {
  if (rows->length > 0) {
    qsort(rows->items, rows->length, sizeof(Row), row_compare);
  }
}

static void
section_begin(const Page* page, const char* title) {
  (void)fprintf(page->out, "<section>\n<h3>%s</h3>\n", title);
}

static void
factuality_put(const Page* page, uint32_t event) {
  const Slice value = att_sheet_value(page->sheet, event, "factuality");
  if (value.length > 0) {
    (void)fputs(" <span class=\"dim\">", page->out);
    att_html_text(page->out, value);
    (void)fputs("</span>", page->out);
  }
}

AttStatus
att_page_timeline(const Page* page) {
  Rows rows = { 0 };
  TRY(rows_add(page, "date", &rows));
  rows_sort(&rows);
  if (rows.length == 0) {
    return ATT_OK;
  }
  section_begin(page, "Timeline");
  (void)fputs("<ol class=\"time\">\n", page->out);
  for (size_t i = 0; i < rows.length; i++) {
    const Row* const row = &rows.items[i];
    (void)fputs("<li><time>", page->out);
    att_html_text(page->out, row->key);
    (void)fputs("</time><span>", page->out);
    att_page_thing(page, row->thing);
    factuality_put(page, row->thing);
    (void)fputs("</span></li>\n", page->out);
  }
  (void)fputs("</ol>\n</section>\n", page->out);
  return ATT_OK;
}

static void
people_put(const Page* page, uint32_t event, const char* property) {
  size_t at = 0;
  const Fact* fact = NULL;
  for (bool any = false;
       (fact = att_sheet_next(page->sheet, event, property, &at)) != NULL;
       any = true) {
    (void)fputs(any ? ", " : "", page->out);
    att_page_object(page, fact);
  }
}

static void
saying_put(const Page* page, uint32_t event) {
  const Thing* const thing = &page->sheet->things.items[event];
  const Term* const class = &page->sheet->ontology->terms.items[thing->class];
  size_t at = 0;
  (void)fputs("<li><p>", page->out);
  people_put(page, event, "speaker");
  (void)fprintf(page->out, ": <a class=\"k event\" href=\"#a%u-t%u\">",
                page->number, event);
  att_html_text(page->out, class->label);
  (void)fputs("</a>", page->out);
  if (att_sheet_next(page->sheet, event, "addressee", &at) != NULL) {
    (void)fputs(", to ", page->out);
    people_put(page, event, "addressee");
  }
  (void)fputs("</p>", page->out);
  if (thing->words != SHEET_NONE) {
    (void)fprintf(page->out, "<blockquote%s>",
                  thing->quoted ? " class=\"quoted\"" : "");
    att_page_words(page, thing->words);
    (void)fputs("</blockquote>", page->out);
  }
  (void)fputs("</li>\n", page->out);
}

void
att_page_sayings(const Page* page) {
  bool any = false;
  for (uint32_t i = 0; i < page->sheet->things.length; i++) {
    size_t at = 0;
    if (att_sheet_next(page->sheet, i, "speaker", &at) == NULL) {
      continue;
    }
    if (!any) {
      section_begin(page, "Who said what");
      (void)fputs("<ul class=\"sayings\">\n", page->out);
    }
    saying_put(page, i);
    any = true;
  }
  if (any) {
    (void)fputs("</ul>\n</section>\n", page->out);
  }
}

AttStatus
att_page_matters(const Page* page) {
  Rows rows = { 0 };
  TRY(rows_add(page, "sector", &rows));
  TRY(rows_add(page, "topic", &rows));
  rows_sort(&rows);
  if (rows.length == 0) {
    return ATT_OK;
  }
  section_begin(page, "Sectors and topics");
  for (size_t i = 0; i < rows.length; i++) {
    const Row* const row = &rows.items[i];
    if (i == 0 || !att_slice_equals(row->key, row[-1].key)) {
      (void)fputs(i == 0 ? "<dl class=\"matters\">\n<dt>" : "</dd>\n<dt>",
                  page->out);
      att_html_text(page->out, row->key);
      (void)fputs("</dt><dd>", page->out);
    } else {
      (void)fputs("<br>", page->out);
    }
    att_page_thing(page, row->thing);
  }
  (void)fputs("</dd>\n</dl>\n</section>\n", page->out);
  return ATT_OK;
}

/* Which of the switches above the table a fact belongs to. */
static const char*
fact_class(const Page* page, const Fact* fact) {
  static const struct {
    const char* property;
    const char* class;
  } plain[] = {
    { "date", "f-when" },   { "dateText", "f-when" }, { "earliest", "f-when" },
    { "latest", "f-when" }, { "sector", "f-what" },   { "topic", "f-what" },
  };
  const Sheet* const sheet = page->sheet;
  const Slice name = sheet->ontology->terms.items[fact->property].name;
  if (sheet->things.items[fact->subject].kind != THING_EVENT) {
    return "f-post";
  }
  if (fact->object != SHEET_NONE) {
    return sheet->things.items[fact->object].kind == THING_PLACE ? "f-where"
                                                                 : "f-who";
  }
  for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
    if (att_slice_is(name, plain[i].property)) {
      return plain[i].class;
    }
  }
  return "f-other";
}

static AttStatus
fact_put(const Page* page, size_t index) {
  const Fact* const fact = &page->sheet->facts.items[index];
  (void)fprintf(page->out,
                "<tr id=\"a%u-f%zu\" class=\"%s\"><td>%zu</td>"
                "<th scope=\"row\">",
                page->number, index + 1, fact_class(page, fact), index + 1);
  att_page_thing(page, fact->subject);
  (void)fputs("</th><td>", page->out);
  TRY(att_page_property(page, fact->property));
  (void)fputs("</td><td>", page->out);
  att_page_object(page, fact);
  (void)fputs("</td><td>", page->out);
  for (size_t i = 0; i < fact->mark_count; i++) {
    (void)fputs(i == 0 ? "" : " … ", page->out);
    att_page_words(page, fact->marks[i]);
  }
  (void)fprintf(page->out, "</td><td>%s",
                fact->inferred ? "from the context" : "stated");
  if (fact->rule.length > 0) {
    (void)fputs(", <code>", page->out);
    att_html_text(page->out, fact->rule);
    (void)fputs("</code>", page->out);
  }
  (void)fputs("</td></tr>\n", page->out);
  return ATT_OK;
}

AttStatus
att_page_facts(const Page* page) {
  (void)fprintf(
    page->out,
    "<section>\n<h3 id=\"a%u-facts\">Every fact, and the words that show "
    "it</h3>\n<div class=\"wide\" tabindex=\"0\" role=\"group\" "
    "aria-labelledby=\"a%u-facts\">\n<table>\n<thead><tr>"
    "<th scope=\"col\">No</th><th scope=\"col\">Of</th>"
    "<th scope=\"col\">What</th><th scope=\"col\">Is</th>"
    "<th scope=\"col\">Words</th><th scope=\"col\">How known</th>"
    "</tr></thead>\n<tbody>\n",
    page->number, page->number);
  for (size_t i = 0; i < page->sheet->facts.length; i++) {
    TRY(fact_put(page, i));
  }
  (void)fputs("</tbody>\n</table>\n</div>\n</section>\n", page->out);
  return ATT_OK;
}
