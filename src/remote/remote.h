/* Remote stores: what sending graphs and asking have in common. */
/* SPDX-License-Identifier: MIT */
#ifndef ATTACHE_REMOTE_REMOTE_H
#define ATTACHE_REMOTE_REMOTE_H

#include "remote/http.h"

struct AttRemote {
  AttRemoteSettings settings;
  AttSink sink;
  Http* http;
  char* url;     /**< Where the body goes, but for an update. */
  bool replaces; /**< It takes the place of the graph. */
  char* body;
  size_t length; /**< bytes */
  size_t room;
  size_t waiting; /**< Triples in it. */
};

#endif
