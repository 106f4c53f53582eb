// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kLongestCheckRungMinutes = 15; // house rule: whoever was rung is here by then, or somebody looks

/// What the lines name: why, when, how late by `now`, who keeps watch.
Result<WatchItem> itemOfChecks(const WatchFacts &facts, const ChecksOnFile &checks, const QDateTime &now)
{
    const CheckSeries &series = checks.series.value;
    const QDateTime due = facts.clock().local(*checks.state.dueAt);
    WatchItem item{.subject = {u"check_series"_s, checks.series.id.value, series.personId}, .day = due.date()};
    item.since = checks.state.alarm ? *checks.state.alarmAt : *checks.state.dueAt;
    item.name = series.personId ? QString() : series.described;
    item.places.insert(u"check_why"_s, QString::fromLatin1(codeOf(series.reason)));
    item.places.insert(u"time"_s, due.toString(u"HH:mm"_s));
    item.places.insert(u"late"_s, QString::number(checks.state.minutesOver(now)));
    item.places.insert(u"every"_s, QString::number(series.everyMinutes.value_or(0)));
    if (checks.state.alarm) {
        item.places.insert(u"time"_s, facts.clock().local(*checks.state.alarmAt).toString(u"HH:mm"_s));
        item.places.insert(u"check_found"_s, QString::fromLatin1(codeOf(*checks.state.alarm)));
    }
    QString watcher = series.watcherOther;
    if (series.watcherId) {
        if (!facts.team())
            return facts.team().error();
        watcher = facts.team()->value(series.watcherId.value).value.name;
    }
    item.places.insert(u"who"_s, watcher);
    return item;
}

using WhichChecks = std::function<bool(const CheckState &state, const QDateTime &now)>;

/// Of the present only. Whose clock was set back is not let wait longer for a check.
Result<QList<WatchItem>> ofOpenChecks(const WatchFacts &facts, const WhichChecks &which)
{
    QList<WatchItem> items;
    if (facts.today() != facts.clock().today())
        return items;
    if (!facts.checks())
        return facts.checks().error();
    const QDateTime now = facts.clock().latest();
    for (const ChecksOnFile &checks : *facts.checks()) {
        if (!which(checks.state, now))
            continue;
        const auto item = itemOfChecks(facts, checks, now);
        if (!item)
            return item.error();
        items.append(*item);
        // Overdue from then on; the sentence says the minutes since.
        const qint64 minutes = checks.state.minutesOver(now);
        facts.changeAt(checks.state.isOverdue(now) ? checks.state.dueAt->addSecs(60 * (minutes + 1)) : checks.state.dueAt->addMSecs(1));
    }
    return items;
}

Result<QList<WatchItem>> checkAlarmDue(const WatchFacts &facts)
{
    return ofOpenChecks(facts, [](const CheckState &state, const QDateTime &) { return state.alarm.has_value(); });
}

Result<QList<WatchItem>> checkOverdueDue(const WatchFacts &facts)
{
    return ofOpenChecks(facts, [](const CheckState &state, const QDateTime &now) { return !state.alarm && state.isOverdue(now); });
}

Result<QList<WatchItem>> checkNextDue(const WatchFacts &facts)
{
    return ofOpenChecks(facts, [](const CheckState &state, const QDateTime &now) { return !state.alarm && !state.isOverdue(now); });
}

} // namespace

/// additions.md, "Overdose, incidents, supplies".
extern const WatchRule checkAlarm{
    .code = "check_alarm",
    .category = Category::Risk,
    .pressing = Pressing::Emergency,
    .longestRungMinutes = kLongestCheckRungMinutes,
    .title = QT_TRANSLATE_NOOP("watch", "Act now"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{check_found}, {time}. Press F12 and act now. {check_why}."),
    .press = QT_TRANSLATE_NOOP("watch", "Check"),
    .opens = "checks",
    .due = checkAlarmDue,
};

extern const WatchRule checkOverdue{
    .code = "check_overdue",
    .category = Category::Risk,
    .pressing = Pressing::Emergency,
    .longestRungMinutes = kLongestCheckRungMinutes,
    .title = QT_TRANSLATE_NOOP("watch", "Check overdue"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Due at {time}, {late} minutes ago. {check_why}. {who} keeps watch."),
    .press = QT_TRANSLATE_NOOP("watch", "Check"),
    .opens = "checks",
    .due = checkOverdueDue,
};

extern const WatchRule checkNext{
    .code = "check_next",
    .category = Category::Risk,
    .pressing = Pressing::Now,
    .canWait = false,
    .title = QT_TRANSLATE_NOOP("watch", "Timed checks"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Next at {time}, every {every} minutes. {check_why}. {who} keeps watch."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n residents with timed checks"),
    .press = QT_TRANSLATE_NOOP("watch", "Check"),
    .opens = "checks",
    .due = checkNextDue,
};

} // namespace keywork
