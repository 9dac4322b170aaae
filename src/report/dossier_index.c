/* The index of a dossier: what several articles say together. */
/* SPDX-License-Identifier: MIT */
#include "report/dossier.h"

#include <stdlib.h>

/* A line of a list: what it is about, and where that stands. */
typedef struct Entry {
  Slice group; /* by this first, ... */
  Slice text;  /* ... then by this, ... */
  Slice date;  /* ... then by this */
  unsigned number;
  uint32_t thing;
} Entry;

typedef struct Ledger {
  Arena* arena;
  const Sheets* sheets;
  FILE* out;
  LIST(Entry) entries;
} Ledger;

static int
entry_compare(const void* left, const void* right) {
  const Entry* const l = left;
  const Entry* const r = right;
  int order = att_slice_compare(l->group, r->group);
  order = order != 0 ? order : att_slice_compare(l->text, r->text);
  order = order != 0 ? order : att_slice_compare(l->date, r->date);
  if (order != 0 || l->number == r->number) {
    return order != 0 ? order : (l->thing > r->thing) - (l->thing < r->thing);
  }
  return l->number < r->number ? -1 : 1;
}

static AttStatus
pair_join(Arena* arena, Slice left, Slice right, Slice* out) {
  const bool turned = att_slice_compare(left, right) > 0;
  const Slice first = turned ? right : left;
  const Slice second = turned ? left : right;
  const size_t size = first.length + second.length + sizeof " – ";
  char* bytes = NULL;
  TRY(att_arena_alloc(arena, size, &bytes));
  (void)snprintf(bytes, size, "%.*s – %.*s", (int)first.length, first.start,
                 (int)second.length, second.start);
  *out = (Slice){ bytes, size - 1 };
  return ATT_OK;
}

static const Sheet*
sheet_at(const Ledger* ledger, size_t index) {
  return &ledger->sheets->items[index];
}

/* When an event is: its own date, else the article's. */
static Slice
event_date(const Sheet* sheet, uint32_t event) {
  const Slice date = att_sheet_value(sheet, event, "date");
  return date.length > 0 ? date : sheet->date;
}

static AttStatus
posts_collect(Ledger* ledger, size_t index) {
  const Sheet* const sheet = sheet_at(ledger, index);
  for (uint32_t i = 0; i < sheet->things.length; i++) {
    const Fact* fact = NULL;
    for (size_t at = 0;
         (fact = att_sheet_next(sheet, i, "post", &at)) != NULL;) {
      const Entry entry = { sheet->things.items[i].label, fact->value,
                            fact->until.length > 0 ? fact->until : sheet->date,
                            (unsigned)index + 1, i };
      TRY(LIST_PUSH(ledger->arena, &ledger->entries, entry));
    }
  }
  return ATT_OK;
}

static bool
event_is(const Sheet* sheet, uint32_t event, const char* const* classes) {
  const Thing* const thing = &sheet->things.items[event];
  for (; thing->kind == THING_EVENT && *classes != NULL; classes++) {
    if (att_term_is_a(sheet->ontology, thing->class,
                      att_ontology_term(sheet->ontology, *classes))) {
      return true;
    }
  }
  return false;
}

/* Whether it has happened: what is planned or denied is no meeting. */
static bool
has_happened(const Sheet* sheet, uint32_t event) {
  const uint32_t actual = att_ontology_term(sheet->ontology, "Actual");
  return actual != ONTOLOGY_NONE &&
         att_slice_equals(att_sheet_value(sheet, event, "factuality"),
                          sheet->ontology->terms.items[actual].label);
}

/* The labels of those of `kind` that take part in `event`, as far as there is
 * room; each once. */
