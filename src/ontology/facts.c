/* Facts: what the Turtle files of a folder state, by subject. */
/* SPDX-License-Identifier: MIT */
#include "ontology/facts.h"

#include "ontology/image.h"
#include "ontology/locate.h"
#include "ontology/turtle.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

/* The most memory that reading an ontology may take: a hundred times what the
 * one that is shipped takes. */
#define FACTS_CEILING ((size_t)1024 * 1024 * 1024)

/* What an image beside a folder is called, behind the folder's name. */
#define IMAGE_ENDING ".facts"

#define PATH_SIZE 4096

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define OWL "http://www.w3.org/2002/07/owl#"
#define SKOS "http://www.w3.org/2004/02/skos/core#"
#define ATT "https://w3id.org/attache/ns#"

static const char* const known_iris[NODE_KNOWN_END] = {
  [NODE_TYPE] = RDF "type",
  [NODE_PROPERTY] = RDF "Property",
  [NODE_SUBCLASS] = RDFS "subClassOf",
  [NODE_SUBPROPERTY] = RDFS "subPropertyOf",
  [NODE_RANGE] = RDFS "range",
  [NODE_LABEL] = RDFS "label",
  [NODE_COMMENT] = RDFS "comment",
  [NODE_RDFS_CLASS] = RDFS "Class",
  [NODE_OWL_CLASS] = OWL "Class",
  [NODE_OBJECT_PROPERTY] = OWL "ObjectProperty",
  [NODE_DATATYPE_PROPERTY] = OWL "DatatypeProperty",
  [NODE_ANNOTATION_PROPERTY] = OWL "AnnotationProperty",
  [NODE_SAME_AS] = OWL "sameAs",
  [NODE_CONCEPT] = SKOS "Concept",
  [NODE_PREF_LABEL] = SKOS "prefLabel",
  [NODE_ALT_LABEL] = SKOS "altLabel",
  [NODE_HIDDEN_LABEL] = SKOS "hiddenLabel",
  [NODE_BROADER] = SKOS "broader",
  [NODE_GRAMMATICAL_FUNCTION] = ATT "GrammaticalFunction",
  [NODE_PREPOSITION] = ATT "Preposition",
  [NODE_DEMONYM] = ATT "demonym",
  [NODE_METONYM] = ATT "metonym",
  [NODE_IN_STATE] = ATT "inState",
  [NODE_OF_STATE] = ATT "ofState",
  [NODE_ISO2] = ATT "iso2",
  [NODE_ISO3] = ATT "iso3",
  [NODE_PLACE_TYPE] = ATT "placeType",
  [NODE_CAPITAL] = ATT "capital",
  [NODE_WORD_CLASS] = ATT "WordClass",
  [NODE_WORD] = ATT "word",
  [NODE_KIND] = ATT "kind",
  [NODE_VALUE] = ATT "value",
  [NODE_GIVES] = ATT "gives",
  [NODE_PATTERN] = ATT "Pattern",
  [NODE_REGEX] = ATT "regex",
  [NODE_USE] = ATT "use",
  [NODE_PRIORITY] = ATT "priority",
  [NODE_FRAME] = ATT "Frame",
  [NODE_EVOKES] = ATT "evokes",
  [NODE_VERB] = ATT "verb",
  [NODE_NOUN] = ATT "noun",
  [NODE_FACTUALITY] = ATT "factuality",
  [NODE_COMMITS] = ATT "commits",
  [NODE_TOPIC_ONLY] = ATT "topicOnly",
  [NODE_NEEDS] = ATT "needs",
  [NODE_FIRES] = ATT "fires",
  [NODE_SILENT] = ATT "silent",
  [NODE_SUBJECT] = ATT "subject",
  [NODE_OBJECT] = ATT "object",
  [NODE_INDIRECT] = ATT "indirect",
  [NODE_CLAUSE] = ATT "clause",
  [NODE_POSSESSOR] = ATT "possessor",
  [NODE_MODIFIER] = ATT "modifier",
};

typedef LIST(char*) Names;

/* One file being read. */
typedef struct Source {
  Facts* facts;
  const char* path;
  unsigned number; /* of the file: blank nodes of two files differ */
} Source;

static AttStatus
known_intern(Facts* facts) {
  for (uint32_t i = NODE_NONE + 1; i < NODE_KNOWN_END; i++) {
    uint32_t node = NODE_NONE;
    TRY(att_intern(&facts->arena, &facts->nodes, att_slice(known_iris[i]),
                   &node));
  }
  return ATT_OK;
}

