// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

#include <QDate>

namespace keywork {

class Database;

/// Drug alerts that have begun by that day and that nobody has ended by then, the oldest first.
Result<QList<KeptRow>> drugAlertsInForce(Database &database, QDate day);
/// Those who were told of one of these alerts, and of whom something was decided about it.
Result<QList<KeptRow>> peopleOfAlerts(Database &database, const QList<qint64> &alerts);

} // namespace keywork
