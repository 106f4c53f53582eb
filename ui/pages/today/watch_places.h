// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/house/watch/watch_rule.h"
#include "core/services/services.h"
#include "ui/pages/visit.h"

namespace keywork {

/// Where the line is settled; none: where its record stands, or nowhere.
std::optional<Visit> whereSettled(const WatchItem &item);
/// Whether there is a place for it that whoever is signed in may open.
bool maySettle(const WatchItem &item, const Services &services);
/// How many of the lines are settled at each place of the navigation, by its id. What is settled in a resident's own record is
/// counted at Today alone, where those that press today or sooner are.
QHash<QString, qsizetype> linesByPlace(const QList<WatchItem> &items);

} // namespace keywork
