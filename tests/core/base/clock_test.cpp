// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "tests/support/catch.h"

#include <QRandomGenerator>

namespace keywork::test::clock_test {

using namespace Qt::StringLiterals;

namespace {

using Outcome = WallTime::Outcome;

SetClock clockIn(const char *zone)
{
    SetClock clock(QDateTime(QDate(2026, 9, 14), QTime(8, 42), Qt::UTC));
    clock.setZone(QTimeZone(zone));
    return clock;
}

QDateTime utc(const QString &text) { return fromStoredText(text + u":00.000Z"_s); }

struct Case {
    const char *zone;
    QDate day;
    QTime time;
    Outcome outcome;
    QString earlier;
    QString later;
};

} // namespace

TEST_CASE("A time on the wall is once, twice or never, wherever the house stands")
{
    const Case cases[] = {
        {"Europe/London", {2026, 9, 14}, {14, 20}, Outcome::Once, u"2026-09-14T13:20"_s, {}},
        {"Europe/London", {2026, 1, 14}, {14, 20}, Outcome::Once, u"2026-01-14T14:20"_s, {}},
        {"Europe/London", {2026, 3, 29}, {0, 59}, Outcome::Once, u"2026-03-29T00:59"_s, {}},
        {"Europe/London", {2026, 3, 29}, {1, 0}, Outcome::Never, u"2026-03-29T00:59"_s, u"2026-03-29T01:00"_s},
        {"Europe/London", {2026, 3, 29}, {1, 30}, Outcome::Never, u"2026-03-29T00:59"_s, u"2026-03-29T01:00"_s},
        {"Europe/London", {2026, 3, 29}, {2, 0}, Outcome::Once, u"2026-03-29T01:00"_s, {}},
        {"Europe/London", {2026, 10, 25}, {0, 59}, Outcome::Once, u"2026-10-24T23:59"_s, {}},
        {"Europe/London", {2026, 10, 25}, {1, 0}, Outcome::Twice, u"2026-10-25T00:00"_s, u"2026-10-25T01:00"_s},
        {"Europe/London", {2026, 10, 25}, {1, 30}, Outcome::Twice, u"2026-10-25T00:30"_s, u"2026-10-25T01:30"_s},
        {"Europe/London", {2026, 10, 25}, {2, 0}, Outcome::Once, u"2026-10-25T02:00"_s, {}},
        {"Australia/Lord_Howe", {2026, 4, 5}, {1, 45}, Outcome::Twice, u"2026-04-04T14:45"_s, u"2026-04-04T15:15"_s},
        {"Australia/Lord_Howe", {2026, 4, 5}, {1, 15}, Outcome::Once, u"2026-04-04T14:15"_s, {}},
        {"Australia/Lord_Howe", {2026, 10, 4}, {2, 15}, Outcome::Never, u"2026-10-03T15:29"_s, u"2026-10-03T15:30"_s},
        {"Australia/Lord_Howe", {2026, 10, 4}, {2, 30}, Outcome::Once, u"2026-10-03T15:30"_s, {}},
        {"America/Sao_Paulo", {2018, 11, 4}, {0, 0}, Outcome::Never, u"2018-11-04T02:59"_s, u"2018-11-04T03:00"_s},
        {"America/Sao_Paulo", {2018, 11, 4}, {1, 0}, Outcome::Once, u"2018-11-04T03:00"_s, {}},
        {"America/Sao_Paulo", {2018, 11, 3}, {23, 59}, Outcome::Once, u"2018-11-04T02:59"_s, {}},
        {"America/Sao_Paulo", {2018, 2, 17}, {23, 30}, Outcome::Twice, u"2018-02-18T01:30"_s, u"2018-02-18T02:30"_s},
        {"Pacific/Apia", {2011, 12, 30}, {12, 0}, Outcome::Never, u"2011-12-30T09:59"_s, u"2011-12-30T10:00"_s},
    };
    for (const Case &one : cases) {
        INFO(one.zone << ' ' << one.day.toString(Qt::ISODate).toStdString() << ' ' << toStoredText(one.time).toStdString());
        const WallTime found = clockIn(one.zone).resolve(one.day, one.time);
        CHECK(int(found.outcome) == int(one.outcome));
        CHECK(toStoredText(found.earlier).toStdString() == toStoredText(utc(one.earlier)).toStdString());
        CHECK(found.later == utc(one.later.isEmpty() ? one.earlier : one.later));
    }
    CHECK_FALSE(clockIn("Europe/London").resolve(QDate(2026, 2, 30), QTime(12, 0)).earlier.isValid());
    CHECK_FALSE(clockIn("Europe/London").resolve(QDate(2026, 2, 3), QTime()).earlier.isValid());
}

TEST_CASE("Every minute is found again under the time that the wall clock shows for it")
{
    QRandomGenerator random(20260914);
    for (const char *zone : {"Europe/London", "Australia/Lord_Howe", "America/Sao_Paulo", "Africa/Casablanca", "Asia/Kathmandu"}) {
        const SetClock clock = clockIn(zone);
        for (int i = 0; i < 5'000; ++i) {
            const QDateTime moment = QDateTime(QDate(2015, 1, 1), QTime(0, 0), Qt::UTC).addSecs(60LL * random.bounded(12 * 366 * 24 * 60));
            const QDateTime local = clock.local(moment);
            const WallTime found = clock.resolve(local.date(), local.time());
            INFO(zone << ' ' << toStoredText(moment).toStdString());
            REQUIRE(found.outcome != Outcome::Never);
            REQUIRE((found.earlier == moment || found.later == moment));
            REQUIRE(clock.local(found.earlier).time() == clock.local(found.later).time());
        }
    }
}

TEST_CASE("A day begins at its first minute, also where midnight never was")
{
    CHECK(clockIn("America/Sao_Paulo").startOf({2018, 11, 4}) == utc(u"2018-11-04T03:00"_s));
    CHECK(clockIn("Europe/London").startOf({2026, 9, 14}) == utc(u"2026-09-13T23:00"_s));
}

TEST_CASE("A time of day has one stored form")
{
    CHECK(toStoredText(QTime(9, 5)) == u"09:05"_s);
    CHECK(timeFromStored(u"09:05"_s) == QTime(9, 5));
    for (const QString &wrong : {u""_s, u"9:05"_s, u"24:00"_s, u"09:05:00"_s, u"09:60"_s, u"09:05 "_s, u"noon"_s})
        CHECK_FALSE(timeFromStored(wrong).isValid());
}

} // namespace keywork::test::clock_test
