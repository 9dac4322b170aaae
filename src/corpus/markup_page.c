/* Pages: the article in a web page. */
/* SPDX-License-Identifier: MIT */
#include "corpus/markup.h"

#include "base/utf8.h"
#include "corpus/stamp.h"

#include <libxml/HTMLparser.h>
#include <strings.h>

/* What pages call the day an article appeared, the surest first. */
static const char* const day_names[] = {
  "article:published_time",
  "og:article:published_time",
  "datePublished",
  "dc.date.issued",
  "dcterms.created",
  "dc.date",
  "pubdate",
  "publishdate",
  "parsely-pub-date",
  "date",
};
#define DAY_NAMES (sizeof day_names / sizeof day_names[0])

/* A page being searched. */
typedef struct Page {
  Arena* arena;
  xmlNode* top;      /* <html> */
  xmlNode* body;     /* where the article is */
  xmlNode* headline; /* the one <h1> in there, or NULL */
  const char* days[DAY_NAMES];
  const char* linked; /* the day that JSON-LD tells */
  const char* marked; /* the day of the first <time> in the body */
  const char* title;  /* what <title> says */
  const char* shared; /* what og:title says */
} Page;

/* Which of two elements holds more text is told by the paragraphs in them. */
static size_t
ink_count(const xmlNode* root) {
  size_t count = 0;
  for (const xmlNode* node = root; node != NULL;
       node = att_markup_next((xmlNode*)node, root, true)) {
    if (node->type == XML_TEXT_NODE && node->content != NULL &&
        node->parent != NULL && att_markup_is(node->parent, "p")) {
      count += strlen((const char*)node->content);
    }
  }
  return count;
}

static bool
is_article_body(xmlNode* node) {
  xmlChar* const value = node->type == XML_ELEMENT_NODE
                           ? xmlGetProp(node, (const xmlChar*)"itemprop")
                           : NULL;
  const bool found =
    value != NULL && strcasecmp((const char*)value, "articleBody") == 0;
  xmlFree(value);
  return found;
}

/* The article's own text where the page marks it, else its largest <article>,
 * else <main>, else all of it. */
static void
body_find(Page* page) {
  xmlNode* largest = NULL;
  xmlNode* main_part = NULL;
  size_t most = 0;
  for (xmlNode* node = page->top; node != NULL;
       node = att_markup_next(node, page->top, true)) {
    if (is_article_body(node)) {
      page->body = node;
      return;
    }
    if (att_markup_is(node, "article")) {
      const size_t ink = ink_count(node);
      largest = largest == NULL || ink > most ? node : largest;
      most = ink > most ? ink : most;
    } else if (att_markup_is(node, "main") && main_part == NULL) {
      main_part = node;
    }
  }
  page->body = largest != NULL     ? largest
               : main_part != NULL ? main_part
                                   : page->top;
}

static void
headline_find(Page* page) {
  size_t count = 0;
  xmlNode* found = NULL;
  for (xmlNode* node = page->top; node != NULL;
       node = att_markup_next(node, page->top, true)) {
    if (att_markup_is(node, "h1")) {
      count++;
      found = node;
    }
  }
  page->headline = count == 1 ? found : NULL;
}

/* <meta name= property= itemprop= content=> */
static AttStatus
meta_read(Page* page, xmlNode* node) {
  static const char* const keys[] = { "property", "name", "itemprop" };
  const char* content = NULL;
  TRY(att_markup_attribute(page->arena, node, "content", &content));
  for (size_t i = 0; content != NULL && i < 3; i++) {
    const char* key = NULL;
    TRY(att_markup_attribute(page->arena, node, keys[i], &key));
    if (key != NULL && strcasecmp(key, "og:title") == 0 &&
        page->shared == NULL) {
      page->shared = content;
    }
    for (size_t j = 0; key != NULL && j < DAY_NAMES; j++) {
      if (strcasecmp(key, day_names[j]) == 0 && page->days[j] == NULL) {
        TRY(att_stamp_day(page->arena, att_slice(content), &page->days[j]));
      }
    }
  }
  return ATT_OK;
}

static AttStatus
script_read(Page* page, xmlNode* node) {
  const char* type = NULL;
  TRY(att_markup_attribute(page->arena, node, "type", &type));
  if (type == NULL || strcasecmp(type, "application/ld+json") != 0 ||
      page->linked != NULL) {
    return ATT_OK;
  }
  xmlChar* const content = xmlNodeGetContent(node);
  const AttStatus status =
    content == NULL
      ? ATT_OK
      : att_record_day(page->arena, att_slice((const char*)content),
                       &page->linked);
  xmlFree(content);
  return status;
}

