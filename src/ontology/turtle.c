/* Reading RDF: the door to Raptor's parsers. */
/* SPDX-License-Identifier: MIT */
#include "ontology/turtle.h"

#include "base/iri.h"

#include <ctype.h>
#include <errno.h>
#include <raptor2.h>
#include <stdlib.h>

/* What Raptor is fed at a time. */
#define CHUNK_SIZE ((size_t)64 * 1024)

/* Raptor counts the bytes of a string in an int, and no string is longer than
 * the file it stands in. */
#define FILE_LIMIT ((size_t)2000 * 1000 * 1000)

/* The longest IRI or literal taken: far more than an article. */
#define TERM_LIMIT ((size_t)64 * 1024 * 1024)

/* A file with more mistakes than this is not RDF; the rest would not be
 * read. */
#define ERROR_LIMIT 20

/* Starts the label of a blank node that the file does not name: no syntax
 * lets a name start so. */
#define UNNAMED '\x01'

typedef struct Reading {
  const char* name;
  const AttSink* sink;
  RdfHandler handler;
  void* user;
  raptor_parser* parser;
  Arena arena;      /* what one statement needs */
  unsigned unnamed; /* blank nodes without a name so far */
  unsigned errors;
  AttStatus status;
} Reading;

/* The arena holds the escaped labels of one statement. */
#define STATEMENT_CEILING (16 * TERM_LIMIT)

static const char*
parser_name(AttFormat format) {
  switch (format) {
  case ATT_NTRIPLES:
    return "ntriples";
  case ATT_NQUADS:
    return "nquads";
  case ATT_TRIG:
    return "trig";
  case ATT_RDFXML:
    return "rdfxml";
  default:
    return "turtle";
  }
}

static Place
place_of(const Reading* reading, raptor_locator* locator) {
  const int line = locator == NULL ? 0 : raptor_locator_line(locator);
  return (Place){ .file = reading->name,
                  .line = line > 0 ? (unsigned)line : 0 };
}

static void
stop(Reading* reading, AttStatus status) {
  if (reading->status == ATT_OK || reading->status == ATT_INPUT) {
    reading->status = status;
  }
  if (reading->parser != NULL) {
    raptor_parser_parse_abort(reading->parser);
  }
}

static void
on_log(void* user, raptor_log_message* message) {
  Reading* const reading = user;
  if (message->level < RAPTOR_LOG_LEVEL_WARN || reading->errors > ERROR_LIMIT) {
    return;
  }
  const bool error = message->level >= RAPTOR_LOG_LEVEL_ERROR;
  const char* const text = message->text == NULL ? "error" : message->text;
  size_t length = strcspn(text, "\n");
  /* A dot behind a blank is the one that Raptor expected. */
  while (length > 1 && text[length - 1] == '.' && text[length - 2] != ' ') {
    length--;
  }
  att_report(reading->sink, error ? ATT_ERROR : ATT_WARNING,
             place_of(reading, message->locator), "%c%.*s",
             toupper((unsigned char)text[0]),
             (int)(length > 0 && length < 900 ? length - 1 : 0), text + 1);
  if (error) {
    reading->errors++;
    reading->status = reading->status == ATT_OK ? ATT_INPUT : reading->status;
  }
  if (reading->errors > ERROR_LIMIT) {
    stop(reading, ATT_INPUT);
  }
}

static unsigned char*
blank_label(void* user, unsigned char* named) {
  Reading* const reading = user;
  if (named != NULL) {
    return named;
  }
  const size_t size = 16;
  char* const label = raptor_alloc_memory(size);
  if (label != NULL) {
    reading->unnamed++;
    (void)snprintf(label, size, "%cgenid%u", UNNAMED, reading->unnamed);
  }
  return (unsigned char*)label;
}

static bool
is_hex_pair(Slice text, size_t at) {
  return at + 1 < text.length && isxdigit((unsigned char)text.start[at]) &&
         isxdigit((unsigned char)text.start[at + 1]);
}

