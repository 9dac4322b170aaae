/* Pages: the article in a web page. */
/* SPDX-License-Identifier: MIT */
#include "corpus/markup.h"

#include "corpus/stamp.h"

#include <libxml/HTMLparser.h>
#include <strings.h>
