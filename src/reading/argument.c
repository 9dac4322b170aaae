/* Arguments: which nodes fill the grammatical functions of a verb or noun. */
/* SPDX-License-Identifier: MIT */
#include "reading/argument.h"

/* Control and coordination chain this far at most. */
#define CHAIN_MAX 6

static const SyntaxNode*
node_at(const Trees* trees, uint32_t node) {
  return &trees->nodes.items[node];
}

static bool
is_verb(const Trees* trees, uint32_t node) {
  const uint8_t upos = node_at(trees, node)->upos;
  return upos == UPOS_VERB || upos == UPOS_AUX;
}

static bool
is_participle(const Trees* trees, uint32_t node) {
  return node_at(trees, node)->xpos == XPOS_VBN;
}

/* Not with an object: "authorities opened inquiries" is only misread. */
static bool
is_passive(const Trees* trees, uint32_t node) {
  return att_trees_child(trees, node, REL_NSUBJ_PASS) != NOTHING ||
         att_trees_child(trees, node, REL_AUX_PASS) != NOTHING ||
         ((node_at(trees, node)->relation == REL_ACL ||
           node_at(trees, node)->relation == REL_AMOD) &&
          is_participle(trees, node) &&
          att_trees_child(trees, node, REL_OBJ) == NOTHING);
}

static uint32_t
surface_child(const Trees* trees, uint32_t node) {
  const uint32_t active = att_trees_child(trees, node, REL_NSUBJ);
  return active != NOTHING ? active
                           : att_trees_child(trees, node, REL_NSUBJ_PASS);
}

/* "who met", "which condemned": the noun that the relative clause is about. */
static uint32_t
relative_see(const Trees* trees, uint32_t node, uint32_t argument) {
  const SyntaxNode* const item = node_at(trees, node);
  if (item->relation == REL_ACL_RELCL && argument != NOTHING &&
      (node_at(trees, argument)->xpos == XPOS_WP ||
       node_at(trees, argument)->xpos == XPOS_WDT)) {
    return item->head;
  }
  return argument;
}

static uint32_t
surface_subject(const Trees* trees, uint32_t node, int depth);

/* The subject a verb without one of its own takes from above. */
static uint32_t
inherited_subject(const Trees* trees, uint32_t node, int depth) {
  const SyntaxNode* const item = node_at(trees, node);
  const uint32_t head = item->head;
  if (head == NOTHING || depth > CHAIN_MAX) {
    return NOTHING;
  }
  switch ((Relation)item->relation) {
  case REL_CONJ:
    /* "emphasised that it was essential and highlighted ...": a verb can
     * only be coordinated with the verb above such a predicate. */
    return is_verb(trees, head) ? surface_subject(trees, head, depth)
           : node_at(trees, head)->relation == REL_CCOMP &&
               node_at(trees, head)->head != NOTHING
             ? surface_subject(trees, node_at(trees, head)->head, depth)
             : NOTHING;
  case REL_XCOMP: {
    const uint32_t object = att_trees_child(trees, head, REL_OBJ);
    return object != NOTHING ? object : surface_subject(trees, head, depth);
  }
  case REL_ADVCL:
  case REL_PARATAXIS:
    return surface_child(trees, node) == NOTHING && is_verb(trees, head)
             ? surface_subject(trees, head, depth)
             : NOTHING;
  case REL_ACL:
    /* "Rojas to visit Oslo" is a headline's clause. */
    return node_at(trees, node)->xpos == XPOS_VBG ||
               is_participle(trees, node) ||
               (node_at(trees, head)->head == NOTHING &&
                node_at(trees, head)->mention != NOTHING)
             ? head
             : surface_subject(trees, head, depth);
  case REL_ACL_RELCL:
  case REL_AMOD:
    return head;
  case REL_OBJ:
  case REL_OBL:
  case REL_NMOD:
    return is_verb(trees, head) ? surface_subject(trees, head, depth) : NOTHING;
  default:
    return NOTHING;
  }
}

static uint32_t
surface_subject(const Trees* trees, uint32_t node, int depth) {
  const uint32_t own = surface_child(trees, node);
  return own != NOTHING ? relative_see(trees, node, own)
                        : inherited_subject(trees, node, depth + 1);
}

/* The "by" phrase of a passive. */
static uint32_t
agent_of(const Trees* trees, uint32_t node) {
  for (uint32_t child = node_at(trees, node)->child; child != NOTHING;
       child = node_at(trees, child)->next) {
    const Relation relation = (Relation)node_at(trees, child)->relation;
    if (relation == REL_OBL_AGENT ||
        ((relation == REL_OBL || relation == REL_NMOD) &&
         att_slice_is(att_trees_case(trees, child), "by"))) {
      return child;
    }
  }
  return NOTHING;
}

uint32_t
att_argument_subject(const Trees* trees, uint32_t node) {
  return surface_subject(trees, node, 0);
}

uint32_t
att_argument_verb_above(const Trees* trees, uint32_t node) {
  uint32_t head = node_at(trees, node)->head;
  while (head != NOTHING && !is_verb(trees, head)) {
    head = node_at(trees, head)->head;
  }
  return head;
}

static uint32_t
subject_of(const Trees* trees, uint32_t node) {
  return is_passive(trees, node) ? agent_of(trees, node)
                                 : surface_subject(trees, node, 0);
}

static uint32_t
object_of(const Trees* trees, uint32_t node) {
  if (is_passive(trees, node)) {
    return surface_subject(trees, node, 0);
  }
  const uint32_t object = att_trees_child(trees, node, REL_OBJ);
  if (object != NOTHING) {
    return relative_see(trees, node, object);
  }
  const SyntaxNode* const item = node_at(trees, node);
  const bool gap =
    item->relation == REL_ACL_RELCL &&
    att_trees_child(trees, node, REL_NSUBJ) != NOTHING &&
    relative_see(trees, node, surface_child(trees, node)) != item->head;
  return gap ? item->head : NOTHING;
}

