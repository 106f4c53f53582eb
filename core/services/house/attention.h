// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/watch_snooze.h"
#include "core/services/house/watch/watch_rule.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"

namespace keywork {

/// A line of Today that somebody put off: gone for everybody until its day.
struct SnoozedItem {
    WatchItem item;
    Kept<WatchSnooze> snooze;
    QString by;
};

/// What stands on Today, most pressing first, and what was put off of it.
struct WatchedDay {
    QList<WatchItem> items;
    QList<SnoozedItem> snoozed;
};

/// What needs attention: asks every rule of watch/rules that whoever is signed in may know about.
class Attention {
public:
    Attention(Records &records, People &people);
    /// `on`: as the file says now, judged on that day.
    Result<WatchedDay> watched(QDate on) const;
    Result<QList<WatchItem>> today(QDate on) const;
    Result<QList<WatchItem>> today() const { return today(m_records.today()); }

    /// Whether whoever is signed in may put this line off: nobody when it is about an emergency.
    bool maySnooze(const WatchItem &item) const;
    /// What a form begins with; kept by `Records::add`, which asks again (NotAllowedNow, NotPermitted, Invalid).
    static WatchSnooze snoozeOf(const WatchItem &item);
    /// Brings the line back now.
    Done bringBack(const SnoozedItem &snoozed, const QString &why);

    /// Residents here now in each stage.
    Result<std::array<int, 5>> stageCounts() const;

private:
    Done takeSnoozedOut(WatchedDay &day, QDate on) const;
    Records &m_records;
    People &m_people;
};

} // namespace keywork
