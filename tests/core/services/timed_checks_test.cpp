// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/timed_checks.h"

#include "core/domain/health.h"
#include "core/domain/restriction.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/core/services/watch/watching.h"

namespace keywork::test::services_timed_checks_test {

using namespace Qt::StringLiterals;

namespace {

/// Ben is looked after every 15 minutes for two hours.
struct Watch {
    TestHostel hostel;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const QDateTime start = hostel.clock.now();

    Services &services() { return hostel.services(); }
    TimedChecks &checks() { return hostel.services().timedChecks; }
    CheckSeries series(bool afterNaloxone = false)
    {
        CheckSeries wanted;
        wanted.personId = ben.id;
        wanted.reason = CheckReason::ChoseNotToGo;
        wanted.fromAt = start;
        wanted.everyMinutes = 15;
        wanted.untilAt = start.addSecs(2 * 3600);
        wanted.watcherId = services().records.session().staff();
        wanted.afterNaloxone = afterNaloxone;
        return wanted;
    }
    TimedCheck check(Id<CheckSeries> of, CheckResult result)
    {
        TimedCheck done;
        done.seriesId = of;
        done.doneAt = hostel.clock.now();
        done.result = result;
        return done;
    }
    void after(int minutes) { hostel.clock.set(start.addSecs(60LL * minutes)); }
};

using Problems = QList<QPair<QString, Rule>>;

Problems problemsOfSaving(const auto &result)
{
    REQUIRE_FALSE(bool(result));
    Problems found;
    for (const Violation &violation : result.error().violations)
        found.append({violation.column, violation.rule});
    return found;
}

} // namespace

TEST_CASE("A check gets the person of its series and the moment at which it was due")
{
    Watch at;
    const auto series = need(at.checks().start(at.series()));
    at.after(17);
    const auto kept = need(at.checks().write(at.check(series.id, CheckResult::Spoke)));
    CHECK(kept.value.personId == at.ben.id);
    CHECK(kept.value.dueAt == at.start.addSecs(15 * 60));
    CHECK(need(at.checks().one(series.id)).state.dueAt == at.start.addSecs(32 * 60));
    // Whoever corrects it later does not move what was due.
    Kept<TimedCheck> corrected = kept;
    corrected.value.doneAt = at.start.addSecs(16 * 60);
    CHECK(need(at.services().records.amend(corrected)).value.dueAt == at.start.addSecs(15 * 60));
    CHECK(need(at.checks().one(series.id)).state.dueAt == at.start.addSecs(31 * 60));
}

TEST_CASE("After naloxone breathing alone is no check, nor is leaving them asleep")
{
    Watch at;
    const auto series = need(at.checks().start(at.series(true)));
    at.after(15);
    TimedCheck counted = at.check(series.id, CheckResult::BreathingCounted);
    counted.breaths = 14;
    CHECK(problemsOfSaving(at.checks().write(counted)) == Problems{{u"result"_s, Rule::BreathingIsNotEnough}});
    CHECK(problemsOfSaving(at.checks().write(at.check(series.id, CheckResult::ChoseNotWoken)))
        == Problems{{u"result"_s, Rule::BreathingIsNotEnough}});
    CHECK(need(at.checks().one(series.id)).checks.isEmpty());
    need(at.checks().write(at.check(series.id, CheckResult::Roused)));
    const auto other = need(at.checks().start(at.series()));
    need(at.checks().write([&] {
        counted.seriesId = other.id;
        return counted;
    }()));
}

TEST_CASE("Each wrong value of a series or a check has its sentence beside its field, and nothing is kept")
{
    Watch at;
    CheckSeries nobody = at.series();
    nobody.personId = {};
    nobody.watcherId = {};
    nobody.everyMinutes.reset();
    CHECK(problemsOfSaving(at.checks().start(nobody))
        == Problems{{u"every_minutes"_s, Rule::Required}, {u"described"_s, Rule::Required}, {u"watcher_id"_s, Rule::Required}});
    CheckSeries backwards = at.series();
    backwards.untilAt = at.start;
    CHECK(problemsOfSaving(at.checks().start(backwards)) == Problems{{u"until_at"_s, Rule::EndsBeforeStart}});
    CheckSeries never = at.series();
    never.everyMinutes = 0;
    CHECK(problemsOfSaving(at.checks().start(never)) == Problems{{u"every_minutes"_s, Rule::TooSmall}});
    CHECK(need(at.services().records.all<CheckSeries>()).isEmpty());
    const auto series = need(at.checks().start(at.series()));
    CHECK(problemsOfSaving(at.checks().write(at.check(series.id, CheckResult::NotDone))) == Problems{{u"note"_s, Rule::ReasonNeeded}});
    CHECK(problemsOfSaving(at.checks().write(at.check(series.id, CheckResult::BreathingCounted)))
        == Problems{{u"breaths"_s, Rule::Required}});
    TimedCheck before = at.check(series.id, CheckResult::Spoke);
    before.doneAt = at.start.addSecs(-60);
    CHECK(problemsOfSaving(at.checks().write(before)) == Problems{{u"done_at"_s, Rule::EndsBeforeStart}});
    CHECK(need(at.services().records.all<TimedCheck>()).isEmpty());
}

TEST_CASE("Running are those that are not over, what is due first; a visitor's stand beside a resident's")
{
    Watch at;
    const auto first = need(at.checks().start(at.series()));
    CheckSeries visitor = at.series();
    visitor.personId = {};
    visitor.described = u"a man in a red coat, in the lounge"_s;
    visitor.everyMinutes = 5;
    const auto second = need(at.checks().start(visitor));
    const auto ids = [&at] {
        QList<qint64> found;
        for (const ChecksOnFile &one : need(at.checks().running()))
            found.append(one.series.id.value);
        return found;
    };
    CHECK(ids() == QList<qint64>{second.id.value, first.id.value});
    at.after(3);
    need(at.checks().end(second.id, u"an ambulance took him"_s));
    CHECK(ids() == QList<qint64>{first.id.value});
    CHECK(problemsOfSaving(at.checks().end(first.id, u"ok"_s)) == Problems{{u"ended_why"_s, Rule::SaysTooLittle}});
    at.after(120);
    need(at.checks().write(at.check(first.id, CheckResult::Spoke)));
    CHECK(ids().isEmpty());
    CHECK(need(at.checks().one(first.id)).state.isOver());
}

TEST_CASE("Every role sees the running checks that it may, of a restricted record that there are some and no more")
{
    Watch at;
    need(at.checks().start(at.series()));
    signInAs(at.hostel, u"Rita Night"_s, Role::Relief);
    CHECK(need(at.checks().running()).size() == 1);
    need(at.checks().write(at.check(need(at.checks().running()).first().series.id, CheckResult::Spoke)));
    at.hostel.reopen();
    signInAs(at.hostel, u"Vera Day"_s, Role::Volunteer);
    CHECK(kindOfError(at.checks().running()) == ErrorKind::NotPermitted);
    at.hostel.reopen();
    need(at.services().records.add(Restriction{at.ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    signInAs(at.hostel, u"Marlon Otis"_s, Role::Manager);
    const auto running = need(at.checks().running());
    REQUIRE(running.size() == 1);
    CHECK(running.first().isClosed);
    CHECK(running.first().emergency);
    CHECK(running.first().series.value.reason == CheckReason::Other);
    CHECK(running.first().series.value.reasonNote.isEmpty());
    CHECK(kindOfError(at.checks().one(running.first().series.id)) == ErrorKind::NeedToKnow);
}

TEST_CASE("A check of a restricted resident is seen by whoever is on shift, with name and room, and done by them")
{
    Watch at;
    CheckSeries told = at.series();
    told.reasonNote = u"took two bags of brown"_s;
    const auto series = need(at.checks().start(told));
    need(at.services().records.add(Restriction{at.ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    signInAs(at.hostel, u"Rita Night"_s, Role::Relief);
    at.after(27);
    const WatchItem late = lineOf(at.hostel, u"check_overdue"_s);
    CHECK(late.subject.person == at.ben.id);
    CHECK(late.name == at.ben.value.displayName());
    CHECK_FALSE(late.places.contains(u"check_why"_s));
    for (const QString &place : late.places)
        CHECK_FALSE(place.contains(u"brown"_s));
    TimedCheck asleep = at.check(series.id, CheckResult::NotDone);
    CHECK(problemsOfSaving(at.checks().write(asleep)) == Problems{{u"note"_s, Rule::ReasonNeeded}}); // checked as any other
    const auto kept = need(at.checks().write(at.check(series.id, CheckResult::Spoke)));
    CHECK(kept.value.personId == at.ben.id);
    CHECK(kept.value.dueAt == at.start.addSecs(15 * 60));
    CHECK(kept.createdBy == at.services().records.session().staff().value);
    CHECK_FALSE(dueOn(at.hostel, kToday).contains(u"check_overdue"_s));
}

TEST_CASE("A round by hours: what is due is told without alarm, what was missed stays told for a day, whatever is done later")
{
    Watch at; // 09:42 on the house's clocks
    CheckSeries planned = at.series();
    planned.reason = CheckReason::Welfare;
    planned.rhythm = CheckRhythm::Hours;
    planned.everyMinutes.reset();
    planned.hours = u"10:00, 12:00, 14:00"_s;
    planned.untilAt = at.start.addSecs(30 * 3600);
    const auto series = need(at.checks().start(planned));
    CHECK(series.value.finishesAt == at.start.addSecs(28 * 3600 + 48 * 60 - 60 * 60)); // tomorrow 14:00 opens at 13:30
    const auto codes = [&at] { return dueOn(at.hostel, at.hostel.clock.today()); };
    CHECK(codes().contains(u"check_round"_s));
    CHECK(codes().contains(u"checks_unagreed"_s));
    const auto told = lineOf(at.hostel, u"check_round"_s);
    CHECK(told.places.value(u"count"_s) == u"1");
    CHECK(told.places.value(u"at"_s) == u"2026-09-14T10:00");
    at.after(30); // 10:12
    CHECK(codes().contains(u"check_due"_s));
    CHECK_FALSE(codes().contains(u"check_overdue"_s));
    CHECK(lineOf(at.hostel, u"check_due"_s).rule->pressing == Pressing::Now);
    need(at.checks().write(at.check(series.id, CheckResult::Spoke)));
    CHECK_FALSE(codes().contains(u"check_due"_s));
    at.after(30 + 4 * 60); // 14:12: nobody looked at 12:00
    const WatchItem missed = lineOf(at.hostel, u"check_missed"_s);
    CHECK(missed.places.value(u"missed"_s) == u"1");
    CHECK(missed.places.value(u"due"_s) == u"2026-09-14T12:00");
    CHECK(missed.places.value(u"before"_s) == u"2026-09-14T10:12");
    CHECK_FALSE(missed.places.contains(u"after"_s)); // until now
    const auto late = need(at.checks().write(at.check(series.id, CheckResult::Roused)));
    CHECK(late.value.dueAt == at.start.addSecs(4 * 3600 + 18 * 60)); // of 14:00, which it is for
    CHECK(lineOf(at.hostel, u"check_missed"_s).places.value(u"after"_s) == u"2026-09-14T14:12");
    CHECK(need(at.checks().missedSince(at.start)).size() == 1);
    CHECK(need(at.checks().missedSince(at.hostel.clock.now().addSecs(-60))).isEmpty());
    for (const int minutes : {24 * 60 + 20, 26 * 60 + 20}) { // the next day at 10:02 and 12:02
        at.after(minutes);
        need(at.checks().write(at.check(series.id, CheckResult::Spoke)));
    }
    at.after(27 * 60 + 30); // a day later it was read
    CHECK_FALSE(codes().contains(u"check_missed"_s));
    const auto whole = need(at.checks().one(series.id)); // and it stays with the series
    REQUIRE_FALSE(whole.missed.isEmpty());
    CHECK(whole.missed.first().count == 1);
}

TEST_CASE("What is wrong with a plan of checks is said beside its field")
{
    Watch at;
    CheckSeries planned = at.series();
    planned.rhythm = CheckRhythm::Hours;
    planned.everyMinutes.reset();
    CHECK(problemsOfSaving(at.checks().start(planned)) == Problems{{u"hours"_s, Rule::Required}});
    planned.hours = u"22:00 and late"_s;
    CHECK(problemsOfSaving(at.checks().start(planned)) == Problems{{u"hours"_s, Rule::NotATime}});
    planned.hours = u"22:00"_s; // the series is over before
    CHECK(problemsOfSaving(at.checks().start(planned)) == Problems{{u"until_at"_s, Rule::EndsBeforeStart}});
    CheckSeries nights = at.series();
    nights.rhythm = CheckRhythm::Nights;
    nights.untilAt.reset();
    CHECK(problemsOfSaving(at.checks().start(nights)) == Problems{{u"night_from"_s, Rule::Required}, {u"night_until"_s, Rule::Required}});
    nights.nightFrom = QTime(22, 0);
    nights.nightUntil = QTime(22, 0);
    CHECK(problemsOfSaving(at.checks().start(nights)) == Problems{{u"night_until"_s, Rule::EndsBeforeStart}});
    nights.nightUntil = QTime(6, 0);
    CHECK(bool(at.checks().start(nights)));
}

TEST_CASE("Who is away is not looked for, and their plan goes on when they are back")
{
    Watch at;
    CheckSeries planned = at.series();
    planned.reason = CheckReason::Welfare;
    planned.rhythm = CheckRhythm::Hours;
    planned.everyMinutes.reset();
    planned.hours = u"22:00"_s;
    planned.untilAt.reset();
    need(at.checks().start(planned));
    need(at.checks().start(at.series())); // after an overdose: never paused
    need(at.services().records.add(HospitalStay{.personId = at.ben.id, .admittedOn = kToday, .hospital = u"Kingston"_s}));
    at.hostel.clock.set(at.hostel.clock.resolve(kToday, QTime(23, 0)).earlier);
    for (const ChecksOnFile &one : need(at.checks().running())) {
        CHECK(one.state.isOverdue(at.hostel.clock.now()) == one.emergency);
        CHECK(one.away.size() == (one.emergency ? 0 : 1));
    }
}

TEST_CASE("Of a long series Today reads what it needs: the last that counted, and what came since")
{
    Watch at;
    CheckSeries nights = at.series();
    nights.reason = CheckReason::Welfare;
    nights.rhythm = CheckRhythm::Nights;
    nights.everyMinutes = 60;
    nights.nightFrom = QTime(20, 0);
    nights.nightUntil = QTime(8, 0);
    nights.untilAt.reset();
    nights.fromAt = at.start.addDays(-20);
    const auto series = need(at.checks().start(nights));
    int written = 0;
    for (const CheckSlot &slot : checkSlots(nights, nights.fromAt, at.start, at.hostel.clock)) {
        TimedCheck check = at.check(series.id, CheckResult::Spoke);
        check.doneAt = slot.at.addSecs(120);
        need(at.checks().write(check));
        ++written;
    }
    const auto whole = need(at.checks().one(series.id));
    CHECK(whole.checks.size() == written);
    const auto running = need(at.checks().running());
    REQUIRE(running.size() == 1);
    CHECK(running.first().checks.size() < 20);
    CHECK(running.first().state.dueAt == whole.state.dueAt);
    CHECK(running.first().missed.isEmpty());
    CHECK(whole.missed.isEmpty());
}

TEST_CASE("Today tells the next check, then that it is overdue, then that nobody could be roused; nobody puts that off")
{
    Watch at;
    const auto series = need(at.checks().start(at.series()));
    const auto codes = [&at] { return dueOn(at.hostel, kToday); };
    at.after(10);
    CHECK(lineOf(at.hostel, u"check_next"_s).places.value(u"time"_s) == at.hostel.clock.local(at.start.addSecs(900)).toString(u"HH:mm"_s));
    CHECK_FALSE(codes().contains(u"check_overdue"_s));
    at.after(15);
    CHECK(codes().contains(u"check_next"_s)); // due now, and not late yet
    at.after(27);
    CHECK_FALSE(codes().contains(u"check_next"_s));
    const WatchItem late = lineOf(at.hostel, u"check_overdue"_s);
    CHECK(late.places.value(u"late"_s) == u"12");
    CHECK(late.subject.person == at.ben.id);
    CHECK(late.rule->pressing == Pressing::Emergency);
    CHECK(kindOfError(snoozeUntil(at.hostel, late, kToday.addDays(1))) == ErrorKind::NotAllowedNow);
    need(at.checks().write(at.check(series.id, CheckResult::CouldNotRouse)));
    CHECK(codes().contains(u"check_alarm"_s));
    CHECK_FALSE(codes().contains(u"check_overdue"_s));
    at.after(28);
    need(at.checks().write(at.check(series.id, CheckResult::Spoke)));
    CHECK_FALSE(codes().contains(u"check_alarm"_s));
    CHECK(codes().contains(u"check_next"_s));
    CHECK_FALSE(dueOn(at.hostel, kToday.addDays(1)).contains(u"check_next"_s)); // only of now
}

TEST_CASE("A clock that is set back lets nobody wait longer for a check")
{
    Watch at;
    need(at.checks().start(at.series()));
    at.after(40);
    need(at.services().records.add(Room{u"Attic"_s, {}, {}, false, false, {}})); // the history reaches this moment
    at.after(1);
    CHECK(dueOn(at.hostel, kToday).contains(u"check_overdue"_s));
}

} // namespace keywork::test::services_timed_checks_test
