// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/house/watch/watch_facts.h"

namespace keywork {

/// The latest day, by person, on which a risk of this kind (a code, a constant of the caller) was looked at; without those of
/// whom none is on file.
Result<QHash<qint64, QDate>> risksReviewed(const WatchFacts &facts, const QList<qint64> &people, const QString &kind);

} // namespace keywork
