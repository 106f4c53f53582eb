// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"

#include <algorithm>
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
    if (checks.isClosed)
        item.labels.insert(u"check_why"_s, QT_TRANSLATE_NOOP("record", "Why stands in a restricted record"));
    else
        item.places.insert(u"check_why"_s, QString::fromLatin1(codeOf(series.reason)));
    item.places.insert(u"time"_s, due.toString(u"HH:mm"_s));
    item.places.insert(u"late"_s, QString::number(checks.state.minutesOver(now)));
    if (series.everyMinutes)
        item.places.insert(u"every"_s, QString::number(*series.everyMinutes));
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

using WhichChecks = std::function<bool(const ChecksOnFile &checks, const QDateTime &now)>;

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
        if (checks.state.isOver())
            continue;
        if (!checks.state.isOverdue(now))
            facts.changeAt(checks.state.dueAt->addSecs(1));
        if (!which(checks, now))
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
    return ofOpenChecks(facts, [](const ChecksOnFile &checks, const QDateTime &) { return checks.state.alarm.has_value(); });
}

Result<QList<WatchItem>> checkOverdueDue(const WatchFacts &facts)
{
    return ofOpenChecks(facts, [](const ChecksOnFile &checks, const QDateTime &now) {
        return checks.emergency && !checks.state.alarm && checks.state.isOverdue(now);
    });
}

Result<QList<WatchItem>> checkNextDue(const WatchFacts &facts)
{
    return ofOpenChecks(facts, [](const ChecksOnFile &checks, const QDateTime &now) {
        return checks.emergency && !checks.state.alarm && !checks.state.isOverdue(now);
    });
}

Result<QList<WatchItem>> checkDueNow(const WatchFacts &facts)
{
    return ofOpenChecks(facts, [](const ChecksOnFile &checks, const QDateTime &now) {
        return !checks.emergency && !checks.state.alarm && checks.state.isOverdue(now);
    });
}

/// One line for all who are looked in on next, at the same moment.
Result<QList<WatchItem>> checkRoundDue(const WatchFacts &facts)
{
    const auto waiting = ofOpenChecks(facts, [](const ChecksOnFile &checks, const QDateTime &now) {
        return !checks.emergency && !checks.state.alarm && !checks.state.isOverdue(now);
    });
    if (!waiting || waiting->isEmpty())
        return waiting;
    const auto earliest = [](const WatchItem &a, const WatchItem &b) { return a.since < b.since; };
    const QDateTime at = std::min_element(waiting->cbegin(), waiting->cend(), earliest)->since;
    const auto count = std::count_if(waiting->cbegin(), waiting->cend(), [&at](const WatchItem &item) { return item.since == at; });
    WatchItem item{.day = facts.clock().local(at).date()};
    item.places.insert(u"at"_s, facts.clock().local(at).toString(u"yyyy-MM-ddTHH:mm"_s));
    item.places.insert(u"count"_s, QString::number(count));
    return QList<WatchItem>{item};
}

/// The longest time in which nobody looked, and how many were missed in all.
WatchItem itemOfMissed(const ChecksOnFile &checks, const Clock &clock)
{
    const QDateTime now = clock.latest();
    const auto howLong = [&now](const MissedChecks &run) { return run.lookedBefore.secsTo(run.lookedAfter.value_or(now)); };
    const auto longest = *std::max_element(checks.missed.cbegin(), checks.missed.cend(),
        [&](const MissedChecks &a, const MissedChecks &b) { return howLong(a) < howLong(b); });
    int count = 0;
    for (const MissedChecks &run : checks.missed)
        count += run.count;
    WatchItem item{
        .subject = {u"check_series"_s, checks.series.id.value, checks.series.value.personId}, .day = clock.local(longest.first).date()};
    item.name = checks.series.value.personId ? QString() : checks.series.value.described;
    item.places.insert(u"missed"_s, QString::number(count));
    item.places.insert(u"due"_s, clock.local(longest.first).toString(u"yyyy-MM-ddTHH:mm"_s));
    item.places.insert(u"before"_s, clock.local(longest.lookedBefore).toString(u"yyyy-MM-ddTHH:mm"_s));
    if (longest.lookedAfter)
        item.places.insert(u"after"_s, clock.local(*longest.lookedAfter).toString(u"yyyy-MM-ddTHH:mm"_s));
    else
        item.labels.insert(u"after"_s, QT_TRANSLATE_NOOP("record", "now"));
    return item;
}

