/* An image: facts as they lie in memory, so that Turtle is read only once. */
/* SPDX-License-Identifier: MIT */
#include "ontology/image.h"

#include "base/checksum.h"

#include <stdlib.h>

#define IMAGE_MAGIC "ATTFACTS"

/* Changes with the layout. */
#define IMAGE_VERSION 1

/* Read at once. */
#define CHUNK ((size_t)64 * 1024)

/* Ours has two megabytes; nobody means a file that large to be one. */
#define IMAGE_MOST_BYTES ((size_t)256 << 20)

/* What an image starts with. Behind it come the nodes' strings, the slots of
 * their hash table, the facts, and the bytes of all strings, each with a NUL
 * behind it. */
typedef struct ImageHeader {
  char magic[8];
  uint64_t digest;   /* of the sources */
  uint64_t checksum; /* of all behind the header */
  uint32_t nodes;
  uint32_t slots;
  uint32_t facts;
  uint32_t bytes;
} ImageHeader;

/* A string: bytes `begin` up to `begin + length`. */
typedef struct ImageString {
  uint32_t begin;
  uint32_t length;
} ImageString;

typedef struct ImageFact {
  uint32_t subject;
  uint32_t predicate;
  uint32_t object;
  uint32_t line;
  uint32_t source; /* its number */
  ImageString text;
} ImageFact;

/* An image in memory. */
typedef struct Image {
  ImageHeader header;
  ImageString* nodes;
  uint32_t* slots;
  ImageFact* facts;
  char* bytes;
} Image;

static uint64_t
digest_join(uint64_t digest, Slice bytes) {
  const uint64_t both[] = { digest, att_checksum(bytes) };
  return att_checksum((Slice){ (const char*)both, sizeof both });
}

static AttStatus
file_digest(FILE* file, uint64_t* digest) {
  char* const chunk = malloc(CHUNK);
  if (chunk == NULL) {
    return ATT_NO_MEMORY;
  }
  size_t length = 0;
  do {
    length = fread(chunk, 1, CHUNK, file);
    *digest = digest_join(*digest, (Slice){ chunk, length });
  } while (length == CHUNK);
  free(chunk);
  return ferror(file) != 0 ? ATT_IO : ATT_OK;
}

AttStatus
att_image_digest(Sources* sources, Slice known) {
  uint64_t digest = digest_join(IMAGE_VERSION, known);
  for (size_t i = 0; i < sources->count; i++) {
    const char* const path = sources->paths[i];
    const char* const slash = strrchr(path, '/');
    FILE* const file = fopen(path, "rb");
    if (file == NULL) {
      return ATT_IO;
    }
    digest = digest_join(digest, att_slice(slash == NULL ? path : slash + 1));
    const AttStatus status = file_digest(file, &digest);
    (void)fclose(file);
    TRY(status);
  }
  sources->digest = digest;
  return ATT_OK;
}

/* Bytes behind the header. */
static size_t
content_size(const ImageHeader* header) {
  return (size_t)header->nodes * sizeof(ImageString) +
         (size_t)header->slots * sizeof(uint32_t) +
         (size_t)header->facts * sizeof(ImageFact) + header->bytes;
}

/* Says where in the content of an image its parts lie. */
static void
image_divide(void* content, Image* image) {
  const ImageHeader* const header = &image->header;
  image->nodes = content;
  image->slots = (uint32_t*)(image->nodes + header->nodes);
  image->facts = (ImageFact*)(image->slots + header->slots);
  image->bytes = (char*)(image->facts + header->facts);
}

static bool
string_fits(const Image* image, ImageString string) {
  return string.begin < image->header.bytes &&
         string.length < image->header.bytes - string.begin;
}

static bool
fact_fits(const Image* image, const Sources* sources, const ImageFact* fact) {
  const uint32_t nodes = image->header.nodes;
  return fact->subject <= nodes && fact->predicate <= nodes &&
         fact->object <= nodes && fact->source < sources->count &&
         string_fits(image, fact->text);
}

/* Whether the numbers in an image lead nowhere outside it. */
static bool
image_fits(const Image* image, const Sources* sources) {
  const ImageHeader* const header = &image->header;
  bool fits =
    header->slots > header->nodes && (header->slots & (header->slots - 1)) == 0;
  for (uint32_t i = 0; fits && i < header->nodes; i++) {
    fits = string_fits(image, image->nodes[i]);
  }
  uint32_t used = 0;
  for (uint32_t i = 0; fits && i < header->slots; i++) {
    used += image->slots[i] != 0;
    fits = image->slots[i] <= header->nodes && used <= header->nodes;
  }
  for (uint32_t i = 0; fits && i < header->facts; i++) {
    fits = fact_fits(image, sources, &image->facts[i]);
  }
  return fits;
}

