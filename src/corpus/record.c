/* Records: one article as a line of JSON (the door to Jansson). */
/* SPDX-License-Identifier: MIT */
#include "corpus/record.h"

#include "corpus/stamp.h"

#include <jansson.h>

static AttStatus
fail(const Origin* origin, const char* sentence, const char* detail) {
  att_report(origin->sink, ATT_ERROR, origin->place, sentence, detail);
  return ATT_INPUT;
}

/* The string `name` as a C string, blanks where it holds NULs; NULL if there is
 * none. */
static AttStatus
string_read(Arena* arena, const json_t* record, const char* name,
            const char** out) {
  const json_t* const value = json_object_get(record, name);
  *out = NULL;
  if (!json_is_string(value)) {
    return ATT_OK;
  }
  const size_t length = json_string_length(value);
  char* bytes = NULL;
  TRY(att_arena_alloc(arena, length + 1, &bytes));
  memcpy(bytes, json_string_value(value), length);
  for (size_t i = 0; i < length; i++) {
    bytes[i] = bytes[i] == '\0' ? ' ' : bytes[i];
  }
  *out = length > 0 ? bytes : NULL;
  return ATT_OK;
}

static AttStatus
id_read(Arena* arena, const json_t* record, const Origin* origin,
        const char** out) {
  TRY(string_read(arena, record, "id", out));
  if (*out != NULL) {
    return ATT_OK;
  }
  const json_t* const value = json_object_get(record, "id");
  const size_t room = strlen(origin->name) + 32;
  char* bytes = NULL;
  TRY(att_arena_alloc(arena, room, &bytes));
  if (json_is_integer(value)) {
    (void)snprintf(bytes, room, "%" JSON_INTEGER_FORMAT,
                   json_integer_value(value));
  } else {
    (void)snprintf(bytes, room, "%s-%u", origin->name, origin->place.line);
  }
  *out = bytes;
  return ATT_OK;
}

/* A day, or a time that begins with one. */
static AttStatus
date_read(Arena* arena, const json_t* record, const Origin* origin,
          const char** out) {
  const char* text = NULL;
  TRY(string_read(arena, record, "date", &text));
  *out = NULL;
  if (text == NULL) {
    return ATT_OK;
  }
  TRY(att_stamp_day(arena, att_slice(text), out));
  if (*out == NULL) {
    att_report(origin->sink, ATT_WARNING, origin->place,
               "\"date\" is not YYYY-MM-DD: %s", text);
  }
  return ATT_OK;
}

static AttStatus
text_read(Arena* arena, const json_t* record, const Origin* origin,
          AttArticle* out) {
  const json_t* const value = json_object_get(record, "text");
  if (!json_is_string(value)) {
    return fail(origin, "The object has no string called \"%s\"", "text");
  }
  Slice text = { json_string_value(value), json_string_length(value) };
  TRY(att_slice_copy(arena, text, &text));
  out->text = text.start;
  out->length = text.length;
  return ATT_OK;
}

static AttStatus
members_read(Arena* arena, const json_t* record, const Origin* origin,
             AttArticle* out) {
  if (!json_is_object(record)) {
    return fail(origin, "The line holds no JSON %s", "object");
  }
  AttArticle article = { 0 };
  TRY(text_read(arena, record, origin, &article));
  TRY(id_read(arena, record, origin, &article.id));
  TRY(string_read(arena, record, "title", &article.title));
  TRY(string_read(arena, record, "url", &article.url));
  TRY(string_read(arena, record, "language", &article.language));
  TRY(date_read(arena, record, origin, &article.date));
  *out = article;
  return ATT_OK;
}

AttStatus
att_record_read(Arena* arena, Slice line, const Origin* origin,
                AttArticle* out) {
  json_error_t error;
  json_t* const record =
    json_loadb(line.start, line.length, JSON_ALLOW_NUL, &error);
  if (record == NULL) {
    return json_error_code(&error) == json_error_out_of_memory
             ? ATT_NO_MEMORY
             : fail(origin, "The line is no JSON: %s", error.text);
  }
  const AttStatus status = members_read(arena, record, origin, out);
  json_decref(record);
  return status;
}

/* The first string called `name`, at any depth that Jansson reads; NULL if
 * there is none. */
static const char*
string_find(const json_t* value, const char* name) {
  const char* found = NULL;
  if (json_is_object(value)) {
    found = json_string_value(json_object_get(value, name));
    const char* key = NULL;
    json_t* member = NULL;
    json_object_foreach((json_t*)value, key, member) {
      found = found == NULL ? string_find(member, name) : found;
    }
  }
  size_t i = 0;
  json_t* item = NULL;
  json_array_foreach(value, i, item) {
    found = found == NULL ? string_find(item, name) : found;
  }
  return found;
}

AttStatus
att_record_day(Arena* arena, Slice text, const char** out) {
  *out = NULL;
  json_error_t error;
  json_t* const value = json_loadb(text.start, text.length, 0, &error);
  if (value == NULL) {
    return ATT_OK;
  }
  const char* const stamp = string_find(value, "datePublished");
  const AttStatus status =
    stamp == NULL ? ATT_OK : att_stamp_day(arena, att_slice(stamp), out);
  json_decref(value);
  return status;
}