static AttStatus
node_of(const Source* source, const RdfTerm* term, uint32_t* out) {
  Facts* const facts = source->facts;
  if (term->kind == RDF_IRI) {
    return att_intern(&facts->arena, &facts->nodes, term->value, out);
  }
  const size_t room = term->value.length + 16;
  char* label = NULL;
  TRY(att_arena_alloc(&facts->arena, room, &label));
  const int start = snprintf(label, room, "_:%u:", source->number);
  memcpy(label + start, term->value.start, term->value.length);
  return att_intern(&facts->arena, &facts->nodes,
                    (Slice){ label, (size_t)start + term->value.length }, out);
}

static bool
is_english(Slice language) {
  return language.length == 0 || att_slice_is(language, "en") ||
         att_slice_starts(language, SLICE("en-"));
}

static AttStatus
statement_take(void* user, const RdfStatement* statement) {
  const Source* const source = user;
  Facts* const facts = source->facts;
  const bool literal = statement->object.kind == RDF_LITERAL;
  if (literal && !is_english(statement->object.language)) {
    return ATT_OK;
  }
  Fact fact = { .file = source->path, .line = statement->place.line };
  TRY(node_of(source, &statement->subject, &fact.subject));
  TRY(node_of(source, &statement->predicate, &fact.predicate));
  if (literal) {
    TRY(att_slice_copy(&facts->arena, statement->object.value, &fact.text));
  } else {
    TRY(node_of(source, &statement->object, &fact.object));
  }
  return LIST_PUSH(&facts->arena, &facts->items, fact);
}

static int
name_compare(const void* left, const void* right) {
  return strcmp(*(char* const*)left, *(char* const*)right);
}

static AttStatus
name_take(Arena* arena, const char* name, Names* names) {
  const Slice slice = att_slice(name);
  if (slice.start[0] == '.' || !att_slice_ends(slice, SLICE(".ttl"))) {
    return ATT_OK;
  }
  char* copy = NULL;
  TRY(att_arena_alloc(arena, slice.length + 1, &copy));
  memcpy(copy, name, slice.length);
  return LIST_PUSH(arena, names, copy);
}

/* The names of the files to read, sorted. */
static AttStatus
folder_list(Arena* arena, const char* directory, const AttSink* sink,
            Names* out) {
  const Place place = { .file = directory };
  DIR* const folder = opendir(directory);
  if (folder == NULL) {
    att_report(sink, ATT_ERROR, place, "The folder cannot be opened: %s",
               strerror(errno));
    return ATT_ONTOLOGY;
  }
  AttStatus status = ATT_OK;
  const struct dirent* entry = readdir(folder);
  for (; entry != NULL && status == ATT_OK; entry = readdir(folder)) {
    status = name_take(arena, entry->d_name, out);
  }
  closedir(folder);
  if (status == ATT_OK && out->length == 0) {
    att_report(sink, ATT_ERROR, place, "The folder holds no file *.ttl");
    return ATT_ONTOLOGY;
  }
  if (status == ATT_OK) {
    qsort(out->items, out->length, sizeof *out->items, name_compare);
  }
  return status;
}

static AttStatus
path_join(Arena* arena, const char* directory, const char* name,
          const char** out) {
  const size_t room = strlen(directory) + strlen(name) + 2;
  const bool slash = att_slice_ends(att_slice(directory), SLICE("/"));
  char* path = NULL;
  TRY(att_arena_alloc(arena, room, &path));
  (void)snprintf(path, room, "%s%s%s", directory, slash ? "" : "/", name);
  *out = path;
  return ATT_OK;
}

static AttStatus
file_parse(Source* source, const AttSink* sink) {
  Stream* stream = NULL;
  AttStatus status = att_stream_open(source->path, sink, &stream);
  if (status == ATT_OK) {
    status = att_rdf_read(stream, source->path, ATT_TURTLE, sink,
                          statement_take, source);
  }
  att_stream_close(stream);
  return status;
}

/* Passes on to the sink `user` what is no error. */
static void
warning_pass(void* user, const AttDiagnostic* diagnostic) {
  const AttSink* const sink = user;
  if (diagnostic->severity != ATT_ERROR && sink->report != NULL) {
    sink->report(sink->user, diagnostic);
  }
}

/* What keeps a file from being Turtle is told with its column, where we can
 * tell; else as Raptor does, when it reads the file again. */
