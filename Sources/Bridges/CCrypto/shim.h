// OpenSSL's libcrypto, for SHA-256 only (Debian: libssl-dev).
#pragma once
#include <openssl/evp.h>
