/* The delivery: graphs taken out of files or a store, and sent to a server. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_CLI_DELIVERY_H
#define ATTACHE_CLI_DELIVERY_H

#include "cli/command.h"
#include "cli/endpoint.h"

/** What `attache push` is asked for. */
typedef struct Delivery {
  Endpoint endpoint;
  char* const* files; /**< Ended by NULL. */
  const char* store;  /**< A folder instead of them, or NULL. */
  const char* graph;  /**< Where triples without a graph go, or NULL. */
  const char* resume; /**< Notes to go on where they say, or NULL. */
  size_t batch;       /**< Most triples of a request. */
  bool dry;           /**< Only say what would be sent. */
} Delivery;

ExitCode
att_delivery_run(const Delivery* delivery);

#endif
