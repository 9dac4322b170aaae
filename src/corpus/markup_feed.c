/* Feeds: the articles in RSS and Atom. */
/* SPDX-License-Identifier: MIT */
#include "corpus/markup.h"

#include "corpus/stamp.h"

#include <libxml/parser.h>

/* What feeds call the parts of an entry, RSS first; the surest first. */
static const char* const text_names[] = { "encoded", "content", "description",
                                          "summary" };
static const char* const date_names[] = { "pubDate", "published", "date",
                                          "updated" };
static const char* const id_names[] = { "guid", "id", "link" };

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* A feed being read. */
typedef struct Feed {
  Arena* arena;
  const Origin* origin;
  const char* language; /* of all entries, or NULL */
  Articles* articles;
} Feed;

static bool
is_called(const xmlNode* node, const char* name) {
  return node->type == XML_ELEMENT_NODE &&
         strcmp((const char*)node->name, name) == 0;
}

static xmlNode*
child_find(const xmlNode* entry, const char* name) {
  for (xmlNode* node = entry->children; node != NULL; node = node->next) {
    if (is_called(node, name)) {
      return node;
    }
  }
  return NULL;
}

/* A link is text in RSS, an attribute in Atom. */
static AttStatus
link_read(Feed* feed, const xmlNode* entry, const char** out) {
  *out = NULL;
  xmlNode* const node = child_find(entry, "link");
  if (node == NULL) {
    return ATT_OK;
  }
  TRY(att_markup_attribute(feed->arena, node, "href", out));
  return *out != NULL ? ATT_OK : att_markup_line(feed->arena, node, out);
}

static AttStatus
id_read(Feed* feed, const xmlNode* entry, AttArticle* article) {
  for (size_t i = 0; i < COUNT(id_names) && article->id == NULL; i++) {
    xmlNode* const node = child_find(entry, id_names[i]);
    if (node != NULL) {
      TRY(att_markup_line(feed->arena, node, &article->id));
    }
  }
  if (article->id == NULL) {
    article->id = article->url;
  }
  if (article->id != NULL) {
    return ATT_OK;
  }
  const size_t room = strlen(feed->origin->name) + 24;
  char* bytes = NULL;
  TRY(att_arena_alloc(feed->arena, room, &bytes));
  (void)snprintf(bytes, room, "%s-%zu", feed->origin->name,
                 feed->articles->length + 1);
  article->id = bytes;
  return ATT_OK;
}

static AttStatus
date_read(Feed* feed, const xmlNode* entry, const char** out) {
  *out = NULL;
  for (size_t i = 0; i < COUNT(date_names) && *out == NULL; i++) {
    const char* stamp = NULL;
    xmlNode* const node = child_find(entry, date_names[i]);
    if (node != NULL) {
      TRY(att_markup_line(feed->arena, node, &stamp));
    }
    if (stamp != NULL) {
      TRY(att_stamp_day(feed->arena, att_slice(stamp), out));
    }
  }
  return ATT_OK;
}

/* Text is HTML in letters, or elements of XHTML; what is neither passes either
 * way. */
static AttStatus
text_read(Feed* feed, const xmlNode* entry, AttArticle* article) {
  Slice text = { "", 0 };
  for (size_t i = 0; i < COUNT(text_names) && text.length == 0; i++) {
    xmlNode* const node = child_find(entry, text_names[i]);
    if (node == NULL) {
      continue;
    }
    if (xmlChildElementCount(node) > 0) {
      TRY(att_markup_text(feed->arena, node, NULL, &text));
      continue;
    }
    xmlChar* const content = xmlNodeGetContent(node);
    const AttStatus status =
      content == NULL
        ? ATT_OK
        : att_markup_fragment(feed->arena, att_slice((const char*)content),
                              &text);
    xmlFree(content);
    TRY(status);
  }
  article->text = text.start;
  article->length = text.length;
  return ATT_OK;
}

static AttStatus
entry_read(Feed* feed, const xmlNode* entry) {
  AttArticle article = { .language = feed->language };
  xmlNode* const title = child_find(entry, "title");
  if (title != NULL) {
    TRY(att_markup_line(feed->arena, title, &article.title));
  }
  TRY(link_read(feed, entry, &article.url));
  TRY(id_read(feed, entry, &article));
  TRY(date_read(feed, entry, &article.date));
  TRY(text_read(feed, entry, &article));
  return LIST_PUSH(feed->arena, feed->articles, article);
}

static AttStatus
entries_read(Feed* feed, xmlNode* root) {
  TRY(att_markup_attribute(feed->arena, root, "lang", &feed->language));
  xmlNode* node = root;
  while (node != NULL) {
    const bool entry = is_called(node, "item") || is_called(node, "entry");
    if (entry) {
      TRY(entry_read(feed, node));
    } else if (is_called(node, "language")) {
      TRY(att_markup_line(feed->arena, node, &feed->language));
    }
    node = att_markup_next(node, root, !entry);
  }
  return ATT_OK;
}

static AttStatus
fail(const Origin* origin, const xmlError* error) {
  const char* const message =
    error == NULL || error->message == NULL ? "it is empty" : error->message;
  const unsigned line =
    error == NULL || error->line < 0 ? 0 : (unsigned)error->line;
  att_report(origin->sink, ATT_ERROR,
             (Place){ .file = origin->place.file, .line = line },
             "The feed is no XML: %.*s", (int)strcspn(message, "\n"), message);
  return ATT_INPUT;
}

/* Without entities of the outside; libxml2 has limits for those inside. */
AttStatus
att_feed_read(Arena* arena, Slice bytes, const Origin* origin, Articles* out) {
  const xmlParserCtxtPtr context = xmlNewParserCtxt();
  if (context == NULL) {
    return ATT_NO_MEMORY;
  }
  Feed feed = { .arena = arena, .origin = origin, .articles = out };
  const xmlDocPtr document =
    xmlCtxtReadMemory(context, bytes.start, (int)bytes.length, NULL, NULL,
                      XML_PARSE_NONET | XML_PARSE_NOERROR |
                        XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
  xmlNode* const root =
    document == NULL ? NULL : xmlDocGetRootElement(document);
  const AttStatus status = root == NULL
                             ? fail(origin, xmlCtxtGetLastError(context))
                             : entries_read(&feed, root);
  xmlFreeDoc(document);
  xmlFreeParserCtxt(context);
  return status;
}