static AttStatus
content_load(FILE* file, const Sources* sources, Arena* arena, Image* out) {
  ImageHeader* const header = &out->header;
  if (fread(header, 1, sizeof *header, file) != sizeof *header ||
      memcmp(header->magic, IMAGE_MAGIC, sizeof header->magic) != 0 ||
      header->digest != sources->digest ||
      content_size(header) > IMAGE_MOST_BYTES) {
    return ATT_INPUT;
  }
  const size_t size = content_size(header);
  void* content = NULL;
  TRY(att_arena_alloc(arena, size, &content));
  if (fread(content, 1, size, file) != size ||
      header->checksum != att_checksum((Slice){ content, size })) {
    return ATT_INPUT;
  }
  image_divide(content, out);
  return image_fits(out, sources) ? ATT_OK : ATT_INPUT;
}

static Slice
string_of(const Image* image, ImageString string) {
  return (Slice){ image->bytes + string.begin, string.length };
}

static AttStatus
facts_fill(const Image* image, const Sources* sources, Facts* facts) {
  const ImageHeader* const header = &image->header;
  Slice* strings = NULL;
  Fact* items = NULL;
  TRY(
    att_arena_alloc(&facts->arena, header->nodes * sizeof *strings, &strings));
  TRY(att_arena_alloc(&facts->arena, header->facts * sizeof *items, &items));
  for (uint32_t i = 0; i < header->nodes; i++) {
    strings[i] = string_of(image, image->nodes[i]);
  }
  for (uint32_t i = 0; i < header->facts; i++) {
    const ImageFact* const fact = &image->facts[i];
    items[i] = (Fact){ .subject = fact->subject,
                       .predicate = fact->predicate,
                       .object = fact->object,
                       .line = fact->line,
                       .file = sources->paths[fact->source],
                       .text = string_of(image, fact->text) };
  }
  facts->nodes.strings.items = strings;
  facts->nodes.strings.length = header->nodes;
  facts->nodes.strings.capacity = header->nodes;
  facts->nodes.slots = image->slots;
  facts->nodes.slot_count = header->slots;
  facts->items.items = items;
  facts->items.length = header->facts;
  facts->items.capacity = header->facts;
  return ATT_OK;
}

AttStatus
att_image_read(const char* path, const Sources* sources, Facts* facts) {
  FILE* const file = fopen(path, "rb");
  if (file == NULL) {
    return ATT_INPUT;
  }
  Image image;
  AttStatus status = content_load(file, sources, &facts->arena, &image);
  (void)fclose(file);
  if (status == ATT_OK) {
    status = facts_fill(&image, sources, facts);
  }
  return status;
}

static ImageString
string_put(Image* image, Slice string) {
  const ImageString put = { image->header.bytes, (uint32_t)string.length };
  if (image->bytes != NULL && string.length > 0) {
    memcpy(image->bytes + put.begin, string.start, string.length);
  }
  image->header.bytes += put.length + 1;
  return put;
}

static uint32_t
source_of(const Sources* sources, const char* path) {
  uint32_t number = 0;
  while (number + 1 < sources->count && sources->paths[number] != path) {
    number++;
  }
  return number;
}

/* Writes down what there is, but only counts bytes where there is no room. */
static void
image_fill(const Sources* sources, const Facts* facts, Image* image) {
  image->header.bytes = 0;
  for (uint32_t i = 0; i < image->header.nodes; i++) {
    const ImageString put = string_put(image, facts->nodes.strings.items[i]);
    if (image->bytes != NULL) {
      image->nodes[i] = put;
    }
  }
  for (uint32_t i = 0; i < image->header.facts; i++) {
    const Fact* const fact = &facts->items.items[i];
    const ImageString put = string_put(image, fact->text);
    if (image->bytes != NULL) {
      image->facts[i] = (ImageFact){ fact->subject,
                                     fact->predicate,
                                     fact->object,
                                     fact->line,
                                     source_of(sources, fact->file),
                                     put };
    }
  }
}

static AttStatus
image_save(const char* path, const ImageHeader* header, const void* content) {
  FILE* const file = fopen(path, "wb");
  if (file == NULL) {
    return ATT_IO;
  }
  const size_t size = content_size(header);
  const bool written =
    fwrite(header, 1, sizeof *header, file) == sizeof *header &&
    fwrite(content, 1, size, file) == size;
  return fclose(file) == 0 && written ? ATT_OK : ATT_IO;
}

AttStatus
att_image_write(const char* path, const Sources* sources, const Facts* facts) {
  Image image = { .header = { .digest = sources->digest,
                              .nodes = (uint32_t)facts->nodes.strings.length,
                              .slots = (uint32_t)facts->nodes.slot_count,
                              .facts = (uint32_t)facts->items.length } };
  memcpy(image.header.magic, IMAGE_MAGIC, sizeof image.header.magic);
  image_fill(sources, facts, &image);
  const size_t size = content_size(&image.header);
  void* const content = calloc(1, size);
  if (content == NULL) {
    return ATT_NO_MEMORY;
  }
  image_divide(content, &image);
  image_fill(sources, facts, &image);
  memcpy(image.slots, facts->nodes.slots,
         image.header.slots * sizeof(uint32_t));
  image.header.checksum = att_checksum((Slice){ content, size });
  const AttStatus status = image_save(path, &image.header, content);
  free(content);
  return status;
}
