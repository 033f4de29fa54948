// OpenSSL's libcrypto, for SHA-256, HMAC and random keys (Debian: libssl-dev).
#pragma once
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
