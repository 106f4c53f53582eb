// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/stage_entry.h"
#include "core/services/house/attention.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_rule.h"
#include "core/services/records/records.h"
#include "tests/support/services.h"

namespace keywork::test {

/// The codes of what Today would say on that day, in its order.
inline QStringList dueOn(TestHostel &hostel, QDate day)
{
    QStringList codes;
    for (const WatchItem &item : need(hostel.services().attention.today(day)))
        codes.append(item.code());
    return codes;
}

/// Whether the rule has a line: so many days after `pivot`, or before it.
struct Edge {
    int days;
    bool isDue;
};
inline void checkEdges(TestHostel &hostel, const QString &code, QDate pivot, std::initializer_list<Edge> edges)
{
    for (const Edge &edge : edges) {
        const QDate day = pivot.addDays(edge.days);
        INFO(code.toStdString() << " on " << day.toString(Qt::ISODate).toStdString());
        CHECK(dueOn(hostel, day).contains(code) == edge.isDue);
    }
}

inline const QDate kToday = QDate(2026, 9, 14); // of the hostel's clock

/// The only line of the rule on that day.
inline WatchItem lineOf(TestHostel &hostel, const QString &code, QDate day = kToday)
{
    QList<WatchItem> found;
    for (const WatchItem &item : need(hostel.services().attention.today(day)))
        if (item.code() == code)
            found.append(item);
    INFO(code.toStdString());
    REQUIRE(found.size() == 1);
    return found.first();
}

inline Result<Kept<WatchSnooze>> snoozeUntil(TestHostel &hostel, const WatchItem &item, QDate until, const QString &reason = u"asked for"_s)
{
    WatchSnooze snooze = Attention::snoozeOf(item);
    snooze.untilOn = until;
    snooze.reason = reason;
    return hostel.services().records.add(snooze);
}

} // namespace keywork::test
