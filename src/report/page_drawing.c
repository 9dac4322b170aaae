/* The drawing of a page: events in the middle, who takes part at the sides. */
/* SPDX-License-Identifier: MIT */
#include "report/page.h"

#include <stdlib.h>

/* User units: the width of the drawing, of a row, and where columns stand. */
#define WIDTH 1000
#define ROW 34
#define LEFT 290
#define MIDDLE_BEGIN 380
#define MIDDLE_END 620
#define RIGHT 710

/* Characters of a label that fit its column. */
#define LABEL_SIDE 36
#define LABEL_MIDDLE 27

typedef enum Column {
  COLUMN_LEFT,
  COLUMN_MIDDLE,
  COLUMN_RIGHT,
  COLUMNS
} Column;

typedef struct Spot {
  uint32_t thing;
  unsigned long weight; /* a thousandfold mean row of what it is joined to */
} Spot;

typedef struct Drawing {
  const Page* page;
  LIST(Spot) columns[COLUMNS];
  unsigned* row; /* [thing]; UINT_MAX: it is not drawn */
} Drawing;

#define NO_ROW (~0U)

static Column
column_of(ThingKind kind) {
  if (kind == THING_EVENT) {
    return COLUMN_MIDDLE;
  }
  return kind == THING_PERSON || kind == THING_GROUP ? COLUMN_LEFT
                                                     : COLUMN_RIGHT;
}

/* Whether a fact joins an event to somebody or somewhere. */
static bool
is_edge(const Sheet* sheet, const Fact* fact) {
  return fact->object != SHEET_NONE &&
         sheet->things.items[fact->subject].kind == THING_EVENT &&
         sheet->things.items[fact->object].kind < THING_EVENT;
}

static AttStatus
spot_add(Drawing* drawing, uint32_t thing) {
  if (drawing->row[thing] != NO_ROW) {
    return ATT_OK;
  }
  const Column column =
    column_of(drawing->page->sheet->things.items[thing].kind);
  drawing->row[thing] = (unsigned)drawing->columns[column].length;
  const Spot spot = { .thing = thing };
  return LIST_PUSH(drawing->page->arena, &drawing->columns[column], spot);
}

static int
spot_compare(const void* left, const void* right) {
  const Spot* const l = left;
  const Spot* const r = right;
  if (l->weight != r->weight) {
    return l->weight < r->weight ? -1 : 1;
  }
  return l->thing < r->thing ? -1 : l->thing > r->thing;
}

/* Sorts a side so that its things stand near their events. */
static void
side_sort(Drawing* drawing, Column column) {
  const Sheet* const sheet = drawing->page->sheet;
  for (size_t i = 0; i < drawing->columns[column].length; i++) {
    Spot* const spot = &drawing->columns[column].items[i];
    unsigned long sum = 0;
    unsigned long count = 0;
    for (size_t j = 0; j < sheet->facts.length; j++) {
      const Fact* const fact = &sheet->facts.items[j];
      if (is_edge(sheet, fact) && fact->object == spot->thing) {
        sum += 1000UL * drawing->row[fact->subject];
        count++;
      }
    }
    spot->weight = count == 0 ? 0 : sum / count;
  }
  if (drawing->columns[column].length > 0) {
    qsort(drawing->columns[column].items, drawing->columns[column].length,
          sizeof(Spot), spot_compare);
  }
  for (size_t i = 0; i < drawing->columns[column].length; i++) {
    drawing->row[drawing->columns[column].items[i].thing] = (unsigned)i;
  }
}

static AttStatus
drawing_arrange(Drawing* drawing) {
  const Sheet* const sheet = drawing->page->sheet;
  const size_t size = (sheet->things.length + 1) * sizeof(unsigned);
  TRY(att_arena_alloc(drawing->page->arena, size, &drawing->row));
  memset(drawing->row, 0xFF, size);
  for (size_t i = 0; i < sheet->facts.length; i++) {
    if (is_edge(sheet, &sheet->facts.items[i])) {
      TRY(spot_add(drawing, sheet->facts.items[i].subject));
      TRY(spot_add(drawing, sheet->facts.items[i].object));
    }
  }
  side_sort(drawing, COLUMN_LEFT);
  side_sort(drawing, COLUMN_RIGHT);
  return ATT_OK;
}

/* A label as long as fits; the whole is in the title beside it. */
static void
label_put(FILE* out, Slice label, size_t room) {
  size_t count = 0;
  for (size_t i = 0; i < label.length; i++) {
    count += (label.start[i] & 0xC0) != 0x80;
    if (count > room) {
      att_html_text(out, att_slice_part(label, 0, i));
      (void)fputs("…", out);
      return;
    }
  }
  att_html_text(out, label);
}

