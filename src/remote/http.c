/* HTTP: one request and its answer (the door to libcurl). */
/* SPDX-License-Identifier: MIT */
#include "remote/http.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#define TIMEOUT 60U

/* Seconds to reach a server: what takes longer is not there. */
#define CONNECT_TIMEOUT 15U

/* Most bytes of an answer: rows are held in memory until they are written. */
#define REPLY_LIMIT ((size_t)512 * 1024 * 1024)

/* Bytes of a refusal that are told: its first line says why. */
#define REASON_SIZE 200

/* No server is waited for longer than this, whatever it asks. */
#define PAUSE_LIMIT 300

struct Http {
  const AttRemoteSettings* settings;
  const AttSink* sink;
  CURL* curl;
  char* bytes;
  size_t length;
  size_t room;
  bool large; /* the answer is beyond the limit */
  unsigned pause;
  char why[CURL_ERROR_SIZE];
};

static AttStatus
fail(const Http* http, AttStatus status, const char* what, const char* why) {
  att_report(http->sink, status == ATT_AWAY ? ATT_WARNING : ATT_ERROR,
             (Place){ .file = http->settings->url }, "%s%s", what, why);
  return status;
}

static size_t
bytes_take(char* bytes, size_t size, size_t count, void* user) {
  Http* const http = user;
  const size_t length = size * count;
  if (length > REPLY_LIMIT - http->length) {
    http->large = true;
    return 0;
  }
  if (http->room - http->length <= length) {
    const size_t room = 2 * (http->length + length) + 1024;
    char* const grown = realloc(http->bytes, room);
    if (grown == NULL) {
      return 0;
    }
    http->bytes = grown;
    http->room = room;
  }
  memcpy(http->bytes + http->length, bytes, length);
  http->length += length;
  http->bytes[http->length] = '\0';
  return length;
}

/* Whether the address is one, and tells no password: it stands on the command
 * line, which everybody sees. */
static AttStatus
url_check(const Http* http) {
  CURLU* const url = curl_url();
  char* part = NULL;
  AttStatus status = url == NULL ? ATT_NO_MEMORY : ATT_OK;
  if (status == ATT_OK &&
      (curl_url_set(url, CURLUPART_URL, http->settings->url, 0) != CURLUE_OK ||
       (strncmp(http->settings->url, "http://", 7) != 0 &&
        strncmp(http->settings->url, "https://", 8) != 0))) {
    status = fail(http, ATT_INPUT, "It is no address of http or https", "");
  }
  if (status == ATT_OK &&
      (curl_url_get(url, CURLUPART_USER, &part, 0) == CURLUE_OK ||
       curl_url_get(url, CURLUPART_PASSWORD, &part, 0) == CURLUE_OK)) {
    status = fail(http, ATT_INPUT,
                  "A user or a password does not stand in an address", "");
  }
  curl_free(part);
  curl_url_cleanup(url);
  return status;
}

static CURLcode
auth_set(CURL* curl, const AttRemoteSettings* settings) {
  static const unsigned long kinds[ATT_AUTH_COUNT] = {
    [ATT_AUTH_BASIC] = CURLAUTH_BASIC,
    [ATT_AUTH_DIGEST] = CURLAUTH_DIGEST,
    [ATT_AUTH_BEARER] = CURLAUTH_BEARER,
  };
  if (settings->auth == ATT_AUTH_NONE) {
    return CURLE_OK;
  }
  CURLcode code =
    curl_easy_setopt(curl, CURLOPT_HTTPAUTH, kinds[settings->auth]);
  if (settings->auth == ATT_AUTH_BEARER) {
    return code != CURLE_OK ? code
                            : curl_easy_setopt(curl, CURLOPT_XOAUTH2_BEARER,
                                               settings->password);
  }
  if (code == CURLE_OK) {
    code = curl_easy_setopt(curl, CURLOPT_USERNAME, settings->user);
  }
  return code != CURLE_OK
           ? code
           : curl_easy_setopt(curl, CURLOPT_PASSWORD, settings->password);
}

/* What holds for every request. Certificates are verified; nobody is sent on to
 * another server, which would see the credentials. */
static AttStatus
curl_prepare(Http* http) {
  CURL* const curl = http->curl;
  const AttRemoteSettings* const settings = http->settings;
  const unsigned seconds = settings->timeout == 0 ? TIMEOUT : settings->timeout;
  const unsigned reach = seconds < CONNECT_TIMEOUT ? seconds : CONNECT_TIMEOUT;
  const bool set =
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK &&
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L) == CURLE_OK &&
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L) == CURLE_OK &&
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L) == CURLE_OK &&
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L) == CURLE_OK &&
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)seconds) == CURLE_OK &&
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)reach) == CURLE_OK &&
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "attache/" ATT_VERSION) ==
      CURLE_OK &&
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, http->why) == CURLE_OK &&
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, bytes_take) == CURLE_OK &&
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, http) == CURLE_OK &&
    (settings->authority == NULL ||
     curl_easy_setopt(curl, CURLOPT_CAINFO, settings->authority) == CURLE_OK) &&
    auth_set(curl, settings) == CURLE_OK;
  return set ? ATT_OK : ATT_NO_MEMORY;
}

AttStatus
att_http_new(const AttRemoteSettings* settings, const AttSink* sink,
             Http** out) {
  if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
    return ATT_NO_MEMORY;
  }
  Http* const http = calloc(1, sizeof *http);
  if (http == NULL) {
    curl_global_cleanup();
    return ATT_NO_MEMORY;
  }
  http->settings = settings;
  http->sink = sink;
  AttStatus status = url_check(http);
  if (status == ATT_OK) {
    http->curl = curl_easy_init();
    status = http->curl == NULL ? ATT_NO_MEMORY : curl_prepare(http);
  }
  if (status != ATT_OK) {
    att_http_free(http);
    return status;
  }
  *out = http;
  return ATT_OK;
}

