// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/naloxone_stock.h"
#include "core/services/care/overdose_reading.h"
#include "core/services/keeping/backups.h"
#include "core/services/records/timeline.h"
#include "tests/core/services/emergency/act_now_desk.h"

#include <QElapsedTimer>
#include <thread>

namespace keywork::test::emergency_act_now_test {

using Pressed = OverdoseStepKind;

namespace {

int inStock(ActNowDesk &desk)
{
    int count = 0;
    for (const Kept<NaloxoneKit> &kit : need(desk.records().all<NaloxoneKit>()))
        count += isStock(kit.value, desk.hostel.clock.today());
    return count;
}

bool hasOverdoseFact(ActNowDesk &desk, Id<Person> person)
{
    const auto read = need(readOverdose(desk.records(), {person.value}, desk.hostel.clock.today()));
    return !read.of.value(person.value).overdoses.isEmpty();
}

bool tellsOfIncident(ActNowDesk &desk, Id<Person> person)
{
    const auto page = need(desk.hostel.services().timeline.page({.person = person, .kinds = {&recordType<Incident>()}}));
    return !page.lines.isEmpty();
}

} // namespace

TEST_CASE("Six presses are six times in the incident, one kit less in stock, and a fact on the risk page the next day")
{
    ActNowDesk desk;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(desk.hostel);
    desk.kit(u"1"_s);
    desk.kit(u"4"_s);
    const auto seven = desk.kit(u"7"_s);
    REQUIRE(inStock(desk) == 3);

    const QString id = desk.actNow.start();
    CHECK(desk.rows("incident") == 0); // opened by mistake leaves nothing
    desk.pass(5'000);
    CHECK(desk.press(id, Pressed::NoReply).in == ActNow::KeptIn::Record);
    desk.pass(15'000);
    desk.press(id, Pressed::Called999);
    desk.pass(50'000);
    CHECK(desk.actNow.press(id, {.step = Pressed::NaloxoneGiven, .kit = seven.id, .byWhom = u"T. Okoro"_s}).doubts.isEmpty());
    desk.actNow.setWho(id, {ActNowWho::Kind::Resident, ben.id, {}});
    desk.pass(180'000);
    desk.actNow.press(id, {.step = Pressed::NaloxoneGiven, .kit = seven.id});
    desk.pass(110'000);
    desk.press(id, Pressed::BreathingNormally);
    desk.pass(360'000);
    desk.press(id, Pressed::CrewHere);
    desk.press(id, Pressed::WentToHospital);
    desk.actNow.end(id);

    CHECK(desk.timeline()
        == QStringList{u"02:14:05 no_reply"_s, u"02:14:20 called_999"_s, u"02:15:10 naloxone_given"_s, u"02:18:10 naloxone_given"_s,
            u"02:20:00 breathing_normally"_s, u"02:26:00 crew_here"_s, u"02:26:00 went_to_hospital"_s});
    CHECK(inStock(desk) == 2);
    CHECK(desk.now(seven.id).state == KitState::Used);
    CHECK(desk.steps().at(2).value.route == NaloxoneRoute::Nasal);
    const auto incidents = need(desk.records().all<Incident>());
    REQUIRE(incidents.size() == 1);
    CHECK(incidents.first().value.kind.code == u"overdose"_s);
    CHECK(desk.now(seven.id).incidentId == incidents.first().id);
    const auto overdose = need(desk.records().all<Overdose>()).first().value;
    CHECK(overdose.state == OverdoseState::ToWriteUp);
    CHECK(overdose.outcome == OverdoseOutcome::WentToHospital);
    CHECK(desk.actNow.running().isEmpty());
    CHECK(desk.actNow.one(id)->number == incidents.first().value.number);

    desk.hostel.clock.set(desk.hostel.clock.now().addDays(1));
    CHECK(hasOverdoseFact(desk, ben.id));
    CHECK(tellsOfIncident(desk, ben.id));
    const auto read = need(desk.hostel.services().emergencySteps.ofIncident(incidents.first().id));
    CHECK(read.steps.size() == 7);
    CHECK(read.who == ActNowWho{ActNowWho::Kind::Resident, ben.id, {}});
}

TEST_CASE("Who was put in by mistake has nothing of it in their record")
{
    ActNowDesk desk;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(desk.hostel);
    const auto ann = aPerson().called(u"Ann"_s, u"Adams"_s).arrived(QDate(2026, 8, 3)).in(desk.hostel);
    const QString id = desk.actNow.start();
    desk.press(id, Pressed::NoReply);
    desk.actNow.setWho(id, {ActNowWho::Kind::Resident, ann.id, {}});
    REQUIRE(hasOverdoseFact(desk, ann.id));
    desk.actNow.setWho(id, {ActNowWho::Kind::Resident, ben.id, {}});
    CHECK_FALSE(hasOverdoseFact(desk, ann.id));
    CHECK_FALSE(tellsOfIncident(desk, ann.id));
    CHECK(hasOverdoseFact(desk, ben.id));
    CHECK(tellsOfIncident(desk, ben.id));
    desk.actNow.setWho(id, {ActNowWho::Kind::Visitor, {}, u"a man in a blue coat"_s});
    CHECK_FALSE(hasOverdoseFact(desk, ben.id));
    CHECK(desk.rows("incident_person") == 1);
    desk.actNow.setWho(id, {});
    CHECK(desk.rows("incident_person") == 0);
}

TEST_CASE("Somebody else who was added by hand stays, whoever is named on the emergency screen")
{
    ActNowDesk desk;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(desk.hostel);
    const auto ann = aPerson().called(u"Ann"_s, u"Adams"_s).arrived(QDate(2026, 8, 3)).in(desk.hostel);
    const auto cid = aPerson().called(u"Cid"_s, u"Cole"_s).arrived(QDate(2026, 8, 3)).in(desk.hostel);
    const QString id = desk.actNow.start();
    desk.press(id, Pressed::NoReply);
    const auto incident = need(desk.hostel.services().records.all<Incident>()).first();
    need(desk.hostel.services().records.add(IncidentPerson{.incidentId = incident.id, .personId = cid.id, .role = {u"affected"_s}}));
    desk.actNow.setWho(id, {ActNowWho::Kind::Resident, ann.id, {}});
    desk.actNow.setWho(id, {ActNowWho::Kind::Resident, ben.id, {}});
    CHECK(tellsOfIncident(desk, cid.id));
    CHECK_FALSE(tellsOfIncident(desk, ann.id));
    CHECK(tellsOfIncident(desk, ben.id));
    desk.actNow.setWho(id, {ActNowWho::Kind::Resident, cid.id, {}}); // there already: once
    CHECK_FALSE(tellsOfIncident(desk, ben.id));
    CHECK(desk.rows("incident_person") == 1);
    desk.actNow.setWho(id, {});
    CHECK(tellsOfIncident(desk, cid.id));
}

TEST_CASE("Steps that are pressed after their incident was entered in error stand in a new one, with whom it is about")
{
    ActNowDesk desk;
    Records &records = desk.hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(desk.hostel);
    const auto ann = aPerson().called(u"Ann"_s, u"Adams"_s).arrived(QDate(2026, 8, 3)).in(desk.hostel);
    const QString id = desk.actNow.start();
    desk.press(id, Pressed::NoReply);
    desk.actNow.setWho(id, {ActNowWho::Kind::Resident, ann.id, {}});
    desk.hostel.clock.set(desk.hostel.clock.now().addSecs(10));
    desk.actNow.setWho(id, {ActNowWho::Kind::Resident, ben.id, {}});
    const auto first = need(records.all<Incident>()).first();
    desk.hostel.clock.set(desk.hostel.clock.now().addSecs(10));
    need(records.withdraw(recordType<Incident>(), first.id.value, first.version, u"somebody tried the key out"_s));
    CHECK(need(records.all<Incident>()).isEmpty());
    desk.press(id, Pressed::Called999);
    desk.press(id, Pressed::BreathingNormally);
    const auto incidents = need(records.all<Incident>());
    REQUIRE(incidents.size() == 1);
    CHECK(incidents.first().id != first.id);
    CHECK(need(desk.hostel.services().emergencySteps.ofIncident(incidents.first().id)).steps.size() == 2);
    CHECK(tellsOfIncident(desk, ben.id));
    CHECK_FALSE(tellsOfIncident(desk, ann.id));
}

TEST_CASE("A mis-tap is taken back, and its dose goes back into the kit")
{
    ActNowDesk desk;
    const auto spray = desk.kit(u"7"_s);
    const auto syringe = desk.kit(u"8"_s, NaloxoneKind::Syringe, 5);
    const QString id = desk.actNow.start();
    const auto first = desk.actNow.press(id, {.step = Pressed::NaloxoneGiven, .kit = spray.id});
    CHECK(desk.now(spray.id).state == KitState::Partial);
    const auto second = desk.actNow.press(id, {.step = Pressed::NaloxoneGiven, .kit = spray.id});
    CHECK(desk.now(spray.id).state == KitState::Used);
    desk.actNow.undo(id, first.press); // the second one stands: one dose is gone
    CHECK(desk.now(spray.id).state == KitState::Partial);
    CHECK(desk.now(spray.id).dosesLeft == 1);
    desk.actNow.undo(id, second.press);
    CHECK(desk.now(spray.id) == spray.value);
    const auto opened = desk.actNow.press(id, {.step = Pressed::NaloxoneGiven, .kit = syringe.id});
    CHECK(desk.now(syringe.id).state == KitState::Used);
    CHECK(desk.actNow.press(id, {.step = Pressed::NaloxoneGiven, .kit = syringe.id}).doubts.isEmpty()); // gone on with
    CHECK(desk.actNow.undo(id, opened.press).in == ActNow::KeptIn::Record);
    CHECK(desk.now(syringe.id).state == KitState::Used);
    CHECK(desk.timeline() == QStringList{u"02:14:00 naloxone_given"_s});
    CHECK(desk.rows("overdose_step", true) == 4); // what was taken back stays readable
    CHECK(desk.actNow.undo(id, first.press).press.isEmpty());
}

TEST_CASE("What more is said of a press, locked too, changes neither its step nor its moment, and another kit takes the dose")
{
    for (const bool isLocked : {false, true}) {
        INFO(isLocked);
        ActNowDesk desk;
        const auto seven = desk.kit(u"7"_s);
        const auto eight = desk.kit(u"8"_s, NaloxoneKind::Syringe, 5);
        if (isLocked)
            desk.lock();
        const QString id = desk.actNow.start();
        const auto dose = desk.actNow.press(id, {.step = Pressed::NaloxoneGiven, .kit = seven.id});
        desk.pass(9'000);
        desk.actNow.sayMore(id, dose.press, {.step = Pressed::NaloxoneGiven, .kit = eight.id, .byWhom = u"T. Okoro"_s});
        if (isLocked)
            desk.unlock();
        CHECK(desk.timeline() == QStringList{u"02:14:00 naloxone_given"_s});
        CHECK(desk.steps().first().value.byWhom == u"T. Okoro"_s);
        CHECK(desk.steps().first().value.route == NaloxoneRoute::Intramuscular);
        CHECK(desk.now(seven.id) == seven.value);
        CHECK(desk.now(eight.id).state == KitState::Used);
        desk.actNow.undo(id, dose.press);
        CHECK(desk.now(eight.id) == eight.value);
        CHECK(desk.actNow.sayMore(id, dose.press, {}).press.isEmpty());
    }
}

TEST_CASE("What is pressed without sign-in is sealed at once and joins the record once")
{
    ActNowDesk desk;
    const auto kit = desk.kit(u"7"_s);
    desk.lock();
    desk.actNow.setWho(desk.actNow.start(), {});
    const QString id = desk.actNow.start();
    CHECK(desk.press(id, Pressed::NoReply).in == ActNow::KeptIn::BesideFile);
    desk.pass(12'000);
    const auto dose = desk.actNow.press(id, {.step = Pressed::NaloxoneGiven, .kit = kit.id});
    CHECK(dose.in == ActNow::KeptIn::BesideFile);
    const auto misTap = desk.press(id, Pressed::Awake);
    desk.actNow.undo(id, misTap.press);
    desk.actNow.setLooksLike(id, LooksLike::Opioids);
    desk.actNow.setWho(id, {ActNowWho::Kind::Visitor, {}, u"outside by the bins"_s});
    CHECK_FALSE(desk.actNow.one(id)->incident);
    CHECK(desk.actNow.unkept() == 0);
    CHECK(desk.hostel.file->recentFailures() == 0); // no wrong passwords: nobody waits to sign in
    desk.unlock();
    CHECK(desk.timeline() == QStringList{u"02:14:00 no_reply"_s, u"02:14:12 naloxone_given"_s});
    CHECK(desk.steps().first().value.whileLocked);
    CHECK(desk.steps().first().createdBy == 0); // nobody was known
    CHECK(desk.now(kit.id).state == KitState::Partial);
    CHECK(desk.actNow.one(id)->incident);
    CHECK(desk.actNow.one(id)->who.described == u"outside by the bins"_s);
    CHECK(need(desk.records().all<Overdose>()).first().value.looksLike == LooksLike::Opioids);
    desk.press(id, Pressed::CrewHere); // it goes on in the record
    desk.hostel.reopen();
    CHECK(desk.rows("incident") == 1);
    CHECK(desk.rows("overdose_step", true) == 4);
    CHECK(desk.rows("incident_person") == 1);
}

TEST_CASE("A lock in the middle neither closes nor pauses it, and hides what was typed")
{
    ActNowDesk desk;
    const QString id = desk.actNow.start();
    desk.actNow.press(id, {.step = Pressed::NoReply, .words = u"Ben from room 7"_s});
    desk.pass(60'000);
    desk.lock();
    CHECK(desk.actNow.running().size() == 1);
    CHECK(desk.actNow.one(id)->steps.first().said.words.isEmpty());
    CHECK(desk.actNow.elapsedMs(id) == 60'000);
    desk.pass(30'000);
    CHECK(desk.press(id, Pressed::Called999).in == ActNow::KeptIn::BesideFile);
    desk.unlock();
    CHECK(desk.rows("incident") == 1);
    CHECK(desk.timeline() == QStringList{u"02:14:00 no_reply"_s, u"02:15:30 called_999"_s});
    CHECK(desk.actNow.one(id)->steps.first().said.words == u"Ben from room 7"_s);
}

TEST_CASE("Several emergencies run at once, and each is an incident")
{
    ActNowDesk desk;
    const QString one = desk.actNow.start();
    const QString other = desk.actNow.start();
    desk.press(one, Pressed::NoReply);
    desk.press(other, Pressed::Found);
    desk.press(one, Pressed::Called999);
    CHECK(desk.rows("incident") == 2);
    CHECK(desk.actNow.running().size() == 2);
    CHECK(desk.actNow.one(one)->incident != desk.actNow.one(other)->incident);
    CHECK_FALSE(desk.actNow.forget(one));
    CHECK(desk.actNow.forget(desk.actNow.start()));
}

TEST_CASE("A clock that is set by two hours under it confuses neither order nor distance")
{
    for (const qint64 jump : {-7200, 7200}) {
        INFO("seconds " << jump);
        ActNowDesk desk;
        const QString id = desk.actNow.start();
        desk.press(id, Pressed::NoReply);
        desk.pass(20'000);
        desk.hostel.clock.set(desk.hostel.clock.now().addSecs(jump));
        desk.press(id, Pressed::Called999);
        CHECK(desk.actNow.clockWasSet(id));
        desk.lock();
        desk.pass(40'000);
        desk.press(id, Pressed::NotBreathingNormally);
        desk.hostel.clock.set(desk.hostel.clock.now().addSecs(-jump));
        desk.pass(10'000);
        desk.press(id, Pressed::Cpr);
        desk.unlock();
        CHECK_FALSE(desk.actNow.clockWasSet(id));
        CHECK(desk.timeline()
            == QStringList{u"02:14:00 no_reply"_s, u"02:14:20 called_999"_s, u"02:15:00 not_breathing_normally"_s, u"02:15:10 cpr"_s});
        CHECK(*desk.steps().at(1).value.enteredAt == desk.steps().at(1).value.happenedAt.addSecs(jump)); // what the clock said is kept
        CHECK(desk.actNow.elapsedMs(id) == 70'000);
    }
}

TEST_CASE("Times that stood ahead of the clock at the sign-in keep their distances and lie in the past")
{
    ActNowDesk desk;
    desk.lock();
    const QDateTime right = desk.hostel.clock.now();
    desk.hostel.clock.set(right.addSecs(7200));
    const QString id = desk.actNow.start();
    desk.press(id, Pressed::NoReply);
    desk.pass(90'000);
    desk.press(id, Pressed::Called999);
    desk.hostel.clock.set(right.addSecs(100));
    desk.unlock();
    const auto steps = desk.steps();
    REQUIRE(steps.size() == 2);
    CHECK(steps.first().value.happenedAt.secsTo(steps.last().value.happenedAt) == 90);
    CHECK(steps.last().value.happenedAt <= desk.hostel.clock.now());
}

TEST_CASE("What can hardly be is kept and told; only what is still to come is not")
{
    ActNowDesk desk;
    const auto old = desk.kit(u"2"_s);
    auto edited = old;
    edited.value.expiresOn = PartialDate::fromText(u"2026-08"_s);
    need(desk.records().amend(edited));
    const auto used = desk.kit(u"3"_s);
    const QString id = desk.actNow.start();
    desk.pass(60'000);
    desk.press(id, Pressed::NoReply);
    const QDateTime now = desk.hostel.clock.now();
    const auto tomorrow = desk.actNow.press(id, {.step = Pressed::Awake, .happenedAt = now.addDays(1)});
    CHECK(tomorrow.press.isEmpty());
    CHECK(tomorrow.violations == Violations{{u"happened_at"_s, Rule::InTheFuture, {}}});
    CHECK(desk.rows("overdose_step") == 1);
    const auto before = desk.actNow.press(id, {.step = Pressed::Awake, .happenedAt = now.addSecs(-30)});
    CHECK(before.in == ActNow::KeptIn::Record);
    CHECK(before.doubts == QList<ActNowDoubt>{ActNowDoubt::BeforeFound});
    CHECK(desk.actNow.press(id, {.step = Pressed::NaloxoneGiven, .kit = old.id}).doubts == QList<ActNowDoubt>{ActNowDoubt::KitOutOfDate});
    for (int i = 0; i < 2; ++i)
        CHECK(desk.actNow.press(id, {.step = Pressed::NaloxoneGiven, .kit = used.id}).doubts.isEmpty());
    CHECK(desk.actNow.press(id, {.step = Pressed::NaloxoneGiven, .kit = used.id}).doubts == QList<ActNowDoubt>{ActNowDoubt::KitUsedUp});
    CHECK(desk.now(used.id).state == KitState::Used);
    CHECK(desk.rows("overdose_step") == 6);
}

TEST_CASE("Entered afterwards it has the times that are said, and they are put right with the entry kept")
{
    ActNowDesk desk;
    const QDateTime now = desk.hostel.clock.now();
    const QString id = desk.actNow.startAfterwards(now.addSecs(-3600));
    desk.actNow.press(id, {.step = Pressed::Found, .happenedAt = now.addSecs(-3600)});
    desk.actNow.press(id, {.step = Pressed::CrewHere, .happenedAt = now.addSecs(-2400)});
    desk.actNow.press(id, {.step = Pressed::Called999, .happenedAt = now.addSecs(-3500)});
    CHECK(desk.actNow.reminders(id).isEmpty());
    desk.actNow.end(id);
    CHECK(desk.timeline() == QStringList{u"01:14:00 found"_s, u"01:15:40 called_999"_s, u"01:34:00 crew_here"_s});
    const auto called = desk.steps().at(1);
    CHECK(*called.value.enteredAt == now);
    CHECK_FALSE(called.value.elapsedMs);
    need(desk.hostel.services().emergencySteps.putRight(called.id, now.addSecs(-3590)));
    CHECK(desk.steps().at(1).value.happenedAt == now.addSecs(-3590));
    CHECK(*desk.steps().at(1).value.enteredAt == now);
    CHECK(kindOfError(desk.hostel.services().emergencySteps.putRight(called.id, now.addDays(1))) == ErrorKind::Invalid);
    CHECK(*need(desk.records().all<Overdose>()).first().value.endedAt == now.addSecs(-2400));
}

TEST_CASE("It was no overdose: the times stay, and it counts as a medical emergency")
{
    ActNowDesk desk;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(desk.hostel);
    const QString id = desk.actNow.start();
    desk.press(id, Pressed::NoReply);
    desk.actNow.setWho(id, {ActNowWho::Kind::Resident, ben.id, {}});
    const auto said = desk.press(id, Pressed::NotAnOverdose);
    CHECK(need(desk.records().all<Incident>()).first().value.kind.code == u"medical"_s);
    CHECK_FALSE(hasOverdoseFact(desk, ben.id));
    desk.actNow.undo(id, said.press);
    CHECK(need(desk.records().all<Incident>()).first().value.kind.code == u"overdose"_s);
    desk.press(id, Pressed::NotAnOverdose);
    desk.actNow.end(id);
    CHECK(desk.timeline().size() == 2);
    CHECK(need(desk.records().all<Overdose>()).first().value.outcome == OverdoseOutcome::NotAnOverdose);
}

TEST_CASE("Whoever is signed in may press, whatever their role; reading it later needs the right")
{
    for (const Role role : {Role::SupportWorker, Role::Relief, Role::Volunteer, Role::PeerSupporter, Role::Auditor}) {
        INFO(codeOf(role));
        ActNowDesk desk;
        const auto kit = desk.kit(u"7"_s);
        desk.lock();
        desk.unlock(); // the password was just typed
        desk.actNow.locking();
        signInAs(desk.hostel, u"Tom Okoro"_s, role);
        desk.actNow.signedIn(*desk.hostel.hostel);
        const QString id = desk.actNow.start();
        const auto dose = desk.actNow.press(id, {.step = Pressed::NaloxoneGiven, .kit = kit.id});
        CHECK(dose.in == ActNow::KeptIn::Record);
        CHECK(desk.actNow.undo(id, dose.press).in == ActNow::KeptIn::Record);
        CHECK(desk.press(id, Pressed::Called999).in == ActNow::KeptIn::Record);
        const Id<Incident> incident = desk.actNow.one(id)->incident;
        const bool reads = role == Role::SupportWorker || role == Role::Relief;
        CHECK(bool(desk.hostel.services().emergencySteps.ofIncident(incident)) == reads);
        desk.lock();
        desk.unlock();
        CHECK(desk.now(kit.id) == kit.value);
        CHECK(desk.timeline() == QStringList{u"02:14:00 called_999"_s});
    }
}

TEST_CASE("An emergency of a program that was ended goes on after the next sign-in")
{
    ActNowDesk desk;
    const QString id = desk.actNow.start();
    desk.press(id, Pressed::NoReply);
    desk.pass(30'000);
    desk.press(id, Pressed::Called999);
    desk.pass(30'000);
    SetSteadyClock anew; // of a PC that was switched on again
    ActNow next(desk.hostel.path, desk.seen, desk.hostel.clock, anew);
    desk.actNow.locking();
    desk.hostel.reopen();
    next.signedIn(*desk.hostel.hostel);
    REQUIRE(next.running().size() == 1);
    CHECK(next.elapsedMs(id) == 60'000);
    next.press(id, {.step = Pressed::Cpr});
    CHECK(desk.timeline().last() == u"02:15:00 cpr"_s);
    CHECK(desk.steps().last().value.pressed == 3);
}

TEST_CASE("A backup that runs beside it keeps no press waiting")
{
    ActNowDesk desk;
    const auto job = need(desk.hostel.services().backups.job());
    std::optional<Result<BackupMade>> made;
    std::thread worker([&] { made = job([] { return false; }); });
    const QString id = desk.actNow.start();
    qint64 longest = 0;
    for (int i = 0; i < 20; ++i) {
        QElapsedTimer timer;
        timer.start();
        CHECK(desk.press(id, Pressed::Other).in == ActNow::KeptIn::Record);
        longest = std::max(longest, timer.elapsed());
    }
    worker.join();
    INFO("the longest press took " << longest << " ms");
    CHECK(longest < 150);
    CHECK(bool(*made));
    CHECK(desk.rows("overdose_step") == 20);
}

TEST_CASE("A step that is written down as any part of an incident takes its dose from the kit, and gives it back in error")
{
    ActNowDesk desk;
    const auto kit = desk.kit(u"7"_s);
    Incident incident;
    incident.kind = {u"overdose"_s};
    incident.happenedAt = desk.hostel.clock.now();
    incident.whatHappened = u"found in the yard"_s;
    OverdoseStep step;
    step.incidentId = need(desk.records().add(incident)).id;
    step.step = Pressed::NaloxoneGiven;
    step.happenedAt = desk.hostel.clock.now();
    step.kitId = kit.id;
    auto kept = need(desk.records().add(step));
    CHECK(desk.now(kit.id).state == KitState::Partial);
    CHECK_FALSE(kept.value.pressId.isEmpty());
    CHECK(*kept.value.enteredAt == desk.hostel.clock.now());
    const auto other = desk.kit(u"8"_s);
    kept.value.kitId = other.id;
    kept = need(desk.records().amend(kept));
    CHECK(desk.now(kit.id) == kit.value);
    CHECK(desk.now(other.id).state == KitState::Partial);
    need(desk.records().withdraw(recordType<OverdoseStep>(), kept.id.value, kept.version, u"was not given"_s));
    CHECK(desk.now(other.id) == other.value);
    need(desk.records().add(Overdose{.incidentId = step.incidentId, .startedAt = desk.hostel.clock.now()}));
    CHECK(need(desk.hostel.services().emergencySteps.ofIncident(step.incidentId)).steps.size() == 1);
}

TEST_CASE("The two overdoses of the second case study, 999 both times, are two facts the next day")
{
    ActNowDesk desk(QDateTime(QDate(2026, 10, 12), QTime(21, 40), Qt::UTC));
    const auto ben = aPerson().arrived(QDate(2026, 9, 7)).in(desk.hostel);
    desk.kit(u"4"_s);
    const auto seven = desk.kit(u"7"_s);
    const auto eight = desk.kit(u"8"_s, NaloxoneKind::Syringe, 5);
    const auto overdose = [&](const Kept<NaloxoneKit> &kit) {
        const QString id = desk.actNow.start();
        desk.actNow.setLooksLike(id, LooksLike::Opioids);
        desk.actNow.setSigns(id, u"pinpoint_pupils,blue_lips"_s, u"heroin and cocaine"_s);
        for (const auto &[after, step] : QList<QPair<int, Pressed>>{{4, Pressed::NoReply}, {9, Pressed::Called999},
                 {21, Pressed::NotBreathingNormally}, {40, Pressed::NaloxoneGiven}, {160, Pressed::Awake}, {600, Pressed::CrewHere}}) {
            desk.pass(after * 1000 - desk.actNow.elapsedMs(id));
            desk.actNow.press(id, {.step = step, .kit = step == Pressed::NaloxoneGiven ? kit.id : Id<NaloxoneKit>()});
        }
        desk.actNow.setWho(id, {ActNowWho::Kind::Resident, ben.id, {}});
        desk.actNow.end(id);
        return desk.actNow.one(id)->incident;
    };
    const auto first = overdose(seven);
    desk.hostel.clock.set(QDateTime(QDate(2026, 10, 24), QTime(23, 58), Qt::UTC));
    const auto second = overdose(eight); // the clocks go back in the hours after
    CHECK(first != second);
    CHECK(need(desk.hostel.services().emergencySteps.ofIncident(first)).steps.at(3).said.happenedAt
        == QDateTime(QDate(2026, 10, 12), QTime(21, 40, 40), Qt::UTC));
    CHECK(need(desk.hostel.services().emergencySteps.ofIncident(second)).overdose.signs == u"pinpoint_pupils,blue_lips"_s);
    desk.hostel.clock.set(desk.hostel.clock.now().addDays(1));
    const auto read = need(readOverdose(desk.records(), {ben.id.value}, desk.hostel.clock.today()));
    const auto &overdoses = read.of.value(ben.id.value).overdoses;
    REQUIRE(overdoses.size() == 2);
    CHECK(overdoses.first().on.latest == QDate(2026, 10, 12));
    CHECK(overdoses.last().on.latest == QDate(2026, 10, 25)); // 00:58 in the house
    CHECK(inStock(desk) == 1);
    bool isRecent = false;
    for (const OverdoseFact &fact : overdoseFacts(read.of.value(ben.id.value)).facts)
        isRecent = isRecent || fact.kind == OverdoseFactKind::OverdoseRecent;
    CHECK(isRecent);
}

} // namespace keywork::test::emergency_act_now_test
