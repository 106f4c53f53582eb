// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/prescription.h"
#include "core/domain/restriction.h"
#include "core/services/care/treatment_cover.h"
#include "core/services/house/attention.h"
#include "core/services/records/records.h"
#include "core/services/session.h"
#include "tests/core/services/watch/watching.h"
#include "tests/support/scripts.h"

namespace keywork::test::ringing_test {

namespace {

/// Ben, who had no dose for three days until today, so that Today says to ring.
struct Missed {
    TestHostel hostel;
    Kept<Person> ben;
    Kept<Prescription> script;

    Missed()
        : ben(aPerson().arrived(QDate(2026, 8, 3)).in(hostel))
    {
        finishArrival(hostel, ben.id);
        script = need(hostel.services().records.add(aScript(ben.id, QDate(2026, 9, 1), QDate(2026, 9, 30), kEveryDay)));
        need(hostel.services().records.add(aCollection(script, kToday.addDays(-4), CollectionOutcome::Collected)));
        for (const int ago : {3, 2, 1})
            need(hostel.services().records.add(aCollection(script, kToday.addDays(-ago), CollectionOutcome::NotCollected)));
    }
    WatchItem line() { return lineOf(hostel, u"doses_missed"_s); }
    QDateTime in(qint64 minutes) const { return hostel.clock.now().addSecs(minutes * 60); }
    Result<Kept<WatchCall>> ring(const QDateTime &again, const QString &answer = u"Dr Hale rings back after surgery"_s)
    {
        WatchCall call = hostel.services().attention.callOf(line());
        call.answer = answer;
        call.againAt = again;
        return hostel.services().records.add(call);
    }
};

Rule ruleOf(const Result<Kept<WatchCall>> &kept)
{
    REQUIRE(kindOfError(kept) == ErrorKind::Invalid);
    return kept.error().violations.first().rule;
}

} // namespace

TEST_CASE("An emergency that was rung about stays on Today with the answer, and is first again at the time agreed")
{
    Missed day;
    REQUIRE(dueOn(day.hostel, kToday).first() == u"doses_missed"_s);
    CHECK_FALSE(day.line().rung);
    need(day.ring(day.in(45)));
    const WatchItem waiting = day.line();
    REQUIRE(waiting.rung);
    CHECK(waiting.waits());
    CHECK(waiting.pressing() == Pressing::Now); // never among the many that have no room
    CHECK(waiting.rung->answer == u"Dr Hale rings back after surgery"_s);
    CHECK(waiting.rung->by == kManager);
    CHECK(need(day.hostel.services().attention.watched(kToday)).changesAt == day.in(45));
    day.hostel.clock.set(day.in(44));
    CHECK(day.line().waits());
    day.hostel.clock.set(day.in(1)); // the very minute
    CHECK_FALSE(day.line().waits());
    CHECK(day.line().pressing() == Pressing::Emergency);
    CHECK(day.line().rung->answer == u"Dr Hale rings back after surgery"_s); // whoever rings again knows what was said
    CHECK(dueOn(day.hostel, kToday).first() == u"doses_missed"_s);
    CHECK(need(day.hostel.services().attention.watched(kToday)).changesAt <= day.hostel.clock.startOf(kToday.addDays(1))); // another day
}

TEST_CASE("An emergency that nobody rang about stands before one that waits, and both before everything else")
{
    Missed day;
    const auto lena = aPerson().called(u"Lena"_s, u"Fox"_s).arrived(QDate(2026, 8, 3)).in(day.hostel);
    const auto script = need(day.hostel.services().records.add(aScript(lena.id, QDate(2026, 9, 1), QDate(2026, 9, 30), kEveryDay)));
    for (const int ago : {3, 2, 1})
        need(day.hostel.services().records.add(aCollection(script, kToday.addDays(-ago), CollectionOutcome::NotCollected)));
    const auto names = [&] {
        QStringList found;
        for (const WatchItem &item : need(day.hostel.services().attention.today()).mid(0, 2))
            found.append(item.name + (item.waits() ? u" waits"_s : QString()));
        return found;
    };
    const QList<WatchItem> items = need(day.hostel.services().attention.today());
    REQUIRE(items.size() > 3);
    for (const WatchItem &first : items.mid(0, 2)) {
        INFO(first.name.toStdString());
        WatchCall call = day.hostel.services().attention.callOf(first);
        call.answer = u"They see them today"_s;
        call.againAt = day.in(45);
        const auto kept = need(day.hostel.services().records.add(call));
        const QString other = first.name == u"Ben Barker"_s ? u"Lena Fox"_s : u"Ben Barker"_s;
        CHECK(names() == QStringList{other, first.name + u" waits"_s});
        need(day.hostel.services().records.withdraw(recordType<WatchCall>(), kept.id.value, kept.version, u"to try the other one"_s));
    }
}

TEST_CASE("The last call counts, and taking it back makes the line first again at once")
{
    Missed day;
    need(day.ring(day.in(600)));
    need(day.ring(day.in(30), u"They ring back in half an hour"_s));
    CHECK(day.line().rung->again == day.in(30));
    need(day.hostel.services().attention.pressAgain(day.line(), u"Brought back"_s));
    CHECK(day.line().rung->again == day.in(600)); // the one before stands
    need(day.hostel.services().attention.pressAgain(day.line(), u"Brought back"_s));
    CHECK_FALSE(day.line().rung);
    CHECK(kindOfError(day.hostel.services().attention.pressAgain(day.line(), u"Brought back"_s)) == ErrorKind::NotAllowedNow);
}

TEST_CASE("What is said of a call fits an emergency, each wrong value beside its field")
{
    Missed day;
    CHECK(ruleOf(day.ring(day.in(0))) == Rule::NotLater);
    CHECK(ruleOf(day.ring(day.in(-5))) == Rule::NotLater);
    CHECK(ruleOf(day.ring({})) == Rule::Required);
    CHECK(ruleOf(day.ring(day.in(24 * 60 + 1))) == Rule::TooLongForEmergency);
    CHECK(ruleOf(day.ring(day.in(30), u" "_s)) == Rule::Required);
    CHECK(ruleOf(day.ring(day.in(30), u"x"_s)) == Rule::SaysTooLittle);
    WatchCall early = day.hostel.services().attention.callOf(day.line());
    early.answer = u"They see him today"_s;
    early.againAt = day.in(60);
    early.rungAt = day.in(60); // more than clocks lie apart
    CHECK(ruleOf(day.hostel.services().records.add(early)) == Rule::InTheFuture);
    early.rungAt = day.in(0);
    early.ruleCode = u"invented"_s;
    CHECK(ruleOf(day.hostel.services().records.add(early)) == Rule::UnknownChoice);
    CHECK_FALSE(day.line().rung); // nothing half kept
    need(day.ring(day.in(24 * 60)));
}

TEST_CASE("Only of an emergency is it said that somebody rang, and an emergency is put off by nobody")
{
    Missed day;
    WatchCall call = day.hostel.services().attention.callOf(day.line());
    call.ruleCode = u"no_keyworker"_s;
    call.answer = u"They see him today"_s;
    call.againAt = day.in(60);
    CHECK(kindOfError(day.hostel.services().records.add(call)) == ErrorKind::NotAllowedNow);
    const WatchItem other{.rule = watchRuleOf(u"no_keyworker"_s), .subject = {u"person"_s, day.ben.id.value, day.ben.id}};
    CHECK_FALSE(day.hostel.services().attention.mayRing(other));
    CHECK(day.hostel.services().attention.mayRing(day.line()));
    CHECK_FALSE(day.hostel.services().attention.maySnooze(day.line()));
}

TEST_CASE("A relief worker at night says that they rang; a volunteer knows nothing of it")
{
    Missed day;
    signInAs(day.hostel, u"Sam Reed"_s, Role::Relief);
    CHECK(day.hostel.services().attention.mayRing(day.line()));
    need(day.ring(day.in(60)));
    CHECK(day.line().rung->by == u"Sam Reed"_s);
    signInAs(day.hostel, u"Una Door"_s, Role::Volunteer);
    CHECK_FALSE(dueOn(day.hostel, kToday).contains(u"doses_missed"_s));
    WatchCall call;
    call.ruleCode = u"doses_missed"_s;
    call.personId = day.ben.id;
    call.rungAt = day.in(0);
    call.answer = u"They see him today"_s;
    call.againAt = day.in(60);
    CHECK(kindOfError(day.hostel.services().records.add(call)) == ErrorKind::NotPermitted);
}

TEST_CASE("A clock that is set back makes no emergency wait again")
{
    Missed day;
    need(day.ring(day.in(30)));
    day.hostel.clock.set(day.in(31));
    need(day.hostel.services().records.note(HistoryAction::Searched)); // the file knows how late it is
    CHECK_FALSE(day.line().waits());
    day.hostel.clock.set(day.in(-20));
    CHECK_FALSE(day.line().waits());
}

TEST_CASE("A call from before something became an emergency says nothing of it, nor one of another fact")
{
    Missed day;
    need(day.ring(day.in(600)));
    for (const int ago : {3, 2, 1}) // a dose after all, and the run is gone
        need(day.hostel.services().treatment.say(day.script.id, kToday.addDays(-ago), CollectionOutcome::Collected));
    CHECK_FALSE(dueOn(day.hostel, kToday).contains(u"doses_missed"_s));
    day.hostel.clock.set(day.in(4 * 24 * 60));
    const QDate later = kToday.addDays(4);
    for (const int ago : {4, 3, 2, 1})
        need(day.hostel.services().treatment.say(
            day.script.id, later.addDays(-ago), ago == 4 ? CollectionOutcome::Collected : CollectionOutcome::NotCollected));
    CHECK_FALSE(lineOf(day.hostel, u"doses_missed"_s, later).rung);
}

TEST_CASE("A call closes with a restricted record, and goes with an erased one")
{
    Missed day;
    need(day.ring(day.in(60), u"canary, says the drug service"_s));
    CHECK(recordType<WatchCall>().tiedBy(Tie::Owner)); // erased by the description
    need(day.hostel.services().records.add(Restriction{day.ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    signInAs(day.hostel, u"Marlon Otis"_s, Role::Manager);
    CHECK(need(day.hostel.services().records.all<WatchCall>()).isEmpty());
    CHECK_FALSE(dueOn(day.hostel, kToday).contains(u"doses_missed"_s));
}

} // namespace keywork::test::ringing_test
