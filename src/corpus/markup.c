/* Markup: trees of elements, and the text in them (the door to libxml2). */
/* SPDX-License-Identifier: MIT */
#include "corpus/markup.h"

#include "base/utf8.h"

#include <libxml/HTMLparser.h>
#include <strings.h>

/* Elements whose text is none of an article's. */
static const char* const silent[] = {
  "script", "style",  "noscript", "template", "head",     "nav",
  "aside",  "footer", "form",     "button",   "select",   "iframe",
  "svg",    "math",   "canvas",   "object",   "textarea", "figure",
  "menu",   "dialog", "audio",    "video",
};

/* Elements that do not begin a paragraph. */
static const char* const inner[] = {
  "a",    "abbr", "acronym", "b",    "bdi",   "bdo",  "big",    "cite",
  "code", "data", "dfn",     "em",   "font",  "i",    "ins",    "kbd",
  "mark", "q",    "s",       "samp", "small", "span", "strong", "sub",
  "sup",  "time", "tt",      "u",    "var",   "wbr",  "img",
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* Text being collected. */
typedef struct Collector {
  Arena* arena;
  LIST(char) bytes;
  size_t block;  /* where the block begins */
  size_t inked;  /* bytes of it that are not blank */
  size_t linked; /* those of them in links */
  size_t links;  /* elements open that are links */
} Collector;

bool
att_markup_is(const struct _xmlNode* node, const char* name) {
  return node->type == XML_ELEMENT_NODE &&
         strcasecmp((const char*)node->name, name) == 0;
}

static bool
is_among(const xmlNode* node, const char* const* names, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (att_markup_is(node, names[i])) {
      return true;
    }
  }
  return false;
}

struct _xmlNode*
att_markup_next(struct _xmlNode* node, const struct _xmlNode* root,
                bool inside) {
  if (inside && node->children != NULL && node->type != XML_ENTITY_REF_NODE) {
    return node->children;
  }
  while (node != root && node->next == NULL) {
    node = node->parent;
  }
  return node == root ? NULL : node->next;
}

AttStatus
att_markup_attribute(Arena* arena, struct _xmlNode* node, const char* name,
                     const char** out) {
  *out = NULL;
  xmlChar* const value = node->type == XML_ELEMENT_NODE
                           ? xmlGetProp(node, (const xmlChar*)name)
                           : NULL;
  if (value == NULL) {
    return ATT_OK;
  }
  Slice copy;
  const AttStatus status =
    att_slice_copy(arena, att_slice((const char*)value), &copy);
  xmlFree(value);
  TRY(status);
  *out = copy.start;
  return ATT_OK;
}

static bool
has_value(xmlNode* node, const char* name, const char* wanted) {
  xmlChar* const value = xmlGetProp(node, (const xmlChar*)name);
  const bool found =
    value != NULL && strcasecmp((const char*)value, wanted) == 0;
  xmlFree(value);
  return found;
}

static bool
is_silent(xmlNode* node) {
  return node->type == XML_ELEMENT_NODE &&
         (is_among(node, silent, COUNT(silent)) ||
          xmlHasProp(node, (const xmlChar*)"hidden") != NULL ||
          has_value(node, "aria-hidden", "true") ||
          has_value(node, "role", "navigation") ||
          has_value(node, "role", "banner") ||
          has_value(node, "role", "contentinfo") ||
          has_value(node, "role", "complementary"));
}

static bool
is_blank(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' ||
         byte == '\f';
}

static AttStatus
byte_put(Collector* collector, char byte) {
  return LIST_PUSH(collector->arena, &collector->bytes, byte);
}

/* White space of any length is one blank, none where a block begins. */
static AttStatus
text_put(Collector* collector, const char* text) {
  for (; text != NULL && *text != '\0'; text++) {
    const size_t length = collector->bytes.length;
    if (!is_blank(*text)) {
      collector->inked++;
      collector->linked += collector->links > 0;
      TRY(byte_put(collector, *text));
    } else if (length > collector->block &&
               !is_blank(collector->bytes.items[length - 1])) {
      TRY(byte_put(collector, ' '));
    }
  }
  return ATT_OK;
}

/* Ends the block: drops it if most of it is links, or sets an empty line behind
 * it. */
