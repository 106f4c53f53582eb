// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>

namespace keywork {

/// Which of the backups made at these local times may go: the newest of each of the last 14 days that have one stays, of
/// each of the last 8 weeks, of each of the last 12 months, and always the newest of all (trust.md, "Backups").
/// Indices into `made`.
QList<qsizetype> backupsToThin(const QList<QDateTime> &made);

} // namespace keywork
