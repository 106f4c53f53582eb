// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/health.h"
#include "core/domain/incident.h"
#include "core/domain/stay.h"
#include "core/services/care/appointments.h"
#include "core/services/care/keywork.h"
#include "core/services/records/records.h"
#include "tests/support/services.h"

#include <algorithm>

namespace keywork::test::keywork_test {

namespace {

/// Ben, since 3 August; today is Monday 14 September 2026.
struct Keyworking {
    TestHostel hostel;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);

    Services &services() { return hostel.services(); }
    KeyworkSessions &keywork() { return services().keyworkSessions; }
    KeyworkSession session(const QDateTime &at, KeyworkOutcome outcome = KeyworkOutcome::Held)
    {
        KeyworkSession one;
        one.personId = ben.id;
        one.staffId = services().records.session().staff();
        one.startsAt = at;
        one.outcome = outcome;
        if (one.isHeld())
            one.minutes = 30;
        return one;
    }
    Kept<KeyworkSession> kept(const QDateTime &at, KeyworkOutcome outcome = KeyworkOutcome::Held)
    {
        return need(services().records.add(session(at, outcome)));
    }
    KeyworkContent content(const KeyworkSession &head)
    {
        KeyworkContent all;
        all.family.head.row = toRow(head);
        return all;
    }
    QString goal(Area area, const QString &statement)
    {
        Goal one;
        one.area = area;
        one.statement = statement;
        return need(services().plans.saveGoal(ben.id, one));
    }
    template <class T> qint64 count() { return need(services().records.count(recordType<T>())); }
};

KeptRow partRow(const Row &row)
{
    KeptRow part;
    part.row = row;
    return part;
}

KeyworkNote noteOn(Area area, const QString &text)
{
    KeyworkNote note;
    note.area = area;
    note.text = text;
    return note;
}

KeyworkAgreed agreedStep(const QString &what, const QString &goal)
{
    KeyworkAgreed agreed;
    agreed.what = what;
    agreed.dueOn = QDate(2026, 9, 22);
    agreed.goalThread = goal;
    return agreed;
}

QList<std::pair<QString, Rule>> wrongWith(const auto &result)
{
    REQUIRE_FALSE(bool(result));
    CHECK(result.error().kind == ErrorKind::Invalid);
    QList<std::pair<QString, Rule>> wrong;
    for (const Violation &violation : result.error().violations)
        wrong.append({violation.column, violation.rule});
    return wrong;
}

using Wrong = QList<std::pair<QString, Rule>>;

} // namespace

TEST_CASE("A session is kept with its notes, steps, messages and the next one, and stands there after reopening")
{
    Keyworking here;
    const QString thread = here.goal(Area::Health, u"See the clinic"_s);
    KeyworkSession session = here.session(kNow.addSecs(-1800));
    session.importance = 8;
    session.confidence = 5;
    session.ownWords = u"If I'm ill in the mornings I don't make it down."_s;
    auto content = here.content(session);
    KeyworkNote health = noteOn(Area::Health, u"Breathless on the stairs."_s);
    health.goals = thread;
    KeyworkMessage message;
    message.message = {u"not_alone"_s};
    message.leaflet = true;
    content.family.parts = {partRow(toRow(noteOn(Area::SubstanceUse, u"Used Saturday, smoked."_s))), partRow(toRow(health)),
        partRow(toRow(agreedStep(u"Come to the clinic"_s, thread))), partRow(toRow(message))};
    content.next = here.session(kNow.addDays(9), KeyworkOutcome::Planned);
    const auto kept = need(here.keywork().save(content));
    here.hostel.reopen();
    const auto view = need(here.keywork().read(kept.id));
    CHECK(view.session.value.importance == 8);
    REQUIRE(view.notes.size() == 2);
    CHECK(view.notes.at(1).value.goals == thread);
    CHECK(view.notes.at(1).value.personId == here.ben.id);
    REQUIRE(view.messages.size() == 1);
    CHECK(view.messages.first().value.leaflet);
    REQUIRE(view.agreed.size() == 1);
    CHECK_FALSE(view.agreed.first().value.stepThread.isEmpty());
    CHECK(need(here.keywork().lastGiven(here.ben.id)).value(u"not_alone"_s) == QDate(2026, 9, 14));
    const auto next = need(here.keywork().nextPlanned(here.ben.id));
    REQUIRE(next.has_value());
    CHECK(next->value.startsAt == kNow.addDays(9));
}

