// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/timed_checks.h"

#include "tests/support/catch.h"

#include <QRandomGenerator>
#include <algorithm>
#include <random>

namespace keywork::test::rules_check_plan_test {

using namespace Qt::StringLiterals;

namespace {

const SetClock kHouse(QDateTime(QDate(2026, 9, 14), QTime(8, 0), Qt::UTC));

/// A moment of the house's clocks that is there once.
QDateTime at(const QString &text)
{
    return kHouse.resolve(QDate::fromString(text.left(10), Qt::ISODate), timeFromStored(text.mid(11))).earlier;
}
QString told(const QDateTime &moment) { return kHouse.local(moment).toString(u"d MMM HH:mm"_s); }

CheckSeries byHours(const QString &hours, const QString &from, const QString &until = {})
{
    CheckSeries series;
    series.reason = CheckReason::Welfare;
    series.rhythm = CheckRhythm::Hours;
    series.hours = hours;
    series.fromAt = at(from);
    if (!until.isEmpty())
        series.untilAt = at(until);
    return series;
}

CheckSeries byNights(QTime from, QTime until, int minutes, const QString &begins, const QString &ends = {})
{
    CheckSeries series = byHours({}, begins, ends);
    series.rhythm = CheckRhythm::Nights;
    series.nightFrom = from;
    series.nightUntil = until;
    series.everyMinutes = minutes;
    return series;
}

QStringList slotsTold(const CheckSeries &series, const QString &from, const QString &until)
{
    QStringList found;
    for (const CheckSlot &slot : checkSlots(series, at(from), at(until), kHouse))
        found.append(told(slot.at));
    return found;
}

QList<TimedCheck> looks(const QStringList &moments, CheckResult result = CheckResult::Spoke)
{
    QList<TimedCheck> list;
    for (const QString &moment : moments) {
        TimedCheck check;
        check.doneAt = at(moment);
        check.result = result;
        list.append(check);
    }
    return list;
}

} // namespace

TEST_CASE("Hours are read as people write them, in the order of the day, each once, or not at all")
{
    const auto read = [](const QString &text) {
        QStringList hours;
        for (const QTime hour : hoursOfDay(text).value_or(QList<QTime>()))
            hours.append(toStoredText(hour));
        return hours.join(u' ');
    };
    CHECK(read(u"22:00, 02:00, 06:00"_s) == u"02:00 06:00 22:00");
    CHECK(read(u"22.00 2:00;02:00"_s) == u"02:00 22:00");
    for (const QString &wrong : {u""_s, u"  "_s, u"22"_s, u"24:00"_s, u"22:60"_s, u"22:00, late"_s, u"2 2:00"_s}) {
        INFO(wrong.toStdString());
        CHECK_FALSE(hoursOfDay(wrong).has_value());
    }
}

TEST_CASE("Hours of the day are due each day between the beginning and the end, over midnight and on a leap day")
{
    const CheckSeries series = byHours(u"22:00, 02:00, 06:00"_s, u"2028-02-28T21:00"_s, u"2028-03-01T02:00"_s);
    CHECK(slotsTold(series, u"2028-02-27T00:00"_s, u"2028-03-05T00:00"_s)
        == QStringList{u"28 Feb 22:00"_s, u"29 Feb 02:00"_s, u"29 Feb 06:00"_s, u"29 Feb 22:00"_s, u"1 Mar 02:00"_s});
    CHECK(slotsTold(series, u"2028-02-29T02:00"_s, u"2028-02-29T06:00"_s) == QStringList{u"29 Feb 02:00"_s, u"29 Feb 06:00"_s});
    CHECK(checkSlots(CheckSeries(), at(u"2028-02-27T00:00"_s), at(u"2028-03-05T00:00"_s), kHouse).isEmpty()); // minutes have no moments
}

TEST_CASE("What happens to an hour of a night on which the clocks change")
{
    struct Night {
        const char *what;
        CheckSeries series;
        QString day;
        QStringList moments; ///< UTC
    };
    const QString spring = u"2027-03-27T21:00"_s;
    const QString autumn = u"2026-10-24T21:00"_s;
    const QList<Night> nights{
        {"01:30 does not exist: due at 02:00, the first moment that does", byHours(u"01:30"_s, spring), u"2027-03-28"_s, {u"01:00"_s}},
        {"01:00 does not exist either", byHours(u"01:00"_s, spring), u"2027-03-28"_s, {u"01:00"_s}},
        {"two that fall on one moment are one check", byHours(u"01:15, 01:45, 02:00"_s, spring), u"2027-03-28"_s, {u"01:00"_s}},
        {"00:59 and 02:30 are what they are", byHours(u"00:59, 02:30"_s, spring), u"2027-03-28"_s, {u"00:59"_s, u"01:30"_s}},
        {"01:30 comes twice: the first time, once", byHours(u"01:30"_s, autumn), u"2026-10-25"_s, {u"00:30"_s}},
        {"02:00 comes once", byHours(u"02:00"_s, autumn), u"2026-10-25"_s, {u"02:00"_s}},
        {"minutes of a night are elapsed ones: forwards", byNights({23, 0}, {3, 0}, 60, spring), u"2027-03-28"_s,
            {u"23:00"_s, u"00:00"_s, u"01:00"_s, u"02:00"_s}},
        {"and back", byNights({23, 0}, {3, 0}, 60, autumn), u"2026-10-25"_s,
            {u"22:00"_s, u"23:00"_s, u"00:00"_s, u"01:00"_s, u"02:00"_s, u"03:00"_s}},
    };
    for (const Night &night : nights) {
        INFO(night.what);
        const QDate day = QDate::fromString(night.day, Qt::ISODate);
        QStringList found;
        for (const CheckSlot &slot :
            checkSlots(night.series, QDateTime(day.addDays(-1), QTime(20, 0), Qt::UTC), QDateTime(day, QTime(12, 0), Qt::UTC), kHouse))
            found.append(slot.at.toString(u"HH:mm"_s));
        CHECK(found == night.moments);
    }
    const auto missing = nextCheckSlot(byHours(u"01:30"_s, spring), {}, {}, kHouse);
    REQUIRE(missing);
    CHECK(missing->asked == QTime(1, 30));
    CHECK(missing->clocks == WallTime::Outcome::Never); // so that it can be said
    CHECK(told(missing->at) == u"28 Mar 02:00");
    CHECK(nextCheckSlot(byHours(u"01:30"_s, autumn), {}, {}, kHouse)->clocks == WallTime::Outcome::Twice);
}

TEST_CASE("A single series goes on night by night, and a night within one day is one")
{
    const CheckSeries nights = byNights({23, 0}, {6, 0}, 210, u"2026-12-30T12:00"_s, u"2027-01-01T03:00"_s);
    CHECK(slotsTold(nights, u"2026-12-30T00:00"_s, u"2027-01-03T00:00"_s)
        == QStringList{u"30 Dec 23:00"_s, u"31 Dec 02:30"_s, u"31 Dec 06:00"_s, u"31 Dec 23:00"_s, u"1 Jan 02:30"_s});
    const CheckSeries early = byNights({0, 30}, {4, 0}, 90, u"2026-12-30T12:00"_s);
    CHECK(slotsTold(early, u"2026-12-30T00:00"_s, u"2026-12-31T12:00"_s)
        == QStringList{u"31 Dec 00:30"_s, u"31 Dec 02:00"_s, u"31 Dec 03:30"_s});
    CHECK(slotsTold(byNights({23, 0}, {6, 0}, 600, u"2026-12-30T12:00"_s), u"2026-12-30T00:00"_s, u"2026-12-31T12:00"_s)
        == QStringList{u"30 Dec 23:00"_s}); // longer than the night: once
}

TEST_CASE("Of a plan the first moment is due for which no check counts; one counts from half an hour before")
{
    const CheckSeries series = byHours(u"22:00, 02:00, 06:00"_s, u"2026-09-14T21:00"_s, u"2026-09-16T03:00"_s);
    struct Case {
        const char *what;
        QList<TimedCheck> done;
        QString due; ///< empty: over
    };
    const QList<Case> cases{
        {"none yet", {}, u"14 Sep 22:00"_s},
        {"31 minutes before is none for it", looks({u"2026-09-14T21:29"_s}), u"14 Sep 22:00"_s},
        {"half an hour before is not more than half an hour before", looks({u"2026-09-14T21:30"_s}), u"15 Sep 02:00"_s},
        {"late", looks({u"2026-09-15T01:29"_s}), u"15 Sep 02:00"_s},
        {"so late that it is the next one", looks({u"2026-09-15T01:45"_s}), u"15 Sep 06:00"_s},
        {"one was missed and the next one done", looks({u"2026-09-15T06:02"_s}), u"15 Sep 22:00"_s},
        {"not found is no check", looks({u"2026-09-14T22:00"_s}, CheckResult::NotFound), u"14 Sep 22:00"_s},
        {"could not be done is none either", looks({u"2026-09-14T22:00"_s}, CheckResult::NotDone), u"14 Sep 22:00"_s},
        {"the last one of the plan is the end", looks({u"2026-09-16T02:10"_s}), {}},
    };
    for (const Case &one : cases) {
        INFO(one.what);
        const CheckState state = checkStateOf(series, one.done, kHouse);
        CHECK((state.dueAt ? told(*state.dueAt) : QString()) == one.due);
        CHECK_FALSE(state.alarm.has_value());
    }
    CHECK(checkStateOf(series, looks({u"2026-09-14T22:00"_s}, CheckResult::CouldNotRouse), kHouse).alarm == CheckResult::CouldNotRouse);
    CHECK(told(*finishesAt(series, kHouse)) == u"16 Sep 01:30");
    CHECK(finishesAt(byHours(u"22:00"_s, u"2026-09-14T22:30"_s, u"2026-09-15T21:00"_s), kHouse) == QDateTime()); // no check at all
    CHECK_FALSE(finishesAt(byHours(u"22:00"_s, u"2026-09-14T22:30"_s), kHouse).has_value());
}

TEST_CASE("Who is away is not looked for, an emergency is never paused")
{
    CheckSeries series = byHours(u"10:00, 22:00"_s, u"2026-09-14T09:00"_s);
    const QList<AwayDays> away{{QDate(2026, 9, 14), QDate(2026, 9, 15)}}; // two nights
    CHECK(told(*checkStateOf(series, {}, kHouse, away).dueAt) == u"14 Sep 10:00"); // until noon it is the night before
    CHECK(told(*checkStateOf(series, looks({u"2026-09-14T10:00"_s}), kHouse, away).dueAt) == u"16 Sep 22:00");
    CHECK(
        missedChecks(series, looks({u"2026-09-14T10:00"_s}), at(u"2026-09-14T00:00"_s), at(u"2026-09-16T21:00"_s), kHouse, away).isEmpty());
    series.reason = CheckReason::AfterOverdose;
    CHECK(told(*checkStateOf(series, looks({u"2026-09-14T10:00"_s}), kHouse, away).dueAt) == u"14 Sep 22:00");
    CHECK(missedChecks(series, looks({u"2026-09-14T10:00"_s}), at(u"2026-09-14T00:00"_s), at(u"2026-09-16T21:00"_s), kHouse, away).size()
        == 1);
}

TEST_CASE("What makes an overdue check an emergency is said reason by reason")
{
    const QList<std::pair<CheckReason, bool>> reasons{{CheckReason::ChoseNotToGo, true}, {CheckReason::AfterOverdose, true},
        {CheckReason::Intoxicated, true}, {CheckReason::HeadInjury, true}, {CheckReason::SelfHarm, true}, {CheckReason::Unwell, true},
        {CheckReason::Welfare, false}, {CheckReason::Other, false}};
    CHECK(size_t(reasons.size()) == Codes<CheckReason>::options.size());
    for (const auto &[reason, is] : reasons) {
        CheckSeries series;
        series.reason = reason;
        CHECK(isEmergency(series) == is);
        series.afterNaloxone = true;
        CHECK(isEmergency(series));
    }
}

TEST_CASE("A round that was missed is told, with for how long nobody looked, and no later check takes it away")
{
    const CheckSeries series = byHours(u"22:00, 00:00, 02:00, 04:00"_s, u"2026-09-14T20:00"_s);
    const auto missed = [&series](const QStringList &done, const QString &now) {
        QStringList found;
        for (const MissedChecks &run : missedChecks(series, looks(done), at(u"2026-09-14T18:00"_s), at(now), kHouse))
            found.append(u"%1× %2–%3, %4–%5"_s.arg(QString::number(run.count), told(run.first), told(run.last), told(run.lookedBefore),
                run.lookedAfter ? told(*run.lookedAfter) : u"now"_s));
        return found;
    };
    CHECK(missed({u"2026-09-14T22:04"_s}, u"2026-09-15T01:29"_s).isEmpty()); // late, until the next one opens
    CHECK(missed({u"2026-09-14T22:04"_s}, u"2026-09-15T01:30"_s) == QStringList{u"1× 15 Sep 00:00–15 Sep 00:00, 14 Sep 22:04–now"_s});
    CHECK(missed({u"2026-09-14T22:04"_s}, u"2026-09-15T03:40"_s) == QStringList{u"2× 15 Sep 00:00–15 Sep 02:00, 14 Sep 22:04–now"_s});
    const QStringList kept{u"2× 15 Sep 00:00–15 Sep 02:00, 14 Sep 22:04–15 Sep 03:50"_s};
    CHECK(missed({u"2026-09-14T22:04"_s, u"2026-09-15T03:50"_s}, u"2026-09-15T04:30"_s) == kept);
    CHECK(missed({u"2026-09-14T22:04"_s, u"2026-09-15T03:50"_s, u"2026-09-15T04:10"_s}, u"2026-09-15T12:00"_s) == kept);
    CHECK(missed({}, u"2026-09-14T23:45"_s) == QStringList{u"1× 14 Sep 22:00–14 Sep 22:00, 14 Sep 20:00–now"_s});
}

TEST_CASE("Of checks by minutes those are missed after which a whole interval passed")
{
    CheckSeries series;
    series.fromAt = at(u"2026-09-14T20:00"_s);
    series.everyMinutes = 15;
    const auto missed = [&series](const QStringList &done, const QString &now) {
        QList<int> counts;
        for (const MissedChecks &run : missedChecks(series, looks(done), series.fromAt, at(now), kHouse))
            counts.append(run.count);
        return counts;
    };
    CHECK(missed({}, u"2026-09-14T20:29"_s).isEmpty());
    CHECK(missed({}, u"2026-09-14T20:30"_s) == QList<int>{1});
    CHECK(missed({u"2026-09-14T20:29"_s}, u"2026-09-14T20:40"_s).isEmpty()); // late, and the minutes count from it
    CHECK(missed({u"2026-09-14T20:47"_s}, u"2026-09-14T20:50"_s) == QList<int>{2});
    CHECK(missed({u"2026-09-14T20:47"_s}, u"2026-09-14T21:17"_s) == QList<int>{2, 1});
    series.untilAt = at(u"2026-09-14T21:00"_s);
    CHECK(missed({}, u"2026-09-15T20:00"_s) == QList<int>{3}); // the one at the end is still due
    series.endedAt = at(u"2026-09-14T20:31"_s);
    CHECK(missed({}, u"2026-09-15T20:00"_s) == QList<int>{1});
}

TEST_CASE("Whenever somebody looks, each moment of a plan was looked at, is missed, or is due")
{
    QRandomGenerator random(20261025);
    for (int round = 0; round < 200; ++round) {
        const QDateTime from = at(u"2026-10-22T12:00"_s).addSecs(60 * random.bounded(24 * 60));
        CheckSeries series
            = byNights(QTime(random.bounded(24), 0), QTime(random.bounded(24), 30), 30 + random.bounded(200), u"2026-10-22T12:00"_s);
        series.fromAt = from;
        const QDateTime now = from.addSecs(60 * (60 + random.bounded(4 * 24 * 60))); // over the night on which the clocks go back
        QList<TimedCheck> done;
        for (int i = random.bounded(20); i > 0; --i) {
            TimedCheck check;
            check.doneAt = from.addSecs(random.bounded(int(from.secsTo(now))));
            done.append(check);
        }
        const QList<CheckSlot> all = checkSlots(series, from, now.addSecs(kCheckEarlyMinutes * 60), kHouse);
        int over = 0;
        int looked = 0;
        for (qsizetype i = 0; i + 1 < all.size(); ++i) {
            CHECK(all.at(i).at < all.at(i + 1).at);
            CHECK(all.at(i + 1).opens >= all.at(i).at);
            if (all.at(i + 1).opens > now)
                continue;
            ++over;
            looked += std::any_of(done.cbegin(), done.cend(),
                [&](const TimedCheck &check) { return check.doneAt >= all.at(i).opens && check.doneAt < all.at(i + 1).opens; });
        }
        int missed = 0;
        for (const MissedChecks &run : missedChecks(series, done, from, now, kHouse))
            missed += run.count;
        CHECK(missed == over - looked);
        const CheckState state = checkStateOf(series, done, kHouse);
        std::shuffle(done.begin(), done.end(), std::mt19937(unsigned(round)));
        CHECK(checkStateOf(series, done, kHouse) == state);
        REQUIRE(state.dueAt);
        CHECK(*state.dueAt >= from);
    }
}

} // namespace keywork::test::rules_check_plan_test