void
att_http_free(Http* http) {
  if (http != NULL) {
    curl_easy_cleanup(http->curl);
    free(http->bytes);
    free(http);
    curl_global_cleanup();
  }
}

char*
att_http_escape(Http* http, const char* text) {
  return curl_easy_escape(http->curl, text, 0);
}

void
att_http_unescape(char* escaped) {
  curl_free(escaped);
}

unsigned
att_http_pause(const Http* http) {
  return http->pause;
}

/* `*headers` grows by the line "NAME: VALUE". */
static AttStatus
header_add(struct curl_slist** headers, const char* name, const char* value) {
  char line[512];
  (void)snprintf(line, sizeof line, "%s: %s", name, value);
  struct curl_slist* const grown = curl_slist_append(*headers, line);
  if (grown == NULL) {
    return ATT_NO_MEMORY;
  }
  *headers = grown;
  return ATT_OK;
}

static AttStatus
headers_make(const HttpRequest* request, struct curl_slist** out) {
  AttStatus status = header_add(out, "Content-Type", request->type);
  if (status == ATT_OK) {
    status = header_add(out, "Accept", request->accept);
  }
  /* Servers that do not know it make curl wait a second for each request. */
  return status == ATT_OK ? header_add(out, "Expect", "") : status;
}

/* Whether what went wrong may not go wrong again. */
static bool
is_passing(CURLcode code) {
  switch (code) {
  case CURLE_COULDNT_RESOLVE_HOST:
  case CURLE_COULDNT_RESOLVE_PROXY:
  case CURLE_COULDNT_CONNECT:
  case CURLE_OPERATION_TIMEDOUT:
  case CURLE_GOT_NOTHING:
  case CURLE_PARTIAL_FILE:
  case CURLE_SEND_ERROR:
  case CURLE_RECV_ERROR:
  case CURLE_SSL_CONNECT_ERROR:
    return true;
  default:
    return false;
  }
}

static AttStatus
transfer_fail(const Http* http, CURLcode code) {
  if (code == CURLE_WRITE_ERROR) {
    return http->large ? fail(http, ATT_LIMIT, "The answer is too large", "")
                       : ATT_NO_MEMORY;
  }
  const char* const why =
    http->why[0] != '\0' ? http->why : curl_easy_strerror(code);
  return fail(http, is_passing(code) ? ATT_AWAY : ATT_REFUSED,
              "The server cannot be spoken to: ", why);
}

/* The first line of what the server says, for a diagnostic. */
static void
reason_copy(const Http* http, char* out) {
  size_t length = 0;
  if (http->length > 0) {
    while (length < REASON_SIZE - 1 && length < http->length &&
           (unsigned char)http->bytes[length] >= ' ') {
      length++;
    }
    memcpy(out, http->bytes, length);
  }
  out[length] = '\0';
}

static AttStatus
status_check(Http* http, long code) {
  if (code >= 200 && code < 300) {
    return ATT_OK;
  }
  char reason[REASON_SIZE];
  char what[64];
  curl_off_t pause = 0;
  const bool busy = code == 408 || code == 425 || code == 429 || code >= 500;
  (void)curl_easy_getinfo(http->curl, CURLINFO_RETRY_AFTER, &pause);
  if (busy && pause > 0) {
    http->pause = pause > PAUSE_LIMIT ? PAUSE_LIMIT : (unsigned)pause;
  }
  reason_copy(http, reason);
  (void)snprintf(what, sizeof what, "The server answers %ld%s", code,
                 code == 401 || code == 403 ? ": the credentials are refused"
                 : reason[0] == '\0'        ? ""
                                            : ": ");
  return fail(http, busy ? ATT_AWAY : ATT_REFUSED, what,
              code == 401 || code == 403 ? "" : reason);
}

static AttStatus
request_perform(Http* http, const HttpRequest* request,
                const struct curl_slist* headers) {
  CURL* const curl = http->curl;
  http->length = 0;
  http->large = false;
  http->pause = 0;
  http->why[0] = '\0';
  const bool set =
    curl_easy_setopt(curl, CURLOPT_URL, request->url) == CURLE_OK &&
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers) == CURLE_OK &&
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request->body) == CURLE_OK &&
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE,
                     (curl_off_t)request->length) == CURLE_OK &&
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request->method) == CURLE_OK;
  if (!set) {
    return ATT_NO_MEMORY;
  }
  const CURLcode code = curl_easy_perform(curl);
  long answered = 0;
  (void)curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answered);
  return code != CURLE_OK ? transfer_fail(http, code)
                          : status_check(http, answered);
}

AttStatus
att_http_send(Http* http, const HttpRequest* request, HttpReply* out) {
  struct curl_slist* headers = NULL;
  AttStatus status = headers_make(request, &headers);
  if (status == ATT_OK) {
    status = request_perform(http, request, headers);
  }
  (void)curl_easy_setopt(http->curl, CURLOPT_HTTPHEADER, NULL);
  curl_slist_free_all(headers);
  TRY(status);
  char* type = NULL;
  (void)curl_easy_getinfo(http->curl, CURLINFO_CONTENT_TYPE, &type);
  *out = (HttpReply){ type == NULL ? "" : type,
                      http->bytes == NULL ? "" : http->bytes, http->length };
  return ATT_OK;
}
