/* The index of a dossier: what several articles say together. */
/* SPDX-License-Identifier: MIT */
#include "report/index.h"

#include <stdlib.h>

/* What one article adds to a list. */
typedef struct Ledger {
  Arena* arena; /* the index's */
  const Sheet* sheet;
  unsigned number;
  IndexEntries* entries;
} Ledger;

static int
entry_compare(const void* left, const void* right) {
  const IndexEntry* const l = left;
  const IndexEntry* const r = right;
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

/* The article's strings go, those of the index stay. */
static AttStatus
entry_add(const Ledger* ledger, IndexEntry entry) {
  entry.number = ledger->number;
  TRY(att_slice_copy(ledger->arena, entry.group, &entry.group));
  TRY(att_slice_copy(ledger->arena, entry.text, &entry.text));
  TRY(att_slice_copy(ledger->arena, entry.date, &entry.date));
  return LIST_PUSH(ledger->arena, ledger->entries, entry);
}

/* When an event is: its own date, else the article's. */
static Slice
event_date(const Sheet* sheet, uint32_t event) {
  const Slice date = att_sheet_value(sheet, event, "date");
  return date.length > 0 ? date : sheet->date;
}

static AttStatus
posts_collect(const Ledger* ledger) {
  const Sheet* const sheet = ledger->sheet;
  for (uint32_t i = 0; i < sheet->things.length; i++) {
    const Fact* fact = NULL;
    for (size_t at = 0;
         (fact = att_sheet_next(sheet, i, "post", &at)) != NULL;) {
      const Slice date = fact->until.length > 0 ? fact->until : sheet->date;
      TRY(entry_add(ledger, (IndexEntry){ .group = sheet->things.items[i].label,
                                          .text = fact->value,
                                          .date = date,
                                          .thing = i }));
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
meetings_collect(const Ledger* ledger) {
  static const char* const classes[] = { "Meeting", "PhoneCall", "Negotiation",
                                         NULL };
  static const ThingKind kinds[] = { THING_PERSON, THING_STATE };
  const Sheet* const sheet = ledger->sheet;
  for (uint32_t i = 0; i < sheet->things.length; i++) {
    const bool met = event_is(sheet, i, classes) && has_happened(sheet, i);
    for (size_t k = 0; met && k < 2; k++) {
      Slice actors[ACTOR_LIMIT];
      const size_t count = actors_find(sheet, i, kinds[k], actors, ACTOR_LIMIT);
      for (size_t j = 0; j + 1 < count; j++) {
        for (size_t l = j + 1; l < count; l++) {
          IndexEntry entry = { .date = event_date(sheet, i), .thing = i };
          TRY(pair_join(ledger->arena, actors[j], actors[l], &entry.group));
          TRY(entry_add(ledger, entry));
        }
      }
    }
  }
  return ATT_OK;
}

static AttStatus
matters_add(const Ledger* ledger, uint32_t event, Slice pair) {
  static const char* const properties[] = { "sector", "topic" };
  const Sheet* const sheet = ledger->sheet;
  for (size_t i = 0; i < 2; i++) {
    const Fact* fact = NULL;
    for (size_t at = 0;
         (fact = att_sheet_next(sheet, event, properties[i], &at)) != NULL;) {
      TRY(entry_add(ledger, (IndexEntry){ .group = pair,
                                          .text = fact->value,
                                          .date = event_date(sheet, event),
                                          .thing = event }));
    }
  }
  return ATT_OK;
}

static AttStatus
matters_collect(const Ledger* ledger) {
  const Sheet* const sheet = ledger->sheet;
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
        TRY(matters_add(ledger, i, pair));
      }
    }
  }
  return ATT_OK;
}

/* One list of the index: how its entries are found, and its words. */
typedef struct Listing {
  const char* title;
  const char* heads[3];
  AttStatus (*collect)(const Ledger* ledger);
} Listing;

static const Listing listings[INDEX_LISTS] = {
  { "People and their posts", { "Who", "Post", "Attested" }, posts_collect },
  { "Who met whom", { "Between", "", "When" }, meetings_collect },
  { "Sectors by pair of states",
    { "Between", "About", "When" },
    matters_collect },
};

static bool
same_line(const IndexEntry* left, const IndexEntry* right) {
  return att_slice_equals(left->group, right->group) &&
         att_slice_equals(left->text, right->text);
}

/* Begins the address of an article's part. */
static void
link_put(FILE* out, bool apart, unsigned number) {
  if (apart) {
    (void)fprintf(out, "<a href=\"a%u.html#a%u", number, number);
  } else {
    (void)fprintf(out, "<a href=\"#a%u", number);
  }
}

static void
line_put(const IndexEntries* entries, const Listing* listing, size_t begin,
         bool apart, FILE* out) {
  const IndexEntry* const first = &entries->items[begin];
  const bool repeated =
    begin > 0 && att_slice_equals(first->group, (first - 1)->group);
  (void)fputs("<tr><th scope=\"row\">", out);
  (void)fputs(repeated ? "<span class=\"dim\">" : "", out);
  att_html_name(out, first->group);
  (void)fputs(repeated ? "</span></th>" : "</th>", out);
  if (listing->heads[1][0] != '\0') {
    (void)fputs("<td>", out);
    att_html_name(out, first->text);
    (void)fputs("</td>", out);
  }
  (void)fputs("<td>", out);
  for (size_t i = begin;
       i < entries->length && same_line(first, &entries->items[i]); i++) {
    const IndexEntry* const entry = &entries->items[i];
    (void)fputs(i == begin ? "" : ", ", out);
    link_put(out, apart, entry->number);
    (void)fprintf(out, "-t%u\">", entry->thing);
    att_html_text(out, entry->date.length > 0 ? entry->date : SLICE("undated"));
    (void)fputs("</a>", out);
  }
  (void)fputs("</td></tr>\n", out);
}

static void
listing_put(IndexEntries* entries, const Listing* listing, bool apart,
            FILE* out) {
  if (entries->length == 0) {
    return;
  }
  qsort(entries->items, entries->length, sizeof *entries->items, entry_compare);
  (void)fprintf(out,
                "<section>\n<h3>%s</h3>\n<div class=\"wide\" tabindex=\"0\" "
                "role=\"group\" aria-label=\"%s\">\n<table>\n<thead><tr>",
                listing->title, listing->title);
  for (size_t i = 0; i < 3; i++) {
    if (listing->heads[i][0] != '\0') {
      (void)fprintf(out, "<th scope=\"col\">%s</th>", listing->heads[i]);
    }
  }
  (void)fputs("</tr></thead>\n<tbody>\n", out);
  for (size_t i = 0; i < entries->length; i++) {
    if (i == 0 || !same_line(&entries->items[i], &entries->items[i - 1])) {
      line_put(entries, listing, i, apart, out);
    }
  }
  (void)fputs("</tbody>\n</table>\n</div>\n</section>\n", out);
}

static void
contents_put(const DossierIndex* index, bool apart, FILE* out) {
  (void)fputs("<nav aria-label=\"Articles\">\n<ol class=\"time\">\n", out);
  for (size_t i = 0; i < index->titles.length; i++) {
    const IndexTitle* const title = &index->titles.items[i];
    (void)fputs("<li><time>", out);
    att_html_text(out, title->date.length > 0 ? title->date : SLICE("undated"));
    (void)fputs("</time><span>", out);
    link_put(out, apart, (unsigned)i + 1);
    (void)fputs("\">", out);
    att_html_name(out, title->title);
    (void)fprintf(out,
                  "</a> <span class=\"dim\">%zu facts</span></span></li>\n",
                  title->facts);
  }
  (void)fputs("</ol>\n</nav>\n", out);
}

AttStatus
att_index_add(DossierIndex* index, const Sheet* sheet) {
  IndexTitle title = { .facts = sheet->facts.length };
  TRY(att_slice_copy(index->arena, att_page_title(sheet), &title.title));
  TRY(att_slice_copy(index->arena, sheet->date, &title.date));
  TRY(LIST_PUSH(index->arena, &index->titles, title));
  for (size_t i = 0; i < INDEX_LISTS; i++) {
    const Ledger ledger = { .arena = index->arena,
                            .sheet = sheet,
                            .number = (unsigned)index->titles.length,
                            .entries = &index->lists[i] };
    TRY(listings[i].collect(&ledger));
  }
  return ATT_OK;
}

void
att_index_put(DossierIndex* index, bool apart, FILE* out) {
  (void)fprintf(out, "<h2>%zu articles</h2>\n", index->titles.length);
  contents_put(index, apart, out);
  for (size_t i = 0; i < INDEX_LISTS; i++) {
    listing_put(&index->lists[i], &listings[i], apart, out);
  }
}
