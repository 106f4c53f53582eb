// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/timed_checks.h"

#include "core/base/clock.h"
#include "tests/support/catch.h"

#include <QRandomGenerator>
#include <algorithm>

namespace keywork::test::rules_timed_checks_test {

using namespace Qt::StringLiterals;

namespace {

const QDateTime kStart(QDate(2026, 9, 14), QTime(1, 0), Qt::UTC);
const SetClock kHouse(kStart);

QDateTime atMinute(int minute) { return kStart.addSecs(minute * 60); }

CheckSeries every(qint64 minutes, std::optional<int> untilMinute = {})
{
    CheckSeries series;
    series.reason = CheckReason::HeadInjury;
    series.fromAt = kStart;
    series.everyMinutes = minutes;
    if (untilMinute)
        series.untilAt = atMinute(*untilMinute);
    return series;
}

struct Found {
    int minute;
    CheckResult result;
};

QList<TimedCheck> checks(const QList<Found> &found)
{
    QList<TimedCheck> list;
    for (const Found &one : found) {
        TimedCheck check;
        check.doneAt = atMinute(one.minute);
        check.result = one.result;
        list.append(check);
    }
    return list;
}

/// The minute at which the next one is due; -1: the series is over.
int dueMinute(const CheckSeries &series, const QList<Found> &found)
{
    const CheckState state = checkStateOf(series, checks(found), kHouse);
    return state.dueAt ? int(kStart.secsTo(*state.dueAt) / 60) : -1;
}

} // namespace

TEST_CASE("A check is due so many minutes after the last one that counts, and once more at the end")
{
    using R = CheckResult;
    struct Case {
        const char *what;
        std::optional<int> until;
        bool naloxone;
        QList<Found> found;
        int due;
    };
    const QList<Case> cases{
        {"none was done yet", 120, false, {}, 15},
        {"they spoke", 120, false, {{14, R::Spoke}}, 29},
        {"late: the minutes count from when it was done", 120, false, {{22, R::Roused}}, 37},
        {"breathing was counted", 120, false, {{15, R::BreathingCounted}}, 30},
        {"after naloxone breathing is not enough", 120, true, {{15, R::BreathingCounted}}, 15},
        {"not woken, as agreed", 120, false, {{15, R::ChoseNotWoken}}, 30},
        {"after naloxone nobody is left asleep", 120, true, {{15, R::ChoseNotWoken}}, 15},
        {"could not be roused: at once", 120, false, {{10, R::CouldNotRouse}}, 10},
        {"not found: at once", 120, false, {{10, R::NotFound}, {13, R::NotFound}}, 10},
        {"found again and spoke", 120, false, {{10, R::NotFound}, {13, R::Spoke}}, 28},
        {"what could not be done moves nothing", 120, false, {{15, R::NotDone}}, 15},
        {"the last one is due at the end", 40, false, {{15, R::Spoke}, {30, R::Spoke}}, 40},
        {"one just before the end is not the last", 40, false, {{15, R::Spoke}, {39, R::Spoke}}, 40},
        {"one at the end is", 40, false, {{15, R::Spoke}, {40, R::Spoke}}, -1},
        {"one after the end is", 40, false, {{55, R::Spoke}}, -1},
        {"the end alone ends nothing", 40, false, {{15, R::Spoke}}, 30},
        {"after naloxone breathing at the end ends nothing", 40, true, {{40, R::BreathingCounted}}, 15},
        {"no end: on and on", {}, false, {{15, R::Spoke}, {600, R::Spoke}}, 615},
        {"written down in another order", 120, false, {{30, R::Spoke}, {15, R::CouldNotRouse}}, 45},
        {"from before the start says nothing", 120, false, {{-5, R::Spoke}}, 15},
    };
    for (const Case &one : cases) {
        INFO(one.what);
        CheckSeries series = every(15, one.until);
        series.afterNaloxone = one.naloxone;
        CHECK(dueMinute(series, one.found) == one.due);
    }
}

TEST_CASE("Checks that somebody ended are over, whatever is written afterwards")
{
    CheckSeries series = every(15, 120);
    series.endedAt = atMinute(20);
    CHECK(checkStateOf(series, {}, kHouse).isOver());
    const CheckState state = checkStateOf(series, checks({{25, CheckResult::CouldNotRouse}}), kHouse);
    CHECK(state.isOver());
    CHECK(state.last == CheckResult::CouldNotRouse);
    CHECK(state.lastAt == atMinute(25));
    CHECK(state.done == 0);
}

TEST_CASE("Minutes are elapsed minutes, also on the nights when the clocks change")
{
    SetClock clock(kStart);
    struct Night {
        const char *what;
        QDateTime from;
        QStringList onTheClock; ///< of the first five, each done when it is due
    };
    const QList<Night> nights{
        {"an ordinary night", {QDate(2026, 9, 14), QTime(0, 0), Qt::UTC}, {u"01:30"_s, u"02:00"_s, u"02:30"_s, u"03:00"_s, u"03:30"_s}},
        {"the clocks go back on 25 October 2026: one hour twice", {QDate(2026, 10, 25), QTime(0, 0), Qt::UTC},
            {u"01:30"_s, u"01:00"_s, u"01:30"_s, u"02:00"_s, u"02:30"_s}},
        {"the clocks go forward on 28 March 2027: one hour never", {QDate(2027, 3, 28), QTime(0, 0), Qt::UTC},
            {u"00:30"_s, u"02:00"_s, u"02:30"_s, u"03:00"_s, u"03:30"_s}},
    };
    for (const Night &night : nights) {
        INFO(night.what);
        CheckSeries series;
        series.fromAt = night.from;
        series.everyMinutes = 30;
        QList<TimedCheck> done;
        QDateTime last = night.from;
        QStringList shown;
        for (int i = 0; i < 5; ++i) {
            const QDateTime due = *checkStateOf(series, done, clock).dueAt;
            CHECK(last.secsTo(due) == 30 * 60);
            shown.append(clock.local(due).toString(u"HH:mm"_s));
            TimedCheck check;
            check.doneAt = last = due;
            done.append(check);
        }
        CHECK(shown == night.onTheClock);
    }
}

TEST_CASE("How long a check is overdue is told in whole minutes")
{
    const CheckState state = checkStateOf(every(15, 120), {}, kHouse);
    CHECK_FALSE(state.isOverdue(atMinute(15)));
    CHECK(state.isOverdue(atMinute(15).addSecs(1)));
    CHECK(state.minutesOver(atMinute(15)) == 0);
    CHECK(state.minutesOver(atMinute(15).addSecs(59)) == 0);
    CHECK(state.minutesOver(atMinute(17)) == 2);
}

TEST_CASE("In whatever order checks were written down, they say the same, and never more than the interval passes without one")
{
    QRandomGenerator random(20260914);
    for (int round = 0; round < 500; ++round) {
        CheckSeries series = every(1 + random.bounded(60), random.bounded(2) ? std::optional(random.bounded(1, 300)) : std::nullopt);
        series.afterNaloxone = random.bounded(2) == 1;
        QList<Found> found;
        QDateTime counted = kStart;
        QSet<int> minutes;
        for (int i = random.bounded(12); i > 0; --i) {
            const int minute = random.bounded(1, 400);
            if (minutes.contains(minute))
                continue; // two at one moment have no order
            minutes.insert(minute);
            found.append({minute, CheckResult(random.bounded(7))});
            if (isCheck(found.last().result, series.afterNaloxone))
                counted = std::max(counted, atMinute(minute));
        }
        QList<TimedCheck> list = checks(found);
        const CheckState state = checkStateOf(series, list, kHouse);
        for (int i = int(list.size()) - 1; i > 0; --i)
            list.swapItemsAt(i, random.bounded(i + 1));
        CHECK(checkStateOf(series, list, kHouse) == state);
        if (state.dueAt)
            CHECK(*state.dueAt <= counted.addSecs(*series.everyMinutes * 60));
        else
            CHECK(counted >= *series.untilAt);
    }
}

} // namespace keywork::test::rules_timed_checks_test