static AttStatus
file_read(Source* source, const AttSink* sink) {
  AttSink told = sink == NULL ? (AttSink){ 0 } : *sink;
  const AttSink warnings = { warning_pass, &told };
  AttStatus status = file_parse(source, &warnings);
  if (status == ATT_OK || status == ATT_NO_MEMORY) {
    return status;
  }
  if (status != ATT_INPUT || !att_locate_mistake(source->path, sink)) {
    status = file_parse(source, sink);
  }
  return status == ATT_NO_MEMORY ? status : ATT_ONTOLOGY;
}

/* What the first nodes are, in one string. */
static AttStatus
known_join(Arena* arena, Slice* out) {
  size_t length = 0;
  for (size_t i = NODE_NONE + 1; i < NODE_KNOWN_END; i++) {
    length += strlen(known_iris[i]) + 1;
  }
  char* text = NULL;
  TRY(att_arena_alloc(arena, length, &text));
  size_t at = 0;
  for (size_t i = NODE_NONE + 1; i < NODE_KNOWN_END; i++) {
    const size_t size = strlen(known_iris[i]) + 1;
    memcpy(text + at, known_iris[i], size);
    at += size;
  }
  *out = (Slice){ text, length };
  return ATT_OK;
}

static AttStatus
sources_find(Arena* arena, const char* directory, const AttSink* sink,
             Sources* out) {
  Names names = { 0 };
  TRY(folder_list(arena, directory, sink, &names));
  TRY(att_arena_alloc(arena, names.length * sizeof *out->paths, &out->paths));
  for (size_t i = 0; i < names.length; i++) {
    TRY(path_join(arena, directory, names.items[i], &out->paths[i]));
  }
  out->count = names.length;
  return ATT_OK;
}

/* Whether there is an image of just these files, beside their folder or where
 * it was built; then the facts are read from it. */
static bool
image_found(Facts* facts, const char* directory, Sources* sources) {
  const size_t room = strlen(directory) + sizeof IMAGE_ENDING;
  Slice known;
  char* beside = NULL;
  if (known_join(&facts->arena, &known) != ATT_OK ||
      att_image_digest(sources, known) != ATT_OK ||
      att_arena_alloc(&facts->arena, room, &beside) != ATT_OK) {
    return false;
  }
  (void)snprintf(beside, room, "%s" IMAGE_ENDING, directory);
  return att_image_read(beside, sources, facts) == ATT_OK ||
         att_image_read(ATT_FACTS_IMAGE, sources, facts) == ATT_OK;
}

/* A file that cannot be read does not keep the mistakes of the next ones from
 * being told. */
static AttStatus
turtle_read(Facts* facts, const Sources* sources, const AttSink* sink) {
  TRY(known_intern(facts));
  AttStatus worst = ATT_OK;
  for (size_t i = 0; i < sources->count; i++) {
    Source source = { facts, sources->paths[i], (unsigned)i };
    const AttStatus status = file_read(&source, sink);
    if (status == ATT_NO_MEMORY) {
      return status;
    }
    worst = status == ATT_OK ? worst : status;
  }
  return worst;
}

static AttStatus
folder_read(Facts* facts, const char* directory, const AttSink* sink) {
  Sources sources = { 0 };
  TRY(sources_find(&facts->arena, directory, sink, &sources));
  return image_found(facts, directory, &sources)
           ? ATT_OK
           : turtle_read(facts, &sources, sink);
}

/* Sorts the facts by subject: counts, then places. */
static AttStatus
facts_index(Facts* facts) {
  const size_t nodes = facts->nodes.strings.length;
  const size_t count = facts->items.length;
  TRY(att_arena_alloc(&facts->arena, (nodes + 3) * sizeof *facts->first,
                      &facts->first));
  TRY(att_arena_alloc(&facts->arena, (count + 1) * sizeof *facts->order,
                      &facts->order));
  uint32_t* const starts = facts->first + 1;
  for (size_t i = 0; i < count; i++) {
    starts[facts->items.items[i].subject + 1]++;
  }
  for (size_t node = 1; node <= nodes + 1; node++) {
    starts[node] += starts[node - 1];
  }
  /* Placing moves each start to its end, which is the next one's start: that
   * of node n ends up in first[n + 1]. */
  for (size_t i = 0; i < count; i++) {
    facts->order[starts[facts->items.items[i].subject]++] = (uint32_t)i;
  }
  return ATT_OK;
}

AttStatus
att_facts_read(const char* directory, const AttSink* sink, Facts* out) {
  Facts facts = { .arena = att_arena_begin(FACTS_CEILING) };
  AttStatus status = folder_read(&facts, directory, sink);
  if (status == ATT_OK) {
    status = facts_index(&facts);
  }
  if (status != ATT_OK) {
    att_facts_end(&facts);
    return status;
  }
  *out = facts;
  return ATT_OK;
}