static AttStatus
time_read(Page* page, xmlNode* node) {
  const char* stamp = NULL;
  TRY(att_markup_attribute(page->arena, node, "datetime", &stamp));
  return stamp == NULL || page->marked != NULL
           ? ATT_OK
           : att_stamp_day(page->arena, att_slice(stamp), &page->marked);
}

static AttStatus
link_read(Page* page, xmlNode* node, AttArticle* out) {
  const char* relation = NULL;
  TRY(att_markup_attribute(page->arena, node, "rel", &relation));
  return relation == NULL || strcasecmp(relation, "canonical") != 0
           ? ATT_OK
           : att_markup_attribute(page->arena, node, "href", &out->url);
}

static AttStatus
facts_find(Page* page, AttArticle* out) {
  TRY(att_markup_attribute(page->arena, page->top, "lang", &out->language));
  for (xmlNode* node = page->top; node != NULL;
       node = att_markup_next(node, page->top, true)) {
    if (att_markup_is(node, "meta")) {
      TRY(meta_read(page, node));
    } else if (att_markup_is(node, "script")) {
      TRY(script_read(page, node));
    } else if (att_markup_is(node, "time")) {
      TRY(time_read(page, node));
    } else if (att_markup_is(node, "link")) {
      TRY(link_read(page, node, out));
    } else if (att_markup_is(node, "title") && page->title == NULL) {
      TRY(att_markup_line(page->arena, node, &page->title));
    }
  }
  return ATT_OK;
}

static const char*
day_choose(const Page* page) {
  if (page->linked != NULL) {
    return page->linked;
  }
  for (size_t i = 0; i < DAY_NAMES; i++) {
    if (page->days[i] != NULL) {
      return page->days[i];
    }
  }
  return page->marked;
}

static AttStatus
page_read(Page* page, AttArticle* out) {
  Slice text;
  TRY(facts_find(page, out));
  body_find(page);
  headline_find(page);
  out->date = day_choose(page);
  if (page->headline != NULL) {
    TRY(att_markup_line(page->arena, page->headline, &out->title));
  }
  if (out->title == NULL) {
    page->headline = NULL;
    out->title = page->shared != NULL ? page->shared : page->title;
  }
  TRY(att_markup_text(page->arena, page->body, page->headline, &text));
  out->text = text.start;
  out->length = text.length;
  return ATT_OK;
}

AttStatus
att_page_read(Arena* arena, Slice bytes, const Origin* origin,
              AttArticle* out) {
  const htmlDocPtr document = att_markup_parse(bytes);
  AttArticle article = { .id = origin->name, .text = "" };
  Page page = { .arena = arena };
  AttStatus status = ATT_OK;
  if (document != NULL) {
    page.top = xmlDocGetRootElement(document);
  }
  if (page.top != NULL) {
    status = page_read(&page, &article);
  }
  xmlFreeDoc(document);
  TRY(status);
  *out = article;
  return ATT_OK;
}

/* Whether `bytes` have `mark` (lower-case) at `at`, in any case. */
static bool
stands_at(Slice bytes, size_t at, const char* mark) {
  const size_t length = strlen(mark);
  return at + length <= bytes.length &&
         strncasecmp(bytes.start + at, mark, length) == 0;
}

static bool
has_mark(Slice bytes, const char* const* marks, size_t count) {
  const Slice text = att_slice_trim(bytes);
  const bool marked = text.length > 3 && stands_at(text, 0, "\xEF\xBB\xBF");
  if (text.length == 0 || text.start[marked ? 3 : 0] != '<') {
    return false;
  }
  for (size_t at = 0; at < text.length; at++) {
    for (size_t i = 0; text.start[at] == '<' && i < count; i++) {
      if (stands_at(text, at, marks[i])) {
        return true;
      }
    }
  }
  return false;
}

bool
att_page_is(Slice bytes) {
  static const char* const marks[] = { "<!doctype html", "<html", "<head",
                                       "<body" };
  return has_mark(bytes, marks, 4);
}

bool
att_feed_is(Slice bytes) {
  static const char* const marks[] = { "<rss", "<feed", "<rdf:rdf" };
  return has_mark(bytes, marks, 3);
}
