/* Sameness: whether two mentions tell of one event. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_READING_SAME_H
#define ATTACHE_READING_SAME_H

#include "reading/event.h"

/** Whether the headline tells of the event. */
bool
att_event_is_title(const Finding* finding, const Event* event);

/** Whether a role is somebody's, not a place's or an event's. */
bool
att_event_is_participation(const Finding* finding, const Role* role);

/** Whether somebody in `event` acts in `role`'s part for its filler's state:
 * "Norwegian minister" is Anna Berg of Norway. */
bool
att_event_is_represented(const Finding* finding, const Role* role,
                         const Event* event);

/** "We condemn the attack," he said: whether the statement `inner` is made in
 * the quotation `outer`, by one speaker. */
bool
att_event_is_said_in(const Finding* finding, const Event* outer,
                     const Event* inner);

/** Whether `later` is another mention of `earlier`. */
bool
att_event_is_same(const Finding* finding, const Event* earlier,
                  const Event* later);

#endif