static AttStatus
block_end(Collector* collector) {
  while (collector->bytes.length > collector->block &&
         is_blank(collector->bytes.items[collector->bytes.length - 1])) {
    collector->bytes.length--;
  }
  if (collector->linked * 2 > collector->inked) {
    collector->bytes.length = collector->block;
  }
  if (collector->bytes.length > collector->block) {
    TRY(byte_put(collector, '\n'));
    TRY(byte_put(collector, '\n'));
  }
  collector->block = collector->bytes.length;
  collector->inked = 0;
  collector->linked = 0;
  return ATT_OK;
}

static AttStatus
node_enter(Collector* collector, xmlNode* node) {
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
    return text_put(collector, (const char*)node->content);
  }
  if (node->type != XML_ELEMENT_NODE) {
    return ATT_OK;
  }
  collector->links += att_markup_is(node, "a");
  if (att_markup_is(node, "br")) {
    return text_put(collector, " ");
  }
  return is_among(node, inner, COUNT(inner)) ? ATT_OK : block_end(collector);
}

static AttStatus
node_leave(Collector* collector, xmlNode* node) {
  if (node->type != XML_ELEMENT_NODE) {
    return ATT_OK;
  }
  collector->links -= att_markup_is(node, "a");
  return is_among(node, inner, COUNT(inner)) || att_markup_is(node, "br")
           ? ATT_OK
           : block_end(collector);
}

/* Without recursion: a page may nest as deep as it likes. */
static AttStatus
nodes_walk(Collector* collector, xmlNode* root, const xmlNode* but) {
  xmlNode* node = root;
  for (;;) {
    const bool skipped = node != root && (node == but || is_silent(node));
    if (!skipped) {
      TRY(node_enter(collector, node));
      if (node->children != NULL && node->type == XML_ELEMENT_NODE) {
        node = node->children;
        continue;
      }
      TRY(node_leave(collector, node));
    }
    while (node != root && node->next == NULL) {
      node = node->parent;
      TRY(node_leave(collector, node));
    }
    if (node == root) {
      return ATT_OK;
    }
    node = node->next;
  }
}

AttStatus
att_markup_text(Arena* arena, struct _xmlNode* root, const struct _xmlNode* but,
                Slice* out) {
  Collector collector = { .arena = arena };
  TRY(nodes_walk(&collector, root, but));
  TRY(block_end(&collector));
  if (collector.bytes.length > 0) {
    collector.bytes.length--; /* one line end is enough */
  }
  TRY(byte_put(&collector, '\0'));
  *out = (Slice){ collector.bytes.items, collector.bytes.length - 1 };
  return ATT_OK;
}

AttStatus
att_markup_line(Arena* arena, struct _xmlNode* node, const char** out) {
  *out = NULL;
  Collector collector = { .arena = arena };
  xmlChar* const content = xmlNodeGetContent(node);
  const AttStatus status = text_put(&collector, (const char*)content);
  xmlFree(content);
  TRY(status);
  if (collector.inked == 0) {
    return ATT_OK;
  }
  TRY(byte_put(&collector, '\0'));
  const Slice line = att_slice_trim(
    (Slice){ collector.bytes.items, collector.bytes.length - 1 });
  collector.bytes.items[line.start + line.length - collector.bytes.items] =
    '\0';
  *out = line.start;
  return ATT_OK;
}

static bool
is_utf8(Slice bytes) {
  for (size_t at = 0; at < bytes.length;) {
    if (att_utf8_next(bytes, &at) == UINT32_MAX) {
      return false;
    }
  }
  return true;
}

/* What is UTF-8 is read as such, whatever it says; anything else as it says. */
struct _xmlDoc*
att_markup_parse(Slice bytes) {
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                      HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                      HTML_PARSE_COMPACT;
  return htmlReadMemory(bytes.start, (int)bytes.length, NULL,
                        is_utf8(bytes) ? "UTF-8" : NULL, options);
}

AttStatus
att_markup_fragment(Arena* arena, Slice bytes, Slice* out) {
  *out = (Slice){ "", 0 };
  const htmlDocPtr document =
    bytes.length == 0 ? NULL : att_markup_parse(bytes);
  xmlNode* const root =
    document == NULL ? NULL : xmlDocGetRootElement(document);
  const AttStatus status =
    root == NULL ? ATT_OK : att_markup_text(arena, root, NULL, out);
  xmlFreeDoc(document);
  return status;
}
