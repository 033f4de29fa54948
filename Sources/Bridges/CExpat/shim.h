// Expat: the XML parts of workbooks as a stream (Debian: libexpat1-dev).
#pragma once
#include <expat.h>