static uint32_t
clause_of(const Trees* trees, uint32_t node) {
  const uint32_t clause = att_trees_child(trees, node, REL_CCOMP);
  return clause != NOTHING ? clause : att_trees_child(trees, node, REL_XCOMP);
}

/* A node and what is coordinated with it, in a row or one with the next. */
static AttStatus
conjuncts_add(Arena* arena, const Trees* trees, uint32_t node, Nodes* out) {
  TRY(LIST_PUSH(arena, out, node));
  for (uint32_t child = node_at(trees, node)->child; child != NOTHING;
       child = node_at(trees, child)->next) {
    if (node_at(trees, child)->relation == REL_CONJ && !is_verb(trees, child)) {
      TRY(conjuncts_add(arena, trees, child, out));
    }
  }
  return ATT_OK;
}

AttStatus
att_subject_conjuncts(Arena* arena, const Trees* trees, uint32_t node,
                      Nodes* out) {
  const uint32_t subject = surface_subject(trees, node, 0);
  return subject == NOTHING ? ATT_OK
                            : conjuncts_add(arena, trees, subject, out);
}

static AttStatus
prepositions_add(Arena* arena, const Trees* trees, uint32_t node,
                 Slice preposition, Nodes* out) {
  for (uint32_t child = node_at(trees, node)->child; child != NOTHING;
       child = node_at(trees, child)->next) {
    const Relation base =
      att_relation_base((Relation)node_at(trees, child)->relation);
    if ((base == REL_OBL || base == REL_NMOD) &&
        att_slice_equals(att_trees_case(trees, child), preposition)) {
      TRY(conjuncts_add(arena, trees, child, out));
    }
  }
  return ATT_OK;
}

/* "according to": a participle that is itself a preposition, with another. */
static bool
is_preposition(const Trees* trees, uint32_t node, Slice preposition) {
  const uint32_t fixed = att_trees_child(trees, node, REL_FIXED);
  return node_at(trees, node)->relation == REL_CASE &&
         node_at(trees, node)->head != NOTHING && fixed != NOTHING &&
         att_slice_equals(node_at(trees, fixed)->lemma, preposition);
}

/* Also on the object ("sign an agreement with Norway") and on a participle
 * behind a noun ("a statement issued by the ministry"). */
static AttStatus
prepositions_find(Arena* arena, const Trees* trees, uint32_t node,
                  Slice preposition, Nodes* out) {
  TRY(prepositions_add(arena, trees, node, preposition, out));
  if (is_preposition(trees, node, preposition)) {
    TRY(conjuncts_add(arena, trees, node_at(trees, node)->head, out));
  }
  for (uint32_t child = node_at(trees, node)->child; child != NOTHING;
       child = node_at(trees, child)->next) {
    const Relation relation = (Relation)node_at(trees, child)->relation;
    const bool below = is_verb(trees, node)
                         ? relation == REL_OBJ
                         : relation == REL_ACL && is_participle(trees, child);
    if (below) {
      TRY(prepositions_add(arena, trees, child, preposition, out));
    }
  }
  return ATT_OK;
}

static AttStatus
modifiers_find(Arena* arena, const Trees* trees, uint32_t node, Nodes* out) {
  for (uint32_t child = node_at(trees, node)->child; child != NOTHING;
       child = node_at(trees, child)->next) {
    const Relation relation = (Relation)node_at(trees, child)->relation;
    if (relation == REL_AMOD || relation == REL_COMPOUND ||
        relation == REL_NMOD_DESC) {
      TRY(conjuncts_add(arena, trees, child, out));
      TRY(modifiers_find(arena, trees, child, out));
    }
  }
  return ATT_OK;
}

/* An argument, its conjuncts, and what the parser hung beside it in the same
 * function: "the minister, the envoy and other officials attended". */
static AttStatus
arguments_add(Arena* arena, const Trees* trees, uint32_t node, Nodes* out) {
  TRY(conjuncts_add(arena, trees, node, out));
  const SyntaxNode* const item = node_at(trees, node);
  if (item->relation != REL_NSUBJ && item->relation != REL_NSUBJ_PASS) {
    return ATT_OK;
  }
  for (uint32_t other = item->next; other != NOTHING;
       other = node_at(trees, other)->next) {
    if (node_at(trees, other)->relation == item->relation) {
      TRY(conjuncts_add(arena, trees, other, out));
    }
  }
  return ATT_OK;
}

AttStatus
att_arguments_find(Arena* arena, const Trees* trees, uint32_t node,
                   FrameFunction function, Slice preposition, Nodes* out) {
  uint32_t found = NOTHING;
  switch (function) {
  case FUNCTION_SUBJECT:
    found = subject_of(trees, node);
    break;
  case FUNCTION_OBJECT:
    found = object_of(trees, node);
    break;
  case FUNCTION_INDIRECT:
    found = att_trees_child(trees, node, REL_IOBJ);
    break;
  case FUNCTION_CLAUSE:
    found = clause_of(trees, node);
    break;
  case FUNCTION_POSSESSOR:
    found = att_trees_child(trees, node, REL_NMOD_POSS);
    break;
  case FUNCTION_MODIFIER:
    return modifiers_find(arena, trees, node, out);
  case FUNCTION_PREPOSITION:
    return prepositions_find(arena, trees, node, preposition, out);
  }
  return found == NOTHING ? ATT_OK : arguments_add(arena, trees, found, out);
}
