/* The text of a page: the article, its mentions marked. */
/* SPDX-License-Identifier: MIT */
#include "report/page.h"

/* Marks within marks: a person's title holds a state's name, a quotation holds
 * both. What is deeper still is not marked. */
#define DEPTH_LIMIT 16

/* Marks that are open, the innermost last. */
typedef struct Nest {
  const Page* page;
  uint32_t open[DEPTH_LIMIT];
  size_t depth;
  uint32_t at; /* what is written so far */
} Nest;

/* The innermost open mark of a thing; SHEET_NONE: there is none. */
static uint32_t
thing_open(const Nest* nest) {
  for (size_t i = nest->depth; i-- > 0;) {
    const Mark* const mark = &nest->page->sheet->marks.items[nest->open[i]];
    if (mark->thing != SHEET_NONE && mark->kind <= THING_EVENT) {
      return mark->thing;
    }
  }
  return SHEET_NONE;
}

/* Writes the text up to byte `end`, as a link to what it mentions. */
static void
run_put(Nest* nest, uint32_t end) {
  if (end <= nest->at) {
    return;
  }
  const Page* const page = nest->page;
  const Slice text = att_slice_part(page->sheet->clean, nest->at, end);
  const uint32_t thing = thing_open(nest);
  nest->at = end;
  if (thing == SHEET_NONE) {
    att_html_text(page->out, text);
    return;
  }
  const Thing* const item = &page->sheet->things.items[thing];
  (void)fprintf(page->out,
                "<a class=\"t\" href=\"#a%u-t%u\" title=\"%s: ", page->number,
                thing, att_page_kind(item->kind));
  att_html_text(page->out, item->label);
  const Slice post = att_sheet_value(page->sheet, thing, "post");
  if (post.length > 0) {
    (void)fputs(", ", page->out);
    att_html_text(page->out, post);
  }
  (void)fputs("\">", page->out);
  att_html_text(page->out, text);
  (void)fputs("</a>", page->out);
}

/* Closes the marks that end by byte `end`. */
static void
marks_close(Nest* nest, uint32_t end) {
  while (nest->depth > 0) {
    const Mark* const mark =
      &nest->page->sheet->marks.items[nest->open[nest->depth - 1]];
    if (mark->end > end) {
      return;
    }
    run_put(nest, mark->end);
    (void)fputs("</span>", nest->page->out);
    nest->depth--;
  }
}

static void
mark_open(Nest* nest, uint32_t index) {
  const Page* const page = nest->page;
  const Mark* const mark = &page->sheet->marks.items[index];
  marks_close(nest, mark->begin);
  run_put(nest, mark->begin);
  const uint32_t room =
    nest->depth == 0
      ? UINT32_MAX
      : page->sheet->marks.items[nest->open[nest->depth - 1]].end;
  if (mark->end > room || nest->depth == DEPTH_LIMIT) {
    return;
  }
  (void)fprintf(page->out, "<span class=\"m %s\" id=\"a%u-m%u\">",
                att_page_class(mark->kind), page->number, index);
  page->shown[index] = true;
  nest->open[nest->depth++] = index;
}

static void
span_put(const Page* page, Span span) {
  Nest nest = { .page = page, .at = span.begin };
  for (uint32_t i = 0; i < page->sheet->marks.length; i++) {
    const Mark* const mark = &page->sheet->marks.items[i];
    if (mark->begin >= span.begin && mark->end <= span.end &&
        mark->end > mark->begin) {
      mark_open(&nest, i);
    }
  }
  marks_close(&nest, span.end);
  run_put(&nest, span.end);
}

void
att_page_text(const Page* page) {
  const Sheet* const sheet = page->sheet;
  (void)fputs("<div class=\"text\">\n<h2 dir=\"auto\">", page->out);
  if (sheet->headline.end > sheet->headline.begin) {
    span_put(page, sheet->headline);
  } else {
    att_html_text(page->out, sheet->name);
  }
  (void)fputs("</h2>\n<p class=\"meta\">", page->out);
  if (sheet->date.length > 0) {
    (void)fputs("<time>", page->out);
    att_html_text(page->out, sheet->date);
    (void)fputs("</time> · ", page->out);
  }
  att_html_name(page->out, sheet->name);
  (void)fputs("</p>\n", page->out);
  for (size_t i = 0; i < sheet->paragraph_count; i++) {
    if (sheet->paragraphs[i].kind != PARAGRAPH_TITLE) {
      (void)fputs("<p dir=\"auto\">", page->out);
      span_put(page, sheet->paragraphs[i].span);
      (void)fputs("</p>\n", page->out);
    }
  }
  (void)fputs("</div>\n", page->out);
}
