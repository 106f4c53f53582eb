// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/watch_call.h"
#include "core/domain/watch_snooze.h"
#include "core/services/house/watch/watch_rule.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"

#include <algorithm>

namespace keywork {

class Backups;

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
    QDateTime changesAt; ///< the first moment from which it says something else though nothing was saved; invalid: none

    void changeAt(const QDateTime &at) { changesAt = changesAt.isValid() ? std::min(changesAt, at) : at; }
};

/// So many days a line says that it was rung about (house rule).
inline constexpr int kRungShownDays = 7;

/// What needs attention: asks every rule of watch/rules that whoever is signed in may know about.
class Attention {
public:
    Attention(Records &records, People &people);
    /// `on`: as the file says now, judged on that day.
    Result<WatchedDay> watched(QDate on) const;
    /// Of today, as `watched`; kept until something is written or the moment has come from which it says something else, so that
    /// page and navigation read once.
    const Result<WatchedDay> &now() const;
    Result<QList<WatchItem>> today(QDate on) const;
    Result<QList<WatchItem>> today() const { return today(m_records.today()); }

    /// Whether whoever is signed in may put this line off: nobody when it is about an emergency.
    bool maySnooze(const WatchItem &item) const;
    /// What a form begins with; kept by `Records::add`, which asks again (NotAllowedNow, NotPermitted, Invalid).
    static WatchSnooze snoozeOf(const WatchItem &item);
    /// Whether whoever is signed in may say that this line, an emergency, was rung about.
    bool mayRing(const WatchItem &item) const;
    /// What a form begins with: rung just now; kept by `Records::add`, which asks again (NotAllowedNow, NotPermitted, Invalid).
    WatchCall callOf(const WatchItem &item) const;
    /// Whether whoever is signed in may take back that the line waits.
    bool mayPressAgain(const WatchItem &item) const;
    Done pressAgain(const WatchItem &item, const QString &why);
    /// Brings the line back now.
    Done bringBack(const SnoozedItem &snoozed, const QString &why);

    /// What tells when the last backup was made; without it nothing is said of backups.
    void setBackups(const Backups &backups) { m_backups = &backups; }

private:
    /// Also of those who left, and of those who were entered in error.
    Result<QHash<qint64, QString>> teamNames() const;
    Done takeSnoozedOut(WatchedDay &day, QDate on) const;
    void addRinging();
    Done addCalls(WatchedDay &day, QDate on) const;
    Records &m_records;
    People &m_people;
    const Backups *m_backups = nullptr;
    struct Read {
        Result<WatchedDay> day;
        QDate on;
        qint64 written = 0; ///< rows by then
        QDateTime at;
    };
    mutable std::optional<Read> m_now;
};

} // namespace keywork
