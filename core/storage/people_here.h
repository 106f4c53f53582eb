// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QList>

namespace keywork {

class Database;

/// Everybody who lives here on the day.
Result<QList<qint64>> peopleHereOn(Database &database, QDate day);

} // namespace keywork
