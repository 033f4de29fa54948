// libxlsxwriter: Excel workbooks, written (Debian: libxlsxwriter-dev).
#pragma once
#include <xlsxwriter.h>