/* Whether byte `at` of a label may stay: the labels given out are letters,
 * digits and underscores, start with a letter or underscore, are never mistaken
 * for those of unnamed nodes, and tell the files' labels apart. */
static bool
label_byte_stays(Slice label, size_t at) {
  const char c = label.start[at];
  if (at == 0 && att_slice_starts(label, SLICE("genid"))) {
    return false;
  }
  if (c == '_') {
    return !is_hex_pair(label, at + 1);
  }
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || (at > 0 && c >= '0' && c <= '9');
}

static AttStatus
label_escape(Arena* arena, Slice label, Slice* out) {
  static const char digits[] = "0123456789abcdef";
  if (label.length > 0 && label.start[0] == UNNAMED) {
    *out = att_slice_part(label, 1, label.length);
    return ATT_OK;
  }
  char* bytes = NULL;
  TRY(att_arena_alloc(arena, label.length * 3, &bytes));
  size_t length = 0;
  for (size_t i = 0; i < label.length; i++) {
    const unsigned char byte = (unsigned char)label.start[i];
    if (label_byte_stays(label, i)) {
      bytes[length++] = (char)byte;
    } else {
      bytes[length++] = '_';
      bytes[length++] = digits[byte >> 4];
      bytes[length++] = digits[byte & 15];
    }
  }
  *out = (Slice){ bytes, length };
  return ATT_OK;
}

static Slice
uri_slice(raptor_uri* uri) {
  size_t length = 0;
  const unsigned char* const text = raptor_uri_as_counted_string(uri, &length);
  return (Slice){ (const char*)text, length };
}

static AttStatus
term_fill(Arena* arena, const raptor_term* term, RdfTerm* out) {
  *out = (RdfTerm){ 0 };
  if (term == NULL) {
    return ATT_OK;
  }
  switch (term->type) {
  case RAPTOR_TERM_TYPE_URI:
    out->kind = RDF_IRI;
    out->value = uri_slice(term->value.uri);
    break;
  case RAPTOR_TERM_TYPE_BLANK:
    out->kind = RDF_BLANK;
    TRY(label_escape(arena,
                     (Slice){ (const char*)term->value.blank.string,
                              term->value.blank.string_len },
                     &out->value));
    break;
  case RAPTOR_TERM_TYPE_LITERAL:
    out->kind = RDF_LITERAL;
    out->value = (Slice){ (const char*)term->value.literal.string,
                          term->value.literal.string_len };
    if (term->value.literal.datatype != NULL) {
      out->datatype = uri_slice(term->value.literal.datatype);
    }
    if (term->value.literal.language != NULL) {
      out->language = (Slice){ (const char*)term->value.literal.language,
                               term->value.literal.language_len };
    }
    break;
  case RAPTOR_TERM_TYPE_UNKNOWN:
  default:
    return ATT_INPUT;
  }
  return out->value.length > TERM_LIMIT ? ATT_LIMIT : ATT_OK;
}

static AttStatus
statement_take(Reading* reading, const raptor_statement* from) {
  RdfStatement statement;
  TRY(term_fill(&reading->arena, from->subject, &statement.subject));
  TRY(term_fill(&reading->arena, from->predicate, &statement.predicate));
  TRY(term_fill(&reading->arena, from->object, &statement.object));
  TRY(term_fill(&reading->arena, from->graph, &statement.graph));
  statement.place =
    place_of(reading, raptor_parser_get_locator(reading->parser));
  return reading->handler(reading->user, &statement);
}

static void
on_statement(void* user, raptor_statement* from) {
  Reading* const reading = user;
  if (reading->status != ATT_OK) {
    return;
  }
  const AttStatus status = statement_take(reading, from);
  if (reading->arena.block != NULL) {
    att_arena_reset(&reading->arena);
  }
  if (status == ATT_LIMIT) {
    att_report(reading->sink, ATT_ERROR,
               place_of(reading, raptor_parser_get_locator(reading->parser)),
               "A term is longer than %zu bytes, or there are too many",
               TERM_LIMIT);
  }
  if (status != ATT_OK) {
    stop(reading, status);
  }
}