static size_t
actors_find(const Sheet* sheet, uint32_t event, ThingKind kind, Slice* out,
            size_t room) {
  size_t count = 0;
  for (size_t i = 0; i < sheet->facts.length && count < room; i++) {
    const Fact* const fact = &sheet->facts.items[i];
    if (fact->subject != event || fact->object == SHEET_NONE ||
        sheet->things.items[fact->object].kind != kind) {
      continue;
    }
    const Slice label = sheet->things.items[fact->object].label;
    bool known = false;
    for (size_t j = 0; j < count; j++) {
      known = known || att_slice_equals(out[j], label);
    }
    if (!known) {
      out[count++] = label;
    }
  }
  return count;
}

/* More take part in a meeting only where all the world does. */
#define ACTOR_LIMIT 16

static AttStatus
meetings_collect(Ledger* ledger, size_t index) {
  static const char* const classes[] = { "Meeting", "PhoneCall", "Negotiation",
                                         NULL };
  static const ThingKind kinds[] = { THING_PERSON, THING_STATE };
  const Sheet* const sheet = sheet_at(ledger, index);
  for (uint32_t i = 0; i < sheet->things.length; i++) {
    const bool met = event_is(sheet, i, classes) && has_happened(sheet, i);
    for (size_t k = 0; met && k < 2; k++) {
      Slice actors[ACTOR_LIMIT];
      const size_t count = actors_find(sheet, i, kinds[k], actors, ACTOR_LIMIT);
      for (size_t j = 0; j + 1 < count; j++) {
        for (size_t l = j + 1; l < count; l++) {
          Entry entry = { .date = event_date(sheet, i),
                          .number = (unsigned)index + 1,
                          .thing = i };
          TRY(pair_join(ledger->arena, actors[j], actors[l], &entry.group));
          TRY(LIST_PUSH(ledger->arena, &ledger->entries, entry));
        }
      }
    }
  }
  return ATT_OK;
}

static AttStatus
matters_add(Ledger* ledger, size_t index, uint32_t event, Slice pair) {
  static const char* const properties[] = { "sector", "topic" };
  const Sheet* const sheet = sheet_at(ledger, index);
  for (size_t i = 0; i < 2; i++) {
    const Fact* fact = NULL;
    for (size_t at = 0;
         (fact = att_sheet_next(sheet, event, properties[i], &at)) != NULL;) {
      const Entry entry = { pair, fact->value, event_date(sheet, event),
                            (unsigned)index + 1, event };
      TRY(LIST_PUSH(ledger->arena, &ledger->entries, entry));
    }
  }
  return ATT_OK;
}

static AttStatus
matters_collect(Ledger* ledger, size_t index) {
  const Sheet* const sheet = sheet_at(ledger, index);
  for (uint32_t i = 0; i < sheet->things.length; i++) {
    Slice states[ACTOR_LIMIT];
    const size_t count =
      sheet->things.items[i].kind == THING_EVENT
        ? actors_find(sheet, i, THING_STATE, states, ACTOR_LIMIT)
        : 0;
    for (size_t j = 0; j + 1 < count; j++) {
      for (size_t k = j + 1; k < count; k++) {
        Slice pair;
        TRY(pair_join(ledger->arena, states[j], states[k], &pair));
        TRY(matters_add(ledger, index, i, pair));
      }
    }
  }
  return ATT_OK;
}

/* One list of the index: how its entries are found, and its words. */
typedef struct Listing {
  const char* title;
  const char* heads[3];
  AttStatus (*collect)(Ledger* ledger, size_t index);
} Listing;

static const Listing listings[] = {
  { "People and their posts", { "Who", "Post", "Attested" }, posts_collect },
  { "Who met whom", { "Between", "", "When" }, meetings_collect },
  { "Sectors by pair of states",
    { "Between", "About", "When" },
    matters_collect },
};

static bool
same_line(const Entry* left, const Entry* right) {
  return att_slice_equals(left->group, right->group) &&
         att_slice_equals(left->text, right->text);
}

