// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

class QFile;

namespace keywork {

/// Whether what was read as the path stands for bytes that are no text: nothing can be opened by it, though the file may be
/// there. A name that really holds U+FFFD is found.
bool isNoText(const QString &path);

/// Opens for reading, and nothing but a regular file: a pipe would be waited for without end, a folder gives no bytes.
/// NotFound, NameNoText, NotAFile, NotReadable.
Done openPlainFile(QFile &file);

} // namespace keywork
