// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/shifts.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kLongestLoneRungMinutes = 15; // as of an overdue check

Result<QList<WatchItem>> loneOverdueDue(const WatchFacts &facts)
{
    QList<WatchItem> items;
    if (facts.today() != facts.clock().today())
        return items;
    const auto alone = readLoneWorking(facts.records());
    if (!alone || alone->isEmpty())
        return alone ? Result(items) : alone.error();
    const auto onCall = readOnCall(facts.records(), facts.clock().now());
    if (!onCall)
        return onCall.error();
    const QDateTime now = facts.clock().latest(); // whose clock was set back is not let wait longer
    for (const LoneOnFile &one : *alone) {
        if (!one.state.isOverdue(now)) {
            facts.changeAt(one.state.dueAt->addSecs(1));
            continue;
        }
        const QDateTime due = facts.clock().local(*one.state.dueAt);
        WatchItem item{.subject = {u"lone_working"_s, one.lone.id.value, {}}, .name = one.name, .day = due.date()};
        item.since = *one.state.dueAt;
        facts.changeAt(one.state.dueAt->addSecs(60 * (one.state.minutesOver(now) + 1))); // the sentence says the minutes
        item.places.insert(u"time"_s, due.toString(u"HH:mm"_s));
        item.places.insert(u"late"_s, QString::number(one.state.minutesOver(now)));
        item.places.insert(u"place"_s, one.lone.value.place);
        item.places.insert(u"number"_s, one.telephone);
        item.places.insert(u"on_call"_s, onCall->told());
        items.append(item);
    }
    return items;
}

} // namespace

/// product.md, B9: lone-working check-in. Whoever is signed in sees it, whatever their role.
extern const WatchRule loneOverdue{
    .code = "lone_overdue",
    .category = Category::House,
    .pressing = Pressing::Emergency,
    .longestRungMinutes = kLongestLoneRungMinutes,
    .title = QT_TRANSLATE_NOOP("watch", "Working alone"),
    .sentence
    = QT_TRANSLATE_NOOP("watch", "Was to say by {time} that all is well, {late} minutes ago. Where: {place}. {ring_them} {ring_on_call}"),
    .opens = "handover",
    .due = loneOverdueDue,
};

} // namespace keywork