static void
line_put(const Ledger* ledger, const Listing* listing, size_t begin) {
  const Entry* const entries = ledger->entries.items;
  const Entry* const first = &entries[begin];
  const bool repeated =
    begin > 0 && att_slice_equals(first->group, entries[begin - 1].group);
  (void)fputs("<tr><th scope=\"row\">", ledger->out);
  (void)fputs(repeated ? "<span class=\"dim\">" : "", ledger->out);
  att_html_name(ledger->out, first->group);
  (void)fputs(repeated ? "</span></th>" : "</th>", ledger->out);
  if (listing->heads[1][0] != '\0') {
    (void)fputs("<td>", ledger->out);
    att_html_name(ledger->out, first->text);
    (void)fputs("</td>", ledger->out);
  }
  (void)fputs("<td>", ledger->out);
  for (size_t i = begin;
       i < ledger->entries.length && same_line(first, &entries[i]); i++) {
    (void)fprintf(ledger->out, "%s<a href=\"#a%u-t%u\">",
                  i == begin ? "" : ", ", entries[i].number, entries[i].thing);
    att_html_text(ledger->out, entries[i].date.length > 0 ? entries[i].date
                                                          : SLICE("undated"));
    (void)fputs("</a>", ledger->out);
  }
  (void)fputs("</td></tr>\n", ledger->out);
}

static AttStatus
listing_put(Ledger* ledger, const Listing* listing) {
  ledger->entries.length = 0;
  for (size_t i = 0; i < ledger->sheets->length; i++) {
    TRY(listing->collect(ledger, i));
  }
  if (ledger->entries.length == 0) {
    return ATT_OK;
  }
  qsort(ledger->entries.items, ledger->entries.length, sizeof(Entry),
        entry_compare);
  (void)fprintf(ledger->out,
                "<section>\n<h3>%s</h3>\n<div class=\"wide\" tabindex=\"0\" "
                "role=\"group\" aria-label=\"%s\">\n<table>\n<thead><tr>",
                listing->title, listing->title);
  for (size_t i = 0; i < 3; i++) {
    if (listing->heads[i][0] != '\0') {
      (void)fprintf(ledger->out, "<th scope=\"col\">%s</th>",
                    listing->heads[i]);
    }
  }
  (void)fputs("</tr></thead>\n<tbody>\n", ledger->out);
  for (size_t i = 0; i < ledger->entries.length; i++) {
    if (i == 0 ||
        !same_line(&ledger->entries.items[i], &ledger->entries.items[i - 1])) {
      line_put(ledger, listing, i);
    }
  }
  (void)fputs("</tbody>\n</table>\n</div>\n</section>\n", ledger->out);
  return ATT_OK;
}

static void
contents_put(const Sheets* sheets, FILE* out) {
  (void)fputs("<nav aria-label=\"Articles\">\n<ol class=\"time\">\n", out);
  for (size_t i = 0; i < sheets->length; i++) {
    const Sheet* const sheet = &sheets->items[i];
    const bool headed = sheet->headline.end > sheet->headline.begin;
    (void)fputs("<li><time>", out);
    att_html_text(out, sheet->date.length > 0 ? sheet->date : SLICE("undated"));
    (void)fprintf(out, "</time><span><a href=\"#a%zu\">", i + 1);
    att_html_name(out, headed
                         ? att_slice_part(sheet->clean, sheet->headline.begin,
                                          sheet->headline.end)
                         : sheet->name);
    (void)fprintf(out,
                  "</a> <span class=\"dim\">%zu facts</span></span></li>\n",
                  sheet->facts.length);
  }
  (void)fputs("</ol>\n</nav>\n", out);
}

AttStatus
att_dossier_index(Arena* arena, const Sheets* sheets, FILE* out) {
  Ledger ledger = { .arena = arena, .sheets = sheets, .out = out };
  (void)fprintf(out, "<h2>%zu articles</h2>\n", sheets->length);
  contents_put(sheets, out);
  for (size_t i = 0; i < sizeof listings / sizeof *listings; i++) {
    TRY(listing_put(&ledger, &listings[i]));
  }
  return ATT_OK;
}
