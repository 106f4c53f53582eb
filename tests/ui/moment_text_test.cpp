// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/campaign.h"
#include "ui/forms/moment_text.h"
#include "ui/text/words.h"

#include <QRandomGenerator>

namespace keywork::test::moment_text_test {

using namespace Qt::StringLiterals;

namespace {

QString stored(const QDateTime &moment) { return toStoredText(moment).left(16); }

/// The house at a moment with seconds.
SetClock houseClock(const char *zone = "Europe/London")
{
    SetClock clock(QDateTime(QDate(2026, 9, 14), QTime(8, 42, 31, 7), Qt::UTC));
    clock.setZone(QTimeZone(zone));
    return clock;
}

} // namespace

TEST_CASE("Moments are understood as people type them, on the house's clocks")
{
    const std::pair<QString, QString> cases[] = {
        {u"14/9 14:20"_s, u"2026-09-14T13:20"_s},
        {u"14/9/26 14.20"_s, u"2026-09-14T13:20"_s},
        {u"14 sep 2:20pm"_s, u"2026-09-14T13:20"_s},
        {u"14 Sep 2026 14:20"_s, u"2026-09-14T13:20"_s},
        {u"14 sep, 2:20 PM"_s, u"2026-09-14T13:20"_s},
        {u"14 sep at 2pm"_s, u"2026-09-14T13:00"_s},
        {u"2026-09-14 02:10"_s, u"2026-09-14T01:10"_s},
        {u"1/2/26 9:05"_s, u"2026-02-01T09:05"_s},
        {u"yesterday 22:15"_s, u"2026-09-13T21:15"_s},
        {u"last fri 22:15"_s, u"2026-09-11T21:15"_s},
        {u"tomorrow 12am"_s, u"2026-09-14T23:00"_s},
        {u"today 12pm"_s, u"2026-09-14T11:00"_s},
        {u"22:15"_s, u"2026-09-14T21:15"_s}, // still to come, and not made yesterday's
        {u"9.05"_s, u"2026-09-14T08:05"_s},
        {u"now"_s, u"2026-09-14T08:42"_s},
        {u"-20m"_s, u"2026-09-14T08:22"_s},
        {u"- 90 min"_s, u"2026-09-14T07:12"_s},
        {u"-2h"_s, u"2026-09-14T06:42"_s},
        {u"+1h"_s, u"2026-09-14T09:42"_s},
        {u"2 hours ago"_s, u"2026-09-14T06:42"_s},
        {u"in 20 minutes"_s, u"2026-09-14T09:02"_s},
        {u"an hour ago"_s, u"2026-09-14T07:42"_s},
        {u"Mon 14 Sep 2026 14:20"_s, u"2026-09-14T13:20"_s},
        {u"14 / 9 / 2026 14:20"_s, u"2026-09-14T13:20"_s},
        {u"3 days ago 22:15"_s, u"2026-09-11T21:15"_s},
        {u"14th September, 2pm"_s, u"2026-09-14T13:00"_s},
        {u"٢٢:١٥"_s, u"2026-09-14T21:15"_s},
    };
    const SetClock clock = houseClock();
    for (const auto &[typed, expected] : cases) {
        INFO(typed.toStdString());
        const auto read = momentFromText(typed, clock);
        REQUIRE(read);
        CHECK(read->isOnce());
        CHECK(stored(read->earlier).toStdString() == expected.toStdString());
        CHECK(read->earlier.time().second() == 0);
    }
    for (const QString &wrong : {u""_s, u"14/9"_s, u"today"_s, u"14 sep 2026"_s, u"14/9 25:00"_s, u"14/9 13pm"_s, u"0am"_s, u"30/2 12:00"_s,
             u"soon 12:00"_s, u"14/9 9:5"_s, u"-20"_s, u"-20d"_s, u"20 minutes"_s, u"in 2 hours ago"_s, u"Tue 14 Sep 2026 14:20"_s,
             u"12:00 12:00"_s, u"nowish"_s})
        CHECK_FALSE(momentFromText(wrong, clock));
}

TEST_CASE("The day of a moment lies where the field's days lie")
{
    const SetClock clock = houseClock();
    CHECK(stored(momentFromText(u"15/9 14:20"_s, clock, kHappened)->earlier) == u"2025-09-15T13:20"_s);
    CHECK(stored(momentFromText(u"13/9 14:20"_s, clock, kToCome)->earlier) == u"2027-09-13T13:20"_s);
    CHECK(stored(momentFromText(u"fri 14:20"_s, clock, kHappened)->earlier) == u"2026-09-11T13:20"_s);
    CHECK(stored(momentFromText(u"fri 14:20"_s, clock, kToCome)->earlier) == u"2026-09-18T13:20"_s);
}

TEST_CASE("The zone is the house's, not the PC's")
{
    const SetClock clock = houseClock("Australia/Lord_Howe");
    CHECK(stored(momentFromText(u"14/9 14:20"_s, clock)->earlier) == u"2026-09-14T03:50"_s);
    CHECK(stored(momentFromText(u"-20m"_s, clock)->earlier) == u"2026-09-14T08:22"_s);
}

TEST_CASE("A time that was twice or never that night is told, not guessed")
{
    const SetClock clock = houseClock();
    const auto twice = momentFromText(u"25/10/26 1:30"_s, clock);
    REQUIRE(twice);
    CHECK(twice->outcome == WallTime::Outcome::Twice);
    CHECK(stored(twice->earlier) == u"2026-10-25T00:30"_s);
    CHECK(stored(twice->later) == u"2026-10-25T01:30"_s);
    const auto never = momentFromText(u"29 mar 2026 1.30am"_s, clock);
    REQUIRE(never);
    CHECK(never->outcome == WallTime::Outcome::Never);
    CHECK(words::moment(clock.local(never->earlier)) == u"29 Mar 2026 00:59"_s);
    CHECK(words::moment(clock.local(never->later)) == u"29 Mar 2026 02:00"_s);
}

TEST_CASE("Times of day are understood as people type them")
{
    const std::pair<QString, QTime> cases[]
        = {{u"14:20"_s, {14, 20}}, {u"14.20"_s, {14, 20}}, {u"1420"_s, {14, 20}}, {u"920"_s, {9, 20}}, {u"2.20pm"_s, {14, 20}},
            {u" 2 PM "_s, {14, 0}}, {u"12am"_s, {0, 0}}, {u"12.30pm"_s, {12, 30}}, {u"0:05"_s, {0, 5}}, {u"٢pm"_s, {14, 0}}};
    for (const auto &[typed, expected] : cases) {
        INFO(typed.toStdString());
        CHECK(timeFromText(typed) == expected);
    }
    for (const QString &wrong : {u""_s, u"9"_s, u"24:00"_s, u"2460"_s, u"14:20pm"_s, u"noon"_s, u"1:2"_s})
        CHECK_FALSE(timeFromText(wrong));
}

TEST_CASE("Whatever is typed as a moment is a real one or none, and what is shown for it reads as the same")
{
    static const QList<QString> parts{u"14"_s, u"9"_s, u"2026"_s, u"/"_s, u"-"_s, u"."_s, u":"_s, u" "_s, u" "_s, u"30"_s, u"1"_s, u"oct"_s,
        u"mar"_s, u"25"_s, u"pm"_s, u"am"_s, u"today"_s, u"now"_s, u"at"_s, u"m"_s, u"h"_s, u"٣"_s, u"\n"_s, u"9999"_s, u"%1"_s};
    Campaign campaign(u"typed moments"_s, {20'000, 500'000});
    campaign.run([&](quint32 seed) {
        QRandomGenerator random(seed);
        const SetClock clock = houseClock(seed % 2 ? "Europe/London" : "America/Sao_Paulo");
        QString typed;
        for (int count = 2 + int(random.bounded(8U)); count > 0; --count)
            typed += parts.at(qsizetype(random.bounded(quint32(parts.size()))));
        const auto read = momentFromText(typed, clock);
        if (!read)
            return;
        campaign.expect(read->earlier.isValid() && read->later.isValid(), u"no moment: “%1”"_s.arg(typed));
        const QDateTime local = clock.local(read->earlier);
        if (local.date().year() < 1000 || local.date().year() > 9998)
            return;
        const auto again = momentFromText(words::moment(local), clock);
        campaign.expect(again && (again->earlier == read->earlier || again->later == read->earlier),
            u"“%1” is shown as “%2”"_s.arg(typed, words::moment(local)));
    });
}

} // namespace keywork::test::moment_text_test
