/* Quotations: which quotes the clause of a reporting word belongs to. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_READING_QUOTATION_H
#define ATTACHE_READING_QUOTATION_H

#include "reading/event.h"

/** What the clause of the reporting word `node` quotes: from its first quoted
 * token to its last, across an interruption ("We wait," he said. "We are
 * ready.") and paragraphs that go on; empty if it quotes nothing. */
Tokenspan
att_quotation_of(const Finding* finding, uint32_t node);

#endif
