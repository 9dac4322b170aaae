/* The public interface of attache: many articles in, graphs out. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CORPUS_H
#define ATTACHE_CORPUS_H

#include "attache_graph.h"
#include "attache_store.h"

/** One article, as it is given to be read. Strings end in NUL. */
typedef struct AttArticle {
  const char* id;   /**< Its identifier, and what diagnostics call it. */
  const char* text; /**< Any bytes may come; offsets count in them. */
  size_t length;    /**< bytes */
  /** A headline told beside the text, or NULL. One that the text begins with is
   * read there; any other is a text of its own, and offsets count in it. */
  const char* title;
  const char* date;     /**< Of publication, YYYY-MM-DD, or NULL. */
  const char* url;      /**< Where it was published, or NULL. */
  const char* language; /**< What it says it is in ("en-GB"), or NULL. */
} AttArticle;

/** What a file of articles is written in. */
typedef enum AttInput {
  ATT_INPUT_AUTO,  /**< As the extension or, without one, the content says. */
  ATT_INPUT_TEXT,  /**< One article, plain. */
  ATT_INPUT_HTML,  /**< One article, a web page. */
  ATT_INPUT_JSONL, /**< One article a line: an object with "text", and "id",
                        "title", "date", "url" as far as they are known. */
  ATT_INPUT_FEED,  /**< RSS or Atom: one article an entry. */
  ATT_INPUT_COUNT
} AttInput;

/** The kind of input called `name` ("auto", "text", "html", "jsonl", "feed");
 * ATT_INPUT_COUNT if there is none. */
AttInput
att_input_named(const char* name);

/** The kind of input that the extension of `path` tells, compressed or not
 * (.txt .html .htm .xhtml .jsonl .ndjson .rss .atom .xml); ATT_INPUT_AUTO if it
 * tells none. */
AttInput
att_input_of_path(const char* path);

/** A file of articles being read. What gzip, xz or zstd compressed is
 * decompressed. */
typedef struct AttSource AttSource;

/** Opens the file `path` ("-" is standard input). Trouble is reported to
 * `sink`, which must outlive the source. ATT_IO, ATT_NO_MEMORY. */
AttStatus
att_source_open(const char* path, AttInput input, AttSink sink,
                AttSource** out);

/** Gives the next article, which is valid until the next call; `*more` is false
 * if there is none. With ATT_INPUT or ATT_LIMIT one article is no article, and
 * the next may be asked for; with any other status nothing more can be. */
AttStatus
att_source_next(AttSource* source, AttArticle* out, bool* more);

/** The line the article given last starts at, from 1; 0 where it is the whole
 * file. */
unsigned
att_source_line(const AttSource* source);

/** The bytes of the file, as it lies there, that are read so far. */
uint64_t
att_source_offset(const AttSource* source);

void
att_source_close(AttSource* source);

/** Triples that stand together in one graph. */
typedef struct AttPart {
  const char* graph;   /**< Its IRI; NULL: triples without a graph. */
  const char* triples; /**< As N-Triples. */
  size_t length;       /**< bytes */
  size_t count;        /**< of triples */
  bool begins;         /**< Nothing of the graph came before. */
} AttPart;

/** Graphs being read, a part after the other. */
typedef struct AttParts AttParts;

/** Opens a file of graphs ("-" is N-Quads on standard input); it and `sink`
 * must outlive the parts. N-Quads and N-Triples, compressed or not, take the
 * memory of one part, other formats that of the file. ATT_IO, ATT_INPUT,
 * ATT_NO_MEMORY. */
AttStatus
att_parts_open(const char* path, AttSink sink, AttParts** out);

/** The graphs of `store`, by name; it must outlive the parts. */
AttStatus
att_parts_of_store(AttStore* store, AttSink sink, AttParts** out);

/** Gives the next part, of at most `limit` triples and valid until the next
 * call; `*more` is false if there is none. ATT_INPUT, after a report, at a line
 * that is no quad. */
AttStatus
att_parts_next(AttParts* parts, size_t limit, AttPart* out, bool* more);

void
att_parts_close(AttParts* parts);

/** Merges `count` files of N-Quads, each sorted by the bytes of its lines, into
 * the file `output` (NULL: standard output), which holds each line once, in
 * order. Takes the memory of a line of each. ATT_INPUT, after a report: a file
 * is not sorted, or no N-Quads. */
AttStatus
att_merge(const char* const* paths, size_t count, const char* output,
          AttSink sink);

/** A file of graphs being written, one behind the other. */
typedef struct AttWriter AttWriter;

/** Opens `path` (NULL: standard output; it and `sink` must outlive the writer),
 * to be compressed with gzip if it ends in ".gz". ATT_IO, ATT_NO_MEMORY. */
AttStatus
att_writer_open(const char* path, AttSink sink, AttWriter** out);

/** Adds bytes as att_graph_print gives them; they are there at once, unless
 * compressed. ATT_IO. */
AttStatus
att_writer_put(AttWriter* writer, const char* bytes, size_t length);

/** Ends the file and frees the writer. With `status` ATT_OK the file is
 * complete; with any other, or when that fails, it is absent. Returns `status`,
 * or ATT_IO. */
AttStatus
att_writer_close(AttWriter* writer, AttStatus status);

#endif
