// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVariant>
#include <optional>

namespace keywork {

enum class ResidentGroup { HereNow, MyKeywork, Expected, Left };

/// What the list of residents is ordered by; whoever has nothing there stands last.
enum class ResidentOrder {
    Name,
    Room, ///< 2 before 10
    Stage,
    Alerts, ///< the most urgent that holds today
    Keyworker,
    Review, ///< of the latest issued plan, the soonest first
};

/// Where in the list a resident stands, for going on behind them.
struct ResidentPlace {
    QVariant value;
    qint64 person = 0;
};

/// Which residents, in which order.
struct ResidentsRequest {
    ResidentGroup group = ResidentGroup::HereNow;
    QString containing = {}; ///< in the name, the room or the keyworker's name; without case and accents
    // What a screen calls these holds `containing` too: they are found as well.
    QStringList stages = {};
    QStringList alertKinds = {};
    bool unassigned = false;
    ResidentOrder order = ResidentOrder::Name;
    bool descending = false;
    int limit = 0; ///< 0: all
    std::optional<ResidentPlace> after = {};
    QDate on = {}; ///< as the file says now, judged on that day; none: today
};

} // namespace keywork
