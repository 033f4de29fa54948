// GEOS, re-entrant interface only: one context per task (Debian: libgeos-dev).
#pragma once
#define GEOS_USE_ONLY_R_API 1
#include <geos_c.h>
