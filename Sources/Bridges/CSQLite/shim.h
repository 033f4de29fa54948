// SQLite (Debian: libsqlite3-dev). SQLITE_TRANSIENT is a cast that Swift cannot import.
#pragma once
#include <sqlite3.h>
static inline sqlite3_destructor_type maille_sqlite_transient(void) { return SQLITE_TRANSIENT; }