static AttStatus
folder_compile(Facts* facts, const char* directory, const char* path,
               const AttSink* sink) {
  Sources sources = { 0 };
  Slice known;
  TRY(sources_find(&facts->arena, directory, sink, &sources));
  TRY(known_join(&facts->arena, &known));
  TRY(att_image_digest(&sources, known));
  TRY(turtle_read(facts, &sources, sink));
  return att_image_write(path, &sources, facts);
}

/* Links are Turtle files too, wherever they lead. */
static void
links_allow(const char* directory, AttSandbox* sandbox) {
  DIR* const folder = opendir(directory);
  const struct dirent* entry = NULL;
  while (folder != NULL && (entry = readdir(folder)) != NULL) {
    char path[PATH_SIZE];
    struct stat there;
    (void)snprintf(path, sizeof path, "%s/%s", directory, entry->d_name);
    if (att_slice_ends(att_slice(path), SLICE(".ttl")) &&
        lstat(path, &there) == 0 && S_ISLNK(there.st_mode)) {
      att_sandbox_allow(sandbox, path, ATT_SANDBOX_READ);
    }
  }
  if (folder != NULL) {
    closedir(folder);
  }
}

/* Without an arena: a large block that is freed makes the C library keep, and
 * clear, all that are asked for later. */
void
att_facts_allow(const char* directory, AttSandbox* sandbox) {
  char path[PATH_SIZE];
  att_sandbox_allow(sandbox, directory, ATT_SANDBOX_READ);
  (void)snprintf(path, sizeof path, "%s" IMAGE_ENDING, directory);
  att_sandbox_allow(sandbox, path, ATT_SANDBOX_READ);
  att_sandbox_allow(sandbox, ATT_FACTS_IMAGE, ATT_SANDBOX_READ);
  links_allow(directory, sandbox);
}

AttStatus
att_facts_compile(const char* directory, const char* path,
                  const AttSink* sink) {
  Facts facts = { .arena = att_arena_begin(FACTS_CEILING) };
  const AttStatus status = folder_compile(&facts, directory, path, sink);
  att_facts_end(&facts);
  return status;
}

void
att_facts_end(Facts* facts) {
  att_arena_end(&facts->arena);
}

Place
att_fact_place(const Fact* fact) {
  return (Place){ .file = fact->file, .line = fact->line };
}

const Fact*
att_facts_about(const Facts* facts, uint32_t subject, size_t n) {
  const size_t at = facts->first[subject] + n;
  return at < facts->first[subject + 1] ? &facts->items.items[facts->order[at]]
                                        : NULL;
}

const Fact*
att_facts_first(const Facts* facts, uint32_t subject, uint32_t predicate) {
  const Fact* fact = NULL;
  for (size_t i = 0; (fact = att_facts_about(facts, subject, i)) != NULL; i++) {
    if (fact->predicate == predicate) {
      return fact;
    }
  }
  return NULL;
}

bool
att_facts_is_a(const Facts* facts, uint32_t node, uint32_t class) {
  const Fact* fact = NULL;
  for (size_t i = 0; (fact = att_facts_about(facts, node, i)) != NULL; i++) {
    if (fact->predicate == NODE_TYPE && fact->object == class) {
      return true;
    }
  }
  return false;
}

AttStatus
att_facts_instances(Facts* facts, uint32_t class, Nodes* out) {
  Nodes nodes = { 0 };
  bool* seen = NULL;
  TRY(att_arena_alloc(&facts->arena, facts->nodes.strings.length + 1, &seen));
  for (size_t i = 0; i < facts->items.length; i++) {
    const Fact* const fact = &facts->items.items[i];
    if (fact->predicate == NODE_TYPE && fact->object == class &&
        !seen[fact->subject]) {
      seen[fact->subject] = true;
      TRY(LIST_PUSH(&facts->arena, &nodes, fact->subject));
    }
  }
  *out = nodes;
  return ATT_OK;
}

Slice
att_facts_iri(const Facts* facts, uint32_t node) {
  return att_intern_string(&facts->nodes, node);
}

Slice
att_facts_name(const Facts* facts, uint32_t node) {
  const Slice iri = att_facts_iri(facts, node);
  size_t begin = iri.length;
  while (begin > 0 && iri.start[begin - 1] != '#' &&
         iri.start[begin - 1] != '/') {
    begin--;
  }
  return att_slice_part(iri, begin, iri.length);
}