/* The rows of a column stand evenly over the height of the longest. */
static unsigned
height_of(const Drawing* drawing) {
  size_t rows = 1;
  for (size_t i = 0; i < COLUMNS; i++) {
    const size_t length = drawing->columns[i].length;
    rows = length > rows ? length : rows;
  }
  return ROW * (unsigned)rows;
}

static unsigned
y_of(const Drawing* drawing, uint32_t thing) {
  const ThingKind kind = drawing->page->sheet->things.items[thing].kind;
  const unsigned rows = (unsigned)drawing->columns[column_of(kind)].length;
  return height_of(drawing) * (2 * drawing->row[thing] + 1) / (2 * rows);
}

static AttStatus
edge_put(const Drawing* drawing, const Fact* fact) {
  const Page* const page = drawing->page;
  const ThingKind kind = page->sheet->things.items[fact->object].kind;
  const bool left = column_of(kind) == COLUMN_LEFT;
  const unsigned from = y_of(drawing, fact->subject);
  const unsigned to = y_of(drawing, fact->object);
  const int x = left ? MIDDLE_BEGIN : MIDDLE_END;
  const int end = left ? LEFT + 8 : RIGHT - 8;
  const int bend = (x + end) / 2;
  (void)fprintf(page->out,
                "<path class=\"edge %s%s\" data-e=\"%u\" data-t=\"%u\" "
                "d=\"M%d %uC%d %u %d %u %d %u\"><title>",
                att_page_class(kind), fact->inferred ? " inferred" : "",
                fact->subject, fact->object, x, from, bend, from, bend, to, end,
                to);
  TRY(att_page_property(page, fact->property));
  (void)fputs(": ", page->out);
  att_html_text(page->out, page->sheet->things.items[fact->object].label);
  (void)fputs("</title></path>\n", page->out);
  return ATT_OK;
}

static void
spot_put(const Drawing* drawing, uint32_t thing) {
  const Page* const page = drawing->page;
  const Thing* const item = &page->sheet->things.items[thing];
  const Column column = column_of(item->kind);
  const unsigned y = y_of(drawing, thing);
  (void)fprintf(page->out,
                "<a class=\"node %s\" href=\"#a%u-t%u\" data-n=\"%u\"><title>",
                att_page_class(item->kind), page->number, thing, thing);
  att_html_text(page->out, item->label);
  (void)fputs("</title>", page->out);
  if (column == COLUMN_MIDDLE) {
    (void)fprintf(page->out,
                  "<rect x=\"%d\" y=\"%u\" width=\"%d\" height=\"%d\" "
                  "rx=\"5\"/><text x=\"%d\" y=\"%u\" class=\"mid\">",
                  MIDDLE_BEGIN, y - ROW / 2 + 4, MIDDLE_END - MIDDLE_BEGIN,
                  ROW - 8, (MIDDLE_BEGIN + MIDDLE_END) / 2, y + 5);
  } else {
    const bool left = column == COLUMN_LEFT;
    (void)fprintf(page->out,
                  "<circle cx=\"%d\" cy=\"%u\" r=\"4\"/>"
                  "<text x=\"%d\" y=\"%u\" class=\"%s\">",
                  left ? LEFT + 4 : RIGHT - 4, y, left ? LEFT - 6 : RIGHT + 6,
                  y + 5, left ? "end" : "begin");
  }
  const Term* const class = &page->sheet->ontology->terms.items[item->class];
  if (column == COLUMN_MIDDLE && class->label.length > 0) {
    label_put(page->out, class->label, LABEL_MIDDLE);
  } else {
    label_put(page->out, item->label, LABEL_SIDE);
  }
  (void)fputs("</text></a>\n", page->out);
}

AttStatus
att_page_drawing(const Page* page) {
  Drawing drawing = { .page = page };
  TRY(drawing_arrange(&drawing));
  if (drawing.columns[COLUMN_MIDDLE].length == 0) {
    return ATT_OK;
  }
  (void)
    fprintf(page->out,
            "<section>\n<h3 id=\"a%u-drawing\">Who takes part in what</h3>\n"
            "<div class=\"wide\" tabindex=\"0\" role=\"group\" "
            "aria-labelledby=\"a%u-drawing\">\n"
            "<svg viewBox=\"0 -4 %d %u\" role=\"group\" "
            "aria-labelledby=\"a%u-drawing\">\n",
            page->number, page->number, WIDTH, height_of(&drawing) + 8,
            page->number);
  for (size_t i = 0; i < page->sheet->facts.length; i++) {
    if (is_edge(page->sheet, &page->sheet->facts.items[i])) {
      TRY(edge_put(&drawing, &page->sheet->facts.items[i]));
    }
  }
  for (size_t i = 0; i < COLUMNS; i++) {
    for (size_t j = 0; j < drawing.columns[i].length; j++) {
      spot_put(&drawing, drawing.columns[i].items[j].thing);
    }
  }
  (void)fputs("</svg>\n</div>\n</section>\n", page->out);
  return ATT_OK;
}
