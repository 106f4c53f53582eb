// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/timed_checks.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/core/services/watch/watching.h"

namespace keywork::test::ringing_test {

using namespace Qt::StringLiterals;

namespace {

/// A check on Ben is ten minutes overdue.
struct Overdue {
    TestHostel hostel;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const QDateTime start = hostel.clock.now();
    Id<CheckSeries> series;

    Overdue()
    {
        CheckSeries wanted;
        wanted.personId = ben.id;
        wanted.reason = CheckReason::HeadInjury;
        wanted.fromAt = start;
        wanted.everyMinutes = 15;
        wanted.watcherId = hostel.services().records.session().staff();
        series = need(hostel.services().timedChecks.start(wanted)).id;
        after(25);
    }
    void after(int minutes) { hostel.clock.set(start.addSecs(60LL * minutes)); }
    WatchRung rung(int minutes)
    {
        WatchRung rung = hostel.services().attention.rungOf(lineOf(hostel, u"check_overdue"_s));
        rung.whom = u"999"_s;
        rung.answer = u"A crew is on its way"_s;
        rung.backAt = rung.rungAt.addSecs(60LL * minutes);
        return rung;
    }
    bool isThere() { return dueOn(hostel, kToday).contains(u"check_overdue"_s); }
    qsizetype aside() { return need(hostel.services().attention.watched(kToday)).rung.size(); }
};

} // namespace

TEST_CASE("An emergency about which somebody rang stands aside with the answer, and comes back at the time agreed")
{
    Overdue at;
    need(at.hostel.services().records.add(at.rung(10)));
    CHECK_FALSE(at.isThere());
    const auto day = need(at.hostel.services().attention.watched(kToday));
    REQUIRE(day.rung.size() == 1);
    CHECK(day.rung.first().rung.value.answer == u"A crew is on its way");
    CHECK(day.rung.first().item.subject.record == at.series.value);
    at.after(34);
    CHECK_FALSE(at.isThere());
    at.after(35);
    CHECK(at.isThere());
    CHECK(at.aside() == 0);
}

TEST_CASE("What is new about it comes back at once")
{
    Overdue at;
    need(at.hostel.services().records.add(at.rung(15)));
    at.after(27);
    TimedCheck check;
    check.seriesId = at.series;
    check.doneAt = at.hostel.clock.now();
    check.result = CheckResult::CouldNotRouse;
    need(at.hostel.services().timedChecks.write(check));
    CHECK(dueOn(at.hostel, kToday).contains(u"check_alarm"_s));
    CHECK(at.aside() == 0);
}

TEST_CASE("Nobody lets an emergency stand aside for longer than its rule, and nothing else can be rung about")
{
    Overdue at;
    const auto tooLong = at.hostel.services().records.add(at.rung(16));
    REQUIRE_FALSE(tooLong);
    CHECK(tooLong.error().violations == Violations{{u"back_at"_s, Rule::TooLongToWait, u"15"_s}});
    WatchRung backwards = at.rung(10);
    backwards.backAt = backwards.rungAt;
    CHECK(at.hostel.services().records.add(backwards).error().violations == Violations{{u"back_at"_s, Rule::EndsBeforeStart, {}}});
    WatchRung silent = at.rung(10);
    silent.answer = u"ok"_s;
    CHECK(at.hostel.services().records.add(silent).error().violations == Violations{{u"answer"_s, Rule::SaysTooLittle, {}}});
    const WatchItem plain = lineOf(at.hostel, u"no_plan"_s);
    CHECK_FALSE(at.hostel.services().attention.maySayRung(plain));
    WatchRung other = at.rung(10);
    other.ruleCode = plain.code();
    CHECK(kindOfError(at.hostel.services().records.add(other)) == ErrorKind::NotAllowedNow);
    CHECK(at.isThere());
}

TEST_CASE("Whoever is on shift says that they rang, and brings it back")
{
    Overdue at;
    signInAs(at.hostel, u"Rita Night"_s, Role::Relief);
    const WatchItem line = lineOf(at.hostel, u"check_overdue"_s);
    CHECK(at.hostel.services().attention.maySayRung(line));
    need(at.hostel.services().records.add(at.rung(10)));
    CHECK_FALSE(at.isThere());
    const auto day = need(at.hostel.services().attention.watched(kToday));
    REQUIRE(day.rung.size() == 1);
    CHECK(day.rung.first().by == u"Rita Night");
    need(at.hostel.services().attention.bringBack(day.rung.first(), u"brought back"_s));
    CHECK(at.isThere());
}

} // namespace keywork::test::ringing_test
