// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QList>
#include <QString>

namespace keywork {

class Database;

/// The names that lists show, of those of these people who are on file.
Result<QHash<qint64, QString>> displayNamesOf(const Database &database, const QList<qint64> &people);
/// P-0031, for those of these people who are on file.
Result<QHash<qint64, QString>> numbersOf(const Database &database, const QList<qint64> &people);

} // namespace keywork
