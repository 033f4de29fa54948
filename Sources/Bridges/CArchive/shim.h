// libarchive: members of .zip, .gz and .7z as streams (Debian: libarchive-dev).
#pragma once
#include <archive.h>
#include <archive_entry.h>
