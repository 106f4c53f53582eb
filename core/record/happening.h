// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace keywork {

/// A record that lasts is in the timeline twice.
enum class Phase { Happened, Ended };

/// A record that happened, as the index of the timeline knows it.
struct Happening {
    QString kind;
    qint64 record = 0;
    Phase phase = Phase::Happened;
    QDateTime at; ///< UTC; a day stands for its beginning in the house's time zone
    bool operator==(const Happening &) const = default;
};

/// What was written down later than a moment, whenever it happened: the record itself, or the day or moment that it says. Not
/// what somebody wrote themselves until `knownUntil`: they know it.
struct EnteredSince {
    QDateTime since = {};
    qint64 knownBy = 0; ///< staff; 0: nobody
    QDateTime knownUntil = {};
};

} // namespace keywork