Result<QList<WatchItem>> checkMissedDue(const WatchFacts &facts)
{
    QList<WatchItem> items;
    if (facts.today() != facts.clock().today())
        return items;
    if (!facts.checks())
        return facts.checks().error();
    for (const ChecksOnFile &checks : *facts.checks())
        if (!checks.missed.isEmpty())
            items.append(itemOfMissed(checks, facts.clock()));
    return items;
}

/// Of checks by plan: they were not asked, or did not agree and nobody decided.
Result<QList<WatchItem>> checksUnagreedDue(const WatchFacts &facts)
{
    QList<WatchItem> items;
    if (facts.today() != facts.clock().today())
        return items;
    if (!facts.checks())
        return facts.checks().error();
    for (const ChecksOnFile &checks : *facts.checks()) {
        const CheckSeries &series = checks.series.value;
        const bool refused = series.agreement == CheckAgreement::Refused;
        if (checks.isClosed || checks.state.isOver() || checks.emergency || !isPlanned(series.rhythm)
            || (series.agreement && !(refused && series.refusedDecision.isEmpty())))
            continue;
        WatchItem item{
            .subject = {u"check_series"_s, checks.series.id.value, series.personId}, .day = facts.clock().local(series.fromAt).date()};
        item.name = series.personId ? QString() : series.described;
        item.labels.insert(u"agreement"_s,
            refused ? QT_TRANSLATE_NOOP("record", "They did not agree to these checks: a manager decides")
                    : QT_TRANSLATE_NOOP("record", "Do they agree, with how many knocks, and when may one come in"));
        items.append(item);
    }
    return items;
}

} // namespace

/// additions.md, "Overdose, incidents, supplies".
extern const WatchRule checkAlarm{
    .code = "check_alarm",
    .category = Category::Risk,
    .pressing = Pressing::Emergency,
    .longestRungMinutes = kLongestCheckRungMinutes,
    .tellsOfClosed = true,
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
    .tellsOfClosed = true,
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
    .tellsOfClosed = true,
    .title = QT_TRANSLATE_NOOP("watch", "Timed checks"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Next at {time}, every {every} minutes. {check_why}. {who} keeps watch."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n residents with timed checks"),
    .press = QT_TRANSLATE_NOOP("watch", "Check"),
    .opens = "checks",
    .due = checkNextDue,
};

/// domain.md, "Team"; that it is no emergency is a rule of this program (isEmergency).
extern const WatchRule checkDue{
    .code = "check_due",
    .category = Category::Risk,
    .pressing = Pressing::Now,
    .canWait = false,
    .tellsOfClosed = true,
    .title = QT_TRANSLATE_NOOP("watch", "Check due"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Due at {time}, {late} minutes ago. {check_why}."),
    .opens = "checks",
    .due = checkDueNow,
};

extern const WatchRule checkRound{
    .code = "check_round",
    .category = Category::Risk,
    .pressing = Pressing::Today,
    .canWait = false,
    .title = QT_TRANSLATE_NOOP("watch", "Next round"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{at}: to look in on, {count}."),
    .opens = "checks",
    .due = checkRoundDue,
};

/// The issue of the shift: a missed round says so. Told for kMissedToldHours.
extern const WatchRule checkMissed{
    .code = "check_missed",
    .category = Category::Risk,
    .pressing = Pressing::Today,
    .handedOver = true,
    .tellsOfClosed = true,
    .title = QT_TRANSLATE_NOOP("watch", "Checks missed"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Missed, {missed}: the one of {due}. Nobody looked from {before} until {after}."),
    .opens = "checks",
    .due = checkMissedDue,
};

/// additions.md, "Support": night checks need the resident's agreement.
extern const WatchRule checksUnagreed{
    .code = "checks_unagreed",
    .category = Category::Risk,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Checks: agreement"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{agreement}."),
    .opens = "checks",
    .due = checksUnagreedDue,
};

} // namespace keywork
