/* The public interface of attache: what a call came to, and why. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_STATUS_H
#define ATTACHE_STATUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What a call came to. */
typedef enum AttStatus {
  ATT_OK,        /**< Done. */
  ATT_NO_MEMORY, /**< An arena's ceiling or the machine's memory is reached. */
  ATT_IO,        /**< A file could not be read or written. */
  ATT_INPUT,     /**< The input is not what it should be. */
  ATT_LIMIT,     /**< A documented limit on untrusted input was reached. */
  ATT_ONTOLOGY,  /**< The ontology does not load. */
  ATT_MODEL,     /**< The language model does not load. */
  ATT_QUERY,     /**< The query is refused. */
  ATT_LANGUAGE,  /**< The article is not in English. */
  ATT_AWAY,      /**< A server is away or busy; later it may not be. */
  ATT_REFUSED,   /**< A server refuses what it is asked for. */
  ATT_STATUS_COUNT
} AttStatus;

/** One plain English sentence for a status; never NULL. */
const char*
att_status_text(AttStatus status);

/** How bad a diagnostic is. */
typedef enum AttSeverity { ATT_NOTE, ATT_WARNING, ATT_ERROR } AttSeverity;

/** What went wrong where. */
typedef struct AttDiagnostic {
  AttSeverity severity;
  const char* file;    /**< As the caller named it, or NULL. */
  unsigned line;       /**< From 1; 0 where there is none. */
  unsigned column;     /**< In characters, from 1; 0 where there is none. */
  const char* message; /**< One sentence, capital first, no full stop. */
} AttDiagnostic;

/** Takes diagnostics; `report` may be NULL to drop them. */
typedef struct AttSink {
  void (*report)(void* user, const AttDiagnostic* diagnostic);
  void* user;
} AttSink;

#endif
