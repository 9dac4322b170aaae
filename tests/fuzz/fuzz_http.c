/* Any bytes are what a server sends back. */
/* SPDX-License-Identifier: MIT */
#include "attache_remote.h"
#include "target.h"

#include <arpa/inet.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static int listening = -1;
static unsigned short port;
static Slice reply;

static void
server_begin(void) {
  struct sockaddr_in address = { .sin_family = AF_INET,
                                 .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
  socklen_t length = sizeof address;
  (void)signal(SIGPIPE, SIG_IGN);
  listening = socket(AF_INET, SOCK_STREAM, 0);
  if (listening < 0 ||
      bind(listening, (struct sockaddr*)&address, sizeof address) != 0 ||
      listen(listening, 8) != 0 ||
      getsockname(listening, (struct sockaddr*)&address, &length) != 0) {
    abort();
  }
  port = ntohs(address.sin_port);
}

/* Takes one request, which ends with its form, and sends the bytes. */
static void*
request_serve(void* unused) {
  char request[4096];
  const int peer = accept(listening, NULL, NULL);
  (void)unused;
  if (peer < 0) {
    return NULL;
  }
  if (recv(peer, request, sizeof request, 0) > 0) {
    size_t sent = 0;
    while (sent < reply.length) {
      const ssize_t part =
        send(peer, reply.start + sent, reply.length - sent, 0);
      if (part <= 0) {
        break;
      }
      sent += (size_t)part;
    }
    (void)shutdown(peer, SHUT_WR);
    while (recv(peer, request, sizeof request, 0) > 0) {
    }
  }
  (void)close(peer);
  return NULL;
}

int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  char url[64];
  pthread_t server;
  AttRemote* remote = NULL;
  if (listening < 0) {
    server_begin();
  }
  (void)snprintf(url, sizeof url, "http://127.0.0.1:%u/", (unsigned)port);
  reply = (Slice){ (const char*)data, size };
  const AttRemoteSettings settings = { .url = url, .timeout = 2 };
  if (att_remote_open(&settings, (AttSink){ 0 }, &remote) != ATT_OK ||
      pthread_create(&server, NULL, request_serve, NULL) != 0) {
    abort();
  }
  (void)att_remote_query(remote, "SELECT * { ?s ?p ?o }", ATT_FORMAT_NONE,
                         "/dev/null", NULL);
  (void)att_remote_pause(remote);
  att_remote_close(remote);
  (void)pthread_join(server, NULL);
  return 0;
}
