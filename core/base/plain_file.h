// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

class QFile;

namespace keywork {

/// Opens for reading, and nothing but a regular file: a pipe would be waited for without end, a folder gives no bytes.
/// NotFound, NotAFile, NotReadable.
Done openPlainFile(QFile &file);

} // namespace keywork
