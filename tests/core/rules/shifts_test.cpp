// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/lone_working.h"
#include "core/rules/read_aloud.h"
#include "core/rules/shifts.h"
#include "tests/support/catch.h"

#include <random>

using namespace Qt::StringLiterals;

namespace keywork::test::shifts_test {

namespace {

const QString kEveryDay = u"1_mon,2_tue,3_wed,4_thu,5_fri,6_sat,7_sun"_s;

Kept<ShiftPattern> shift(qint64 id, const QString &name, QTime from, QTime until, const QString &days = kEveryDay)
{
    return {{id}, 1, {}, 0, false, {.name = name, .startsAt = from, .endsAt = until, .weekdays = days}};
}

const Kept<ShiftPattern> kEarly = shift(1, u"Early"_s, {7, 30}, {15, 0});
const Kept<ShiftPattern> kLate = shift(2, u"Late"_s, {15, 0}, {22, 0});
const Kept<ShiftPattern> kNight = shift(3, u"Night"_s, {22, 0}, {7, 30});
const ShiftPatterns kAll{kEarly, kLate, kNight};

QDateTime utc(const QString &text)
{
    const QDateTime at = fromStoredText(text + u":00.000Z"_s);
    REQUIRE(at.isValid());
    return at;
}

} // namespace

TEST_CASE("Which shift holds, minute by minute, over midnight too")
{
    const SetClock clock(utc(u"2026-11-30T12:00"_s));
    struct {
        const char *at;
        const char *name;
        QDate day;
    } const cases[]{
        {"2026-11-30T07:29", "Night", {2026, 11, 29}},
        {"2026-11-30T07:30", "Early", {2026, 11, 30}},
        {"2026-11-30T14:59", "Early", {2026, 11, 30}},
        {"2026-11-30T15:00", "Late", {2026, 11, 30}},
        {"2026-11-30T22:00", "Night", {2026, 11, 30}},
        {"2026-12-01T00:00", "Night", {2026, 11, 30}},
        {"2027-01-01T00:10", "Night", {2026, 12, 31}},
    };
    for (const auto &one : cases) {
        INFO(QString::fromLatin1(one.at).toStdString());
        const auto span = shiftAt(kAll, utc(QString::fromLatin1(one.at)), clock);
        REQUIRE(span);
        CHECK(span->name == QString::fromLatin1(one.name));
        CHECK(span->day == one.day);
    }
    CHECK(shiftEndedBefore(kAll, utc(u"2026-11-30T15:00"_s), clock)->name == u"Early");
    CHECK(shiftEndedBefore(kAll, utc(u"2026-11-30T14:59"_s), clock)->name == u"Night");
    CHECK(shiftBeginningAfter(kAll, utc(u"2026-11-30T07:30"_s), clock)->name == u"Late");
    CHECK(shiftBeginningAfter(kAll, utc(u"2026-11-30T22:00"_s), clock)->day == QDate(2026, 12, 1));
}

TEST_CASE("The night on which the clocks change is an hour longer or shorter, and belongs to one shift")
{
    const SetClock clock(utc(u"2026-06-01T12:00"_s));
    struct {
        QDate day;
        qint64 minutes;
        const char *from;
        const char *until;
    } const cases[]{
        {{2026, 3, 27}, 570, "2026-03-27T22:00", "2026-03-28T07:30"}, // an ordinary winter night
        {{2026, 3, 28}, 510, "2026-03-28T22:00", "2026-03-29T06:30"}, // the clocks go forward at 01:00
        {{2026, 10, 24}, 630, "2026-10-24T21:00", "2026-10-25T07:30"}, // and back at 02:00
        {{2026, 10, 25}, 570, "2026-10-25T22:00", "2026-10-26T07:30"},
    };
    for (const auto &one : cases) {
        INFO(one.day.toString(Qt::ISODate).toStdString());
        const auto span = shiftOn(kNight, one.day, clock);
        REQUIRE(span);
        CHECK(span->from == utc(QString::fromLatin1(one.from)));
        CHECK(span->until == utc(QString::fromLatin1(one.until)));
        CHECK(span->from.secsTo(span->until) == one.minutes * 60);
    }
}

TEST_CASE("A shift that begins or ends in the hour that is missing or comes twice joins its neighbour")
{
    const SetClock clock(utc(u"2026-06-01T12:00"_s));
    const auto first = shift(1, u"First"_s, {22, 0}, {1, 30});
    const auto second = shift(2, u"Second"_s, {1, 30}, {8, 0});
    for (const QDate night : {QDate(2026, 3, 28), QDate(2026, 10, 24), QDate(2026, 6, 10)}) {
        INFO(night.toString(Qt::ISODate).toStdString());
        CHECK(shiftOn(first, night, clock)->until == shiftOn(second, night.addDays(1), clock)->from);
    }
    // All of it lies in the hour that is left out: it does not happen that night.
    const auto gone = shift(3, u"Gone"_s, {1, 0}, {2, 0});
    CHECK_FALSE(shiftOn(gone, {2026, 3, 29}, clock));
    CHECK(shiftOn(gone, {2026, 3, 30}, clock));
}

TEST_CASE("A shift is on its weekdays only, and none once it is not worked any more")
{
    const SetClock clock(utc(u"2026-11-30T12:00"_s));
    auto weekend = shift(1, u"Weekend"_s, {10, 0}, {18, 0}, u"6_sat,7_sun"_s);
    CHECK(shiftOn(weekend, {2026, 11, 28}, clock));
    CHECK_FALSE(shiftOn(weekend, {2026, 11, 30}, clock));
    weekend.value.retired = true;
    CHECK_FALSE(shiftOn(weekend, {2026, 11, 28}, clock));
    CHECK_FALSE(shiftOn(shift(2, u"None"_s, {9, 0}, {9, 0}), {2026, 11, 30}, clock)); // no hours
}

TEST_CASE("Two shifts meet when they begin at the same time, or for a while, also over the end of the week")
{
    CHECK(howTheyMeet(kEarly.value, kLate.value) == ShiftsMeet::Apart);
    CHECK(howTheyMeet(kNight.value, kEarly.value) == ShiftsMeet::Apart);
    CHECK(howTheyMeet(kEarly.value, shift(9, u"Day"_s, {14, 30}, {22, 0}).value) == ShiftsMeet::Overlap);
    CHECK(howTheyMeet(kEarly.value, shift(9, u"Day"_s, {7, 30}, {9, 0}).value) == ShiftsMeet::SameBeginning);
    const auto sunday = shift(1, u"Sunday night"_s, {22, 0}, {8, 0}, u"7_sun"_s);
    CHECK(howTheyMeet(sunday.value, shift(2, u"Monday"_s, {7, 0}, {15, 0}, u"1_mon"_s).value) == ShiftsMeet::Overlap);
    CHECK(howTheyMeet(sunday.value, shift(2, u"Tuesday"_s, {7, 0}, {15, 0}, u"2_tue"_s).value) == ShiftsMeet::Apart);
}

TEST_CASE("Hours of the week without a shift are named, once each")
{
    CHECK(gapsOf(kAll).isEmpty());
    CHECK(gapsOf({}).isEmpty());
    CHECK(gapsOf({kEarly, kNight}).size() == 7);
    CHECK(gapsOf({kEarly, kNight}).first() == ShiftGap{1, {15, 0}, 1, {22, 0}});
    const auto office = shift(1, u"Office"_s, {9, 0}, {17, 0}, u"1_mon,2_tue"_s);
    CHECK(gapsOf({office}) == QList<ShiftGap>{{1, {17, 0}, 2, {9, 0}}, {2, {17, 0}, 1, {9, 0}}});
}

TEST_CASE("Shifts that fill the week hold at every moment of a year, one at a time, and end when the next begins, seeded")
{
    const SetClock clock(utc(u"2028-06-01T12:00"_s));
    std::mt19937 chance(20);
    for (int i = 0; i < 300; ++i) {
        const QDateTime at = utc(u"2028-01-01T00:00"_s).addSecs(qint64(chance() % (366u * 86'400u))); // a leap year
        INFO(toStoredText(at).toStdString());
        const auto span = shiftAt(kAll, at, clock);
        REQUIRE(span);
        CHECK(span->holds(at));
        CHECK(shiftsBetween(kAll, at, at.addMSecs(1), clock).size() == 1);
        CHECK(shiftBeginningAfter(kAll, at, clock)->from == span->until);
        CHECK(shiftEndedBefore(kAll, at, clock)->until == span->from);
    }
}

TEST_CASE("A word from somebody alone is due so long after the last one, and when they are to be back")
{
    const QDateTime from = utc(u"2026-10-25T00:30"_s); // the clocks go back at 01:00 UTC: elapsed minutes count
    LoneWorking lone{.fromAt = from, .everyMinutes = 60};
    CHECK(loneStateOf(lone, {}).dueAt == from.addSecs(3600));
    CHECK_FALSE(loneStateOf(lone, {}).isOverdue(from.addSecs(3600)));
    CHECK(loneStateOf(lone, {}).isOverdue(from.addSecs(3601)));
    CHECK(loneStateOf(lone, {}).minutesOver(from.addSecs(3600 + 150)) == 2);
    CHECK(loneStateOf(lone, {{{}, from.addSecs(1800)}}).dueAt == from.addSecs(1800 + 3600));
    CHECK(loneStateOf(lone, {{{}, from.addSecs(1800)}, {{}, from.addSecs(60)}}).dueAt == from.addSecs(1800 + 3600)); // any order
    CHECK(loneStateOf(lone, {{{}, from.addSecs(-60)}}).dueAt == from.addSecs(3600)); // from before
    lone.untilAt = from.addSecs(5000);
    CHECK(loneStateOf(lone, {{{}, from.addSecs(3000)}}).dueAt == from.addSecs(5000));
    CHECK(loneStateOf(lone, {{{}, from.addSecs(5000)}}).dueAt == from.addSecs(5000 + 3600)); // not said to be back
    lone.endedAt = from.addSecs(5100);
    CHECK(loneStateOf(lone, {}).isOver());
}

TEST_CASE("As much is read aloud as two minutes hold, and never less than what comes first")
{
    CHECK(wordsIn(u"  07:30,  Ben: arrived "_s) == 3);
    CHECK(linesReadAloud({}, 0) == 0);
    CHECK(linesReadAloud({150, 150, 1}, 0) == 2);
    CHECK(linesReadAloud({301, 5}, 0) == 0);
    CHECK(linesReadAloud({301, 5}, 1) == 1);
    CHECK(linesReadAloud({10, 10, 10}, 0, 0) == 0);
}

} // namespace keywork::test::shifts_test
