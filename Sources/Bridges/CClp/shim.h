// COIN-OR Clp's C interface: one model per task (Debian: coinor-libclp-dev).
#pragma once
#include <Clp_C_Interface.h>
