// PROJ: one context per task, network off (Debian: libproj-dev).
#pragma once
#include <proj.h>
