// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace keywork {

class Database;

/// All pages of the database, in the clear: for one that holds nobody's data yet. Storage.
Result<QByteArray> imageOf(const Database &database);

/// Fills an empty database with the pages of an image. Storage, and the database stays empty.
Done fillFrom(const Database &database, QByteArray image);

} // namespace keywork
