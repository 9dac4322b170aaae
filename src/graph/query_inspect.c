/* What Rasqal would answer wrongly, seen in the prepared query. */
/* SPDX-License-Identifier: MIT */
#include "graph/query_inspect.h"

#include <rasqal.h>

AttStatus
att_query_inspect(rasqal_query* query, const QuerySetting* setting) {
  (void)query;
  (void)setting;
  return ATT_OK;
}
