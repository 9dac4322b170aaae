/* A relay: statements handed from a thread that reads to one that keeps. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_GRAPH_RELAY_H
#define ATTACHE_GRAPH_RELAY_H

#include "ontology/turtle.h"

typedef struct Relay Relay;

/** A relay that hands statements on to `handler`, in order: on a thread of its
 * own, once there are many and if there can be one. ATT_NO_MEMORY. */
AttStatus
att_relay_begin(RdfHandler handler, void* user, Relay** out);

/** The RdfHandler that gives statements to the relay `user`. They come to the
 * handler later, and so may a failure of it. */
AttStatus
att_relay_take(void* user, const RdfStatement* statement);

/** Waits until all statements have come to the handler, and ends the relay.
 * Returns the handler's first failure, or ATT_OK. */
AttStatus
att_relay_end(Relay* relay);

#endif
