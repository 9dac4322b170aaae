/* Roles: who or what fills which part in an event. */
/* SPDX-License-Identifier: MIT */
#include "reading/event.h"

bool
att_event_has(const Event* event, uint32_t property) {
  for (size_t i = 0; i < event->roles.length; i++) {
    if (event->roles.items[i].property == property) {
      return true;
    }
  }
  return false;
}

bool
att_event_takes(const Finding* finding, const Event* event, uint32_t property) {
  const Frame* const frame =
    &finding->reading->ontology->frames.items.items[event->frame];
  for (size_t i = 0; i < frame->role_count; i++) {
    if (frame->roles[i].role == property) {
      return true;
    }
  }
  return false;
}

bool
att_event_is_statement(const Finding* finding, const Event* event) {
  return att_term_is_a(finding->reading->ontology, event->class,
                       finding->terms->statement);
}

AttStatus
att_event_role(Finding* finding, Event* event, Role role) {
  for (size_t i = 0; i < event->roles.length; i++) {
    const Role* const other = &event->roles.items[i];
    if (other->filler == role.filler && other->event == role.event &&
        (other->property == role.property ||
         (!role.event && role.property != finding->terms->place &&
          other->property != finding->terms->place))) {
      return ATT_OK;
    }
  }
  return LIST_PUSH(finding->arena, &event->roles, role);
}

/* Whether an entity may fill a role: the role's range says. */
bool
att_event_fits(const Finding* finding, uint32_t property, EntityKind kind) {
  const Ontology* const ontology = finding->reading->ontology;
  const uint32_t range = ontology->terms.items[property].range;
  if (kind == ENTITY_PLACE) {
    return property == finding->terms->place;
  }
  if (range == ONTOLOGY_NONE || range == finding->terms->agent) {
    return true;
  }
  return att_term_is_a(ontology, finding->terms->kinds[kind], range);
}

/* "her Kenyan counterpart Peter Otieno": the name beside a noun that refers to
 * nobody. */
static Referents
apposed(const Finding* finding, uint32_t node) {
  const Trees* const trees = finding->reading->trees;
  for (uint32_t child = trees->nodes.items[node].child; child != NOTHING;
       child = trees->nodes.items[child].next) {
    const SyntaxNode* const item = &trees->nodes.items[child];
    const Referents referents = finding->entities->of_node[child];
    if (child > node && child <= node + 2 && referents.count == 1 &&
        (item->relation == REL_APPOS || item->relation == REL_FLAT) &&
        finding->entities->items
            .items[finding->entities->pool.items[referents.first]]
            .kind == ENTITY_PERSON) {
      return referents;
    }
  }
  return finding->entities->of_node[node];
}

/* "dozens of journalists", "a group of rebels": what a noun that refers to
 * nobody counts or gathers; "Rep. Berg": the name behind it. */
static Referents
counted(const Finding* finding, uint32_t node) {
  const Entities* const entities = finding->entities;
  const Trees* const trees = finding->reading->trees;
  const Referents own = entities->of_node[node].count > 0
                          ? entities->of_node[node]
                          : apposed(finding, node);
  for (uint32_t child = trees->nodes.items[node].child;
       own.count == 0 && finding->events->of_node[node] == NOTHING &&
       child != NOTHING;
       child = trees->nodes.items[child].next) {
    const Referents referents = entities->of_node[child];
    if (trees->nodes.items[child].relation == REL_FLAT &&
        referents.count == 1) {
      return referents;
    }
    if (trees->nodes.items[child].relation == REL_NMOD &&
        att_slice_is(att_trees_case(trees, child), "of") &&
        referents.count == 1 &&
        entities->items.items[entities->pool.items[referents.first]].kind ==
          ENTITY_GROUP) {
      return referents;
    }
  }
  return own;
}

AttStatus
att_event_fill(Finding* finding, Event* event, uint32_t property, uint32_t node,
               bool inferred) {
  const Entities* const entities = finding->entities;
  const Referents referents = counted(finding, node);
  for (uint32_t i = 0; i < referents.count; i++) {
    const uint32_t entity = entities->pool.items[referents.first + i];
    const EntityKind kind = entities->items.items[entity].kind;
    Role role = { property, entity, node, false, inferred };
    if (!att_event_fits(finding, property, kind)) {
      if (kind != ENTITY_PLACE) {
        continue;
      }
      role.property = finding->terms->place;
    }
    TRY(att_event_role(finding, event, role));
  }
  return ATT_OK;
}

Date
att_event_date(const Events* events, const Event* event) {
  if (event->time == NOTHING) {
    return (Date){ 0 };
  }
  const TimeExpression* const time = &events->times.items[event->time];
  return events->future[event->time] ? time->future : time->past;
}