TEST_CASE("A step goes into the draft plan in one press and is never entered twice")
{
    Keyworking here;
    const QString thread = here.goal(Area::Health, u"See the clinic"_s);
    auto content = here.content(here.session(kNow.addSecs(-1800)));
    content.family.parts = {partRow(toRow(agreedStep(u"Ring the clinic"_s, thread)))};
    const auto kept = need(here.keywork().save(content));
    const auto steps = [&] { return need(here.services().records.all<Step>()); };
    REQUIRE(steps().size() == 1);
    CHECK(steps().first().value.what == u"Ring the clinic"_s);
    CHECK(steps().first().value.dueOn == QDate(2026, 9, 22));
    for (int again = 0; again < 3; ++again) {
        KeyworkContent same{need(here.services().families.one(recordType<KeyworkSession>(), kept.id.value))};
        need(here.keywork().save(same));
        CHECK(steps().size() == 1);
    }
    const auto view = need(here.keywork().read(kept.id));
    CHECK(view.agreed.first().value.stepThread == steps().first().value.thread);
}

TEST_CASE("Nothing is kept when a part or the next session can't be")
{
    Keyworking here;
    const QString thread = here.goal(Area::Health, u"See the clinic"_s);
    auto content = here.content(here.session(kNow.addSecs(-1800)));
    content.family.parts
        = {partRow(toRow(agreedStep(u"Ring the clinic"_s, thread))), partRow(toRow(noteOn(Area::Debt, QString(60'000, u'x'))))};
    CHECK(wrongWith(here.keywork().save(content)) == Wrong{{u"1/text"_s, Rule::TooLong}});
    content.family.parts.removeLast();
    content.next = here.session(kNow.addDays(3), KeyworkOutcome::Planned);
    content.next->staffId = {};
    CHECK(wrongWith(here.keywork().save(content)) == Wrong{{u"next/staff_id"_s, Rule::Required}});
    CHECK(here.count<KeyworkSession>() == 0);
    CHECK(here.count<KeyworkAgreed>() == 0);
    CHECK(here.count<Step>() == 0);
}

TEST_CASE("What can't be said of a session is refused beside its field")
{
    Keyworking here;
    const auto with = [&](const std::function<void(KeyworkSession &)> &change) {
        KeyworkSession session = here.session(kNow.addSecs(-1800));
        change(session);
        return wrongWith(here.services().records.add(session));
    };
    CHECK(with([](KeyworkSession &s) { s.importance = 11; }) == Wrong{{u"importance"_s, Rule::TooLarge}});
    CHECK(with([](KeyworkSession &s) { s.confidence = -1; }) == Wrong{{u"confidence"_s, Rule::TooSmall}});
    CHECK(with([](KeyworkSession &s) { s.minutes = 0; }) == Wrong{{u"minutes"_s, Rule::TooSmall}});
    CHECK(with([](KeyworkSession &s) { s.minutes = 2000; }) == Wrong{{u"minutes"_s, Rule::TooLarge}});
    CHECK(with([](KeyworkSession &s) { s.minutes.reset(); }) == Wrong{{u"minutes"_s, Rule::Required}});
    CHECK(with([](KeyworkSession &s) { s.startsAt = kNow.addDays(1); }) == Wrong{{u"starts_at"_s, Rule::InTheFuture}});
    CHECK(with([](KeyworkSession &s) { s.plannedFor = s.startsAt.addDays(2); }) == Wrong{{u"starts_at"_s, Rule::BeforeThePlan}});
    CHECK(with([](KeyworkSession &s) { s.outcome = KeyworkOutcome::CancelledByHouse; }) == Wrong{{u"reason"_s, Rule::ReasonNeeded}});
    CHECK(here.count<KeyworkSession>() == 0);
}

TEST_CASE("A planned session keeps its plan when it is held or missed")
{
    Keyworking here;
    const auto planned = here.kept(kNow.addSecs(-3600), KeyworkOutcome::Planned);
    auto held = planned;
    held.value.outcome = KeyworkOutcome::Late;
    held.value.startsAt = kNow.addSecs(-1800);
    held.value.minutes = 30;
    CHECK(need(here.services().records.amend(held)).value.plannedFor == kNow.addSecs(-3600));
    const auto other = here.kept(kNow.addSecs(-7200), KeyworkOutcome::Planned);
    const auto missed = need(here.keywork().end(other.id, KeyworkOutcome::Missed, {}));
    CHECK(missed.value.plannedFor == kNow.addSecs(-7200));
    const auto ahead = here.kept(kNow.addDays(2), KeyworkOutcome::Planned);
    CHECK(wrongWith(here.keywork().end(ahead.id, KeyworkOutcome::Missed, {})) == Wrong{{u"starts_at"_s, Rule::InTheFuture}});
    CHECK(need(here.keywork().end(ahead.id, KeyworkOutcome::CancelledByThem, u"has a job interview"_s)).value.reason
        == u"has a job interview"_s);
}

TEST_CASE("Since last time is what happened after the last session that was held, of any kind, the latest first")
{
    Keyworking here;
    const auto incident = [&](const QDateTime &at) {
        Incident one;
        one.kind = {u"near_miss"_s};
        one.happenedAt = at;
        one.whatHappened = u"Found drowsy"_s;
        Family family;
        family.head.row = toRow(one);
        IncidentPerson in;
        in.personId = here.ben.id;
        in.role = {u"affected"_s};
        family.parts = {partRow(toRow(in))};
        need(here.services().families.save(family, {}));
    };
    incident(kNow.addDays(-6));
    here.kept(kNow.addDays(-5));
    here.kept(kNow.addDays(-4), KeyworkOutcome::Missed); // not held: since the one before
    incident(kNow.addDays(-5).addSecs(3600)); // later on the same day
    Appointment visit;
    visit.personId = here.ben.id;
    visit.purpose = u"COPD clinic"_s;
    visit.startsAt = kNow.addDays(-1);
    visit.outcome = AppointmentOutcome::Missed;
    need(here.services().appointments.book(visit));
    const auto since = need(here.keywork().sinceLast(here.ben.id));
    REQUIRE(since.last.has_value());
    CHECK(since.last->value.startsAt == kNow.addDays(-5));
    QStringList kinds;
    for (const TimelineLine &line : since.lines)
        kinds.append(QString::fromLatin1(line.record.row.type->table));
    CHECK(kinds == QStringList{u"appointment"_s, u"incident"_s});
    CHECK_FALSE(since.hasMore);
    const auto one = need(here.keywork().sinceLast(here.ben.id, 1));
    CHECK(one.lines.size() == 1);
    CHECK(one.hasMore);
}

TEST_CASE("What was only written down since last time is gathered, too, though it happened before")
{
    Keyworking here;
    const QDateTime at = kNow.addDays(-5); // Wednesday 9 September
    const auto write = [&](const QDateTime &when, const QString &purpose, const QDateTime &happened) {
        here.hostel.clock.set(when);
        Appointment visit;
        visit.personId = here.ben.id;
        visit.purpose = purpose;
        visit.startsAt = happened;
        visit.outcome = AppointmentOutcome::Missed;
        return need(here.services().appointments.book(visit));
    };
    write(at.addDays(-1), u"known before"_s, at.addDays(-2));
    here.hostel.clock.set(at);
    here.kept(at); // held by whoever is signed in, 30 minutes
    write(at.addSecs(600), u"written down meanwhile"_s, at.addDays(-3));
    write(at.addSecs(3600), u"entered late"_s, at.addDays(-4));
    here.hostel.clock.set(at.addDays(-6));
    HospitalStay stay{.personId = here.ben.id, .admittedOn = QDate(2026, 9, 1), .hospital = u"Kingston General"_s};
    auto kept = need(here.services().records.add(stay));
    here.hostel.clock.set(kNow.addDays(-1));
    kept.value.dischargedOn = QDate(2026, 9, 5); // of a stay that was known: its end was not
    need(here.services().records.amend(kept));
    need(here.services().records.add(HospitalStay{.personId = here.ben.id,
        .admittedOn = QDate(2026, 9, 9), // the day alone is known
        .dischargedOn = QDate(2026, 9, 9),
        .hospital = u"Westgate Infirmary"_s}));
    here.hostel.clock.set(kNow);
    const auto since = need(here.keywork().sinceLast(here.ben.id));
    CHECK(since.lines.isEmpty());
    QStringList late;
    for (const TimelineLine &line : since.late)
        if (line.record.row.type != &recordType<Stay>()) // it was written down today, too
            late.append(line.record.row.text(line.record.row.type == &recordType<HospitalStay>() ? u"hospital"_s : u"purpose"_s)
                + (line.phase == Phase::Ended ? u" ended"_s : QString()));
    CHECK(late == QStringList{u"Westgate Infirmary ended"_s, u"entered late"_s, u"Kingston General ended"_s});
    CHECK_FALSE(since.hasMoreLate);
    here.kept(kNow.addSecs(-60)); // now it was talked about
    CHECK(need(here.keywork().sinceLast(here.ben.id)).late.isEmpty());
}

TEST_CASE("Steps that are due within a week or were done since last time are shown, the others are not")
{
    Keyworking here;
    const QString thread = here.goal(Area::Health, u"See the clinic"_s);
    const auto step = [&](const QString &what, std::optional<QDate> due) {
        Step one;
        one.what = what;
        one.dueOn = due;
        return need(here.services().plans.saveStep(here.ben.id, thread, one, {{StepActor::Resident}}));
    };
    step(u"later"_s, QDate(2026, 9, 22));
    const QString soon = step(u"soon"_s, QDate(2026, 9, 21));
    step(u"overdue"_s, QDate(2026, 9, 10));
    step(u"whenever"_s, {});
    const auto names = [&] {
        QStringList all;
        for (const StepView &one : need(here.keywork().stepsDue(here.ben.id)))
            all.append(one.step.value.what);
        return all;
    };
    CHECK(names() == QStringList{u"overdue"_s, u"soon"_s});
    auto content = here.content(here.session(kNow.addSecs(-1800)));
    content.stepsDone = {soon};
    need(here.keywork().save(content));
    CHECK(names() == QStringList{u"overdue"_s, u"soon"_s}); // done today, in this session
    here.hostel.clock.set(kNow.addDays(3));
    need(here.services().records.add(here.session(kNow.addDays(2))));
    CHECK(names() == QStringList{u"overdue"_s, u"later"_s}); // and a week on the next one
}

TEST_CASE("A note on an area is read by whoever may read that category, the session by whoever reads plans")
{
    Keyworking here;
    auto content = here.content(here.session(kNow.addSecs(-1800)));
    content.family.parts = {partRow(toRow(noteOn(Area::SubstanceUse, u"Smoked."_s))), partRow(toRow(noteOn(Area::Debt, u"Owes rent."_s))),
        partRow(toRow(noteOn(Area::RightsResponsibilities, u"Probation asked."_s))),
        partRow(toRow(noteOn(Area::RightsResponsibilities, u"Knows how to complain."_s)))};
    const auto kept = need(here.keywork().save(content));
    signInAs(here.hostel, u"Marlon Otis"_s, Role::SupportWorker);
    QStringList read;
    for (const auto &note : need(here.keywork().read(kept.id)).notes)
        read.append(note.value.text);
    CHECK(read == QStringList{u"Smoked."_s, u"Knows how to complain."_s}); // money and court are the keyworker's
    // What was not seen is not taken out by a save.
    KeyworkContent same{need(here.services().families.one(recordType<KeyworkSession>(), kept.id.value))};
    need(here.keywork().save(same));
    here.hostel.reopen();
    CHECK(need(here.keywork().read(kept.id)).notes.size() == 4);
    signInAs(here.hostel, u"Una Door"_s, Role::Relief);
    CHECK(kindOfError(here.keywork().read(kept.id)) == ErrorKind::NotPermitted);
    ContactNote word;
    word.personId = here.ben.id;
    word.seenAt = here.hostel.clock.now();
    word.text = u"asked for post"_s;
    need(here.services().records.add(word)); // at night by whoever is there
}

TEST_CASE("Advocacy says with whom, and is not followed up before it happened")
{
    Keyworking here;
    Advocacy call;
    call.personId = here.ben.id;
    call.onDay = QDate(2026, 9, 10);
    call.staffId = here.services().records.session().staff();
    call.asked = u"When the claim is decided"_s;
    CHECK(wrongWith(here.services().records.add(call)) == Wrong{{u"with_whom"_s, Rule::Required}});
    call.withWhom = u"Housing benefit"_s;
    call.followUpOn = QDate(2026, 9, 9);
    CHECK(wrongWith(here.services().records.add(call)) == Wrong{{u"follow_up_on"_s, Rule::EndsBeforeStart}});
    call.followUpOn = QDate(2026, 9, 20);
    CHECK_FALSE(need(here.services().records.add(call)).value.withThem); // without the resident it counts too
}

} // namespace keywork::test::keywork_test