/* Raptor drops a statement it has no memory for, and says nothing of it. */
static AttStatus
chunk_parse(Reading* reading, Slice chunk, bool end) {
  errno = 0;
  const bool failed =
    raptor_parser_parse_chunk(reading->parser,
                              (const unsigned char*)chunk.start, chunk.length,
                              end) != 0;
  if (errno == ENOMEM &&
      (reading->status == ATT_OK || reading->status == ATT_INPUT)) {
    return ATT_NO_MEMORY;
  }
  if (failed && reading->status == ATT_OK) {
    att_report(reading->sink, ATT_ERROR,
               place_of(reading, raptor_parser_get_locator(reading->parser)),
               "Syntax error");
    return ATT_INPUT;
  }
  return reading->status;
}

static AttStatus
chunks_parse(Reading* reading, Stream* stream) {
  size_t total = 0;
  Slice chunk = { "", 0 };
  do {
    TRY(att_stream_chunk(stream, &chunk));
    total += chunk.length;
    if (total > FILE_LIMIT) {
      att_report(reading->sink, ATT_ERROR, (Place){ .file = reading->name },
                 "The file is longer than %zu bytes", FILE_LIMIT);
      return ATT_LIMIT;
    }
    TRY(chunk_parse(reading, chunk, chunk.length == 0));
  } while (chunk.length > 0);
  return ATT_OK;
}

/* Nothing but the bytes given is ever read, whatever they ask for. */
static void
parser_lock(raptor_parser* parser) {
  raptor_parser_set_option(parser, RAPTOR_OPTION_NO_NET, NULL, 1);
  raptor_parser_set_option(parser, RAPTOR_OPTION_NO_FILE, NULL, 1);
  raptor_parser_set_option(parser, RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, NULL,
                           0);
}

static AttStatus
parser_run(Reading* reading, raptor_world* world, AttFormat format,
           Stream* stream) {
  Slice base;
  TRY(att_iri_of_path(&reading->arena, att_slice(reading->name), &base));
  raptor_uri* const uri =
    raptor_new_uri_from_counted_string(world, (const unsigned char*)base.start,
                                       base.length);
  if (uri == NULL) {
    return ATT_NO_MEMORY;
  }
  reading->parser = raptor_new_parser(world, parser_name(format));
  if (reading->parser == NULL) {
    raptor_free_uri(uri);
    return ATT_NO_MEMORY;
  }
  parser_lock(reading->parser);
  raptor_parser_set_statement_handler(reading->parser, reading, on_statement);
  if (raptor_parser_parse_start(reading->parser, uri) != 0) {
    reading->status = ATT_NO_MEMORY;
  }
  const AttStatus status =
    reading->status == ATT_OK ? chunks_parse(reading, stream) : reading->status;
  raptor_free_parser(reading->parser);
  raptor_free_uri(uri);
  return status;
}

AttStatus
att_rdf_read(Stream* stream, const char* name, AttFormat format,
             const AttSink* sink, RdfHandler handler, void* user) {
  Reading reading = { .name = name,
                      .sink = sink,
                      .handler = handler,
                      .user = user,
                      .arena = att_arena_begin(STATEMENT_CEILING) };
  raptor_world* const world = raptor_new_world();
  if (world == NULL) {
    return ATT_NO_MEMORY;
  }
  raptor_world_set_flag(world, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1);
  raptor_world_set_flag(world, RAPTOR_WORLD_FLAG_LIBXML_GENERIC_ERROR_SAVE, 0);
  raptor_world_set_flag(world, RAPTOR_WORLD_FLAG_LIBXML_STRUCTURED_ERROR_SAVE,
                        0);
  raptor_world_set_log_handler(world, &reading, on_log);
  raptor_world_set_generate_bnodeid_handler(world, &reading, blank_label);
  AttStatus status = ATT_NO_MEMORY;
  if (raptor_world_open(world) == 0) {
    status = parser_run(&reading, world, format, stream);
  }
  raptor_free_world(world);
  att_arena_end(&reading.arena);
  return status;
}
