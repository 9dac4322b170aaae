/* An image: facts as they lie in memory, so that Turtle is read only once. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_ONTOLOGY_IMAGE_H
#define ATTACHE_ONTOLOGY_IMAGE_H

#include "ontology/facts.h"

/** The Turtle files that facts come from, and what they hold. */
typedef struct Sources {
  const char** paths;
  size_t count;
  uint64_t digest;
} Sources;

/** Sets the digest to one of the files' names and contents, and of `known`,
 * which says what the first nodes are. ATT_IO if a file cannot be read. */
AttStatus
att_image_digest(Sources* sources, Slice known);

/** Fills `facts`, just begun, from the image `path`. ATT_INPUT, and `facts` is
 * as it was, if there is none, or it is damaged or not one of these sources. */
AttStatus
att_image_read(const char* path, const Sources* sources, Facts* facts);

/** Writes the image of facts that come from these sources. */
AttStatus
att_image_write(const char* path, const Sources* sources, const Facts* facts);

#endif
