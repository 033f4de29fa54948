// libcurl: HTTP with ranges (Debian: libcurl4-gnutls-dev, the one that PROJ already asks for).
// Swift has no C variadics: each kind of value that an option takes has its function here.
#pragma once
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

typedef size_t (*CCurlReceiver)(char *bytes, size_t one, size_t count, void *owner);
typedef int (*CCurlWatcher)(
  void *owner, curl_off_t total, curl_off_t done, curl_off_t uploadTotal, curl_off_t uploaded);

static inline CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode ccurl_set_number(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode ccurl_set_owner(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode ccurl_set_receiver(CURL *handle, CURLoption option, CCurlReceiver value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode ccurl_set_watcher(CURL *handle, CCurlWatcher value) {
  return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, value);
}
static inline CURLcode ccurl_get_text(CURL *handle, CURLINFO info, const char **value) {
  return curl_easy_getinfo(handle, info, value);
}
