// shapelib: .shp and .dbf (Debian: libshp-dev).
#pragma once
#include <shapefil.h>
