// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

namespace keywork {

class Database;

/// The stays of these people that go on or went on at the day, of everybody who is here when none are named; one statement.
Result<QList<KeptRow>> staysOnDay(Database &database, QDate day, const QList<qint64> &people = {});
/// The last word of the desk about each of these people up to a moment, without the one with this number; one statement.
Result<QList<KeptRow>> lastMovements(Database &database, const QList<qint64> &people, const QDateTime &until, qint64 without = 0);

} // namespace keywork
