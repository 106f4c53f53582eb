// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "core/domain/incident_parts.h"
#include "core/domain/incident_review.h"
#include "core/domain/overdose.h"
#include "core/domain/restriction.h"
#include "core/domain/risk.h"
#include "core/domain/supplies.h"
#include "core/domain/timed_check.h"
#include "core/services/care/incidents.h"
#include "tests/core/services/watch/watching.h"
#include "tests/support/filled_rows.h"
#include "tests/support/trust.h"

namespace keywork::test::incident_rules_test {

namespace {

Kept<Incident> happened(TestHostel &hostel, const QDateTime &at, const QString &kind = u"near_miss"_s)
{
    Incident incident;
    incident.kind = {kind};
    incident.happenedAt = at;
    incident.whatHappened = u"A pan smoked"_s;
    return need(hostel.services().records.add(incident));
}

void finishReview(TestHostel &hostel, Id<Incident> incident)
{
    IncidentReview review;
    review.learned = u"Lids on pans"_s;
    review.policy = PolicyChange::Nothing;
    review.shared = SharedWithTeam::AtHandover;
    need(hostel.services().incidents.finish(incident, review));
}

} // namespace

TEST_CASE("What waits for a review is one line after the house's days, and another one at 45")
{
    TestHostel hostel;
    const QDate day(2026, 9, 12);
    const auto incident = happened(hostel, kNow.addDays(-2));
    happened(hostel, kNow.addDays(-1));
    checkEdges(hostel, u"incident_unreviewed"_s, day, {{6, false}, {7, true}, {44, true}});
    checkEdges(hostel, u"incident_unreviewed_long"_s, day, {{44, false}, {45, true}, {400, true}});
    const WatchItem line = lineOf(hostel, u"incident_unreviewed"_s, day.addDays(10));
    CHECK(line.places.value(u"count"_s) == u"2");
    CHECK(line.places.value(u"number"_s) == incident.value.number); // the first of them
    CHECK(line.day == day);
    auto house = need(hostel.services().records.all<House>()).first();
    house.value.incidentReviewDays = 3;
    need(hostel.services().records.amend(house));
    checkEdges(hostel, u"incident_unreviewed"_s, day, {{2, false}, {3, true}});
    finishReview(hostel, incident.id);
    CHECK(lineOf(hostel, u"incident_unreviewed"_s, day.addDays(10)).places.value(u"count"_s) == u"1");
    makeMember(hostel, u"Sam Shift"_s, Role::SupportWorker);
    signInWith(hostel, u"Sam Shift"_s, kTheirs);
    CHECK_FALSE(dueOn(hostel, day.addDays(10)).contains(u"incident_unreviewed"_s));
}

TEST_CASE("What somebody restricted was in is counted for nobody who need not know of them")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto theirs = happened(hostel, kNow.addDays(-9));
    IncidentPerson part;
    part.incidentId = theirs.id;
    part.role = {u"affected"_s};
    part.who = InvolvedWho::Resident;
    part.personId = ben.id;
    need(hostel.services().records.add(part));
    const auto other = happened(hostel, kNow.addDays(-8));
    need(hostel.services().records.add(Restriction{ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    CHECK(lineOf(hostel, u"incident_unreviewed"_s).places.value(u"count"_s) == u"2"); // whoever restricted it sees everything
    signInAs(hostel, u"Marlon Otis"_s, Role::Manager);
    const WatchItem line = lineOf(hostel, u"incident_unreviewed"_s);
    CHECK(line.places.value(u"count"_s) == u"1");
    CHECK(line.places.value(u"number"_s) == other.value.number);
}

TEST_CASE("An action past its day is told to its owner and to managers, until it is done")
{
    TestHostel hostel;
    const auto sam = makeMember(hostel, u"Sam Shift"_s, Role::SupportWorker);
    makeMember(hostel, u"Kim Keyworker"_s, Role::Keyworker);
    const auto incident = happened(hostel, kNow.addDays(-2));
    auto action = need(hostel.services().records.add(
        IncidentAction{.incidentId = incident.id, .what = u"New bulb"_s, .ownerId = sam.id, .dueOn = kToday.addDays(5)}));
    const auto isTold = [&] { checkEdges(hostel, u"incident_action"_s, kToday.addDays(5), {{0, false}, {1, true}}); };
    isTold();
    CHECK(lineOf(hostel, u"incident_action"_s, kToday.addDays(6)).places.value(u"who"_s) == u"Sam Shift");
    signInWith(hostel, u"Sam Shift"_s, kTheirs);
    isTold();
    signInWith(hostel, u"Kim Keyworker"_s, kTheirs);
    CHECK_FALSE(dueOn(hostel, kToday.addDays(6)).contains(u"incident_action"_s));
    signInWith(hostel, kManager, kPassword);
    action = need(hostel.services().records.one(action.id));
    action.value.doneOn = kToday;
    need(hostel.services().records.amend(action));
    CHECK_FALSE(dueOn(hostel, kToday.addDays(6)).contains(u"incident_action"_s));
}

TEST_CASE("More detail is asked on Today of whoever it is asked of, and of nobody else")
{
    TestHostel hostel;
    const auto sam = makeMember(hostel, u"Sam Shift"_s, Role::SupportWorker);
    const auto incident = happened(hostel, kNow.addDays(-2));
    const auto asked = need(
        hostel.services().records.add(IncidentQuestion{.incidentId = incident.id, .askedOfId = sam.id, .question = u"Which pan?"_s}));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"incident_detail_asked"_s));
    signInWith(hostel, u"Sam Shift"_s, kTheirs);
    CHECK(lineOf(hostel, u"incident_detail_asked"_s).subject == WatchSubject{u"incident_question"_s, asked.id.value, {}});
    auto kept = need(hostel.services().records.one(asked.id));
    kept.value.answer = u"The large one"_s;
    need(hostel.services().records.amend(kept));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"incident_detail_asked"_s));
}

TEST_CASE("Whoever may only add is asked for more detail, too, and learns the number of the incident and no more")
{
    TestHostel hostel;
    const auto vi = makeMember(hostel, u"Vi Volunteer"_s, Role::Volunteer);
    const auto incident = happened(hostel, kNow.addDays(-2));
    need(hostel.services().records.add(IncidentQuestion{.incidentId = incident.id, .askedOfId = vi.id, .question = u"Which pan?"_s}));
    signInWith(hostel, u"Vi Volunteer"_s, kTheirs);
    CHECK(lineOf(hostel, u"incident_detail_asked"_s).places == QMap<QString, QString>{{u"number"_s, incident.value.number}});
}

TEST_CASE("Found items stand on Today at 24 hours, until two names are there and they went")
{
    TestHostel hostel;
    const auto sam = makeMember(hostel, u"Sam Shift"_s, Role::SupportWorker);
    const auto incident = happened(hostel, kNow.addDays(-2), u"found"_s);
    FoundItem item{.incidentId = incident.id, .what = {u"powder"_s}, .foundAt = kNow.addSecs(-24 * 3600 + 60), .bagNumber = u"B 1"_s};
    item.firstId = hostel.services().records.session().staff();
    auto kept = need(hostel.services().records.add(item));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"found_item"_s));
    hostel.clock.set(kNow.addSecs(60));
    const WatchItem line = lineOf(hostel, u"found_item"_s);
    CHECK(line.places.value(u"hours"_s) == u"24");
    CHECK(line.places.value(u"item"_s) == u"F-0001");
    kept.value.ended = FoundEnded::Police;
    kept.value.endedAt = hostel.clock.now();
    kept.value.policeReference = u"CAD 12"_s;
    kept.value.endedById = sam.id;
    kept = need(hostel.services().records.amend(kept));
    CHECK(dueOn(hostel, kToday).contains(u"found_item"_s)); // the second name is still missing
    kept.value.second = BagSecond::Staff;
    kept.value.secondId = sam.id;
    need(hostel.services().records.amend(kept));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"found_item"_s));
}

TEST_CASE("What is thought to be intentional asks for the risk of self-harm, until it was looked at since")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto tom = aPerson().called(u"Tom"_s, u"Tailor"_s).arrived(QDate(2026, 8, 3)).in(hostel);
    Records &records = hostel.services().records;
    auto incident = happened(hostel, kNow.addDays(-2), u"overdose"_s);
    need(records.add(IncidentPerson{.incidentId = incident.id, .personId = ben.id, .role = {u"affected"_s}}));
    need(records.add(IncidentPerson{.incidentId = incident.id, .personId = tom.id, .role = {u"witness"_s}}));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"self_harm_review"_s));
    incident.value.intent = IncidentIntent::Intentional;
    incident = need(records.amend(incident));
    CHECK(lineOf(hostel, u"self_harm_review"_s).subject.person == ben.id);
    Row risk = filledRow(records, recordType<Risk>(), u"some words"_s);
    risk.set(u"person_id"_s, ben.id.value);
    risk.set(u"kind"_s, u"self_harm"_s);
    risk.set(u"reviewed_on"_s, QDate(2026, 9, 11).toString(Qt::ISODate));
    auto kept = need(records.add(risk));
    CHECK(dueOn(hostel, kToday).contains(u"self_harm_review"_s)); // the day before it happened
    kept.row.set(u"reviewed_on"_s, QDate(2026, 9, 12).toString(Qt::ISODate));
    need(records.amend(kept));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"self_harm_review"_s));
}

TEST_CASE("The incidents of a month ask to be looked at together, of managers, from the seventh on")
{
    TestHostel hostel;
    happened(hostel, QDateTime(QDate(2026, 8, 20), QTime(12, 0), Qt::UTC));
    checkEdges(hostel, u"incident_month"_s, QDate(2026, 9, 7), {{-1, false}, {0, true}, {23, true}, {24, false}});
    CHECK_FALSE(dueOn(hostel, QDate(2026, 10, 8)).contains(u"incident_month"_s)); // nothing happened in September
    IncidentMonth month{.monthOn = QDate(2026, 8, 1), .reviewedOn = kToday, .learned = u"The stairs again"_s};
    month.byId = hostel.services().records.session().staff();
    need(hostel.services().records.add(month));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"incident_month"_s));
}

TEST_CASE("A death stays on Today while steps of its checklist are open, from the day after")
{
    TestHostel hostel;
    const auto death = happened(hostel, kNow.addDays(-1), u"death"_s);
    checkEdges(hostel, u"death_steps"_s, QDate(2026, 9, 13), {{0, false}, {1, true}, {400, true}});
    CHECK(lineOf(hostel, u"death_steps"_s).places.value(u"open"_s) == u"9");
    for (const ChoiceOption &option : hostel.services().records.choices().options(u"death_step"_s)) {
        CHECK(dueOn(hostel, kToday).contains(u"death_steps"_s));
        DeathStep step;
        step.incidentId = death.id;
        step.step = {option.code};
        step.doneAt = kNow.addSecs(-3600);
        step.byId = hostel.services().records.session().staff();
        need(hostel.services().records.add(step));
    }
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"death_steps"_s));
}

TEST_CASE("Who wants to talk about an incident stands on Today from the day after, until somebody has")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto incident = happened(hostel, kNow.addDays(-2));
    IncidentPerson part{.incidentId = incident.id, .personId = ben.id, .role = {u"affected"_s}, .debrief = Debrief::Wanted};
    part.debriefOn = QDate(2026, 9, 13);
    auto kept = need(hostel.services().records.add(part));
    checkEdges(hostel, u"debrief_wanted"_s, QDate(2026, 9, 13), {{0, false}, {1, true}});
    const WatchItem line = lineOf(hostel, u"debrief_wanted"_s);
    CHECK(line.subject.person == ben.id);
    CHECK(line.places.value(u"number"_s) == incident.value.number);
    kept.value.debrief = Debrief::Held;
    need(hostel.services().records.amend(kept));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"debrief_wanted"_s));
}

TEST_CASE("A poster that nobody looked at for the house's days stands on Today")
{
    TestHostel hostel;
    HarmPoster poster;
    poster.what = u"What naloxone does"_s;
    poster.where = u"Laundry"_s;
    poster.putUpOn = QDate(2026, 6, 1);
    auto kept = need(hostel.services().records.add(poster));
    checkEdges(hostel, u"poster_unchecked"_s, QDate(2026, 6, 1), {{89, false}, {90, true}});
    auto house = need(hostel.services().records.all<House>()).first();
    house.value.posterDays = 100;
    need(hostel.services().records.amend(house));
    checkEdges(hostel, u"poster_unchecked"_s, QDate(2026, 6, 1), {{99, false}, {100, true}});
    kept.value.checkedOn = QDate(2026, 9, 10);
    kept = need(hostel.services().records.amend(kept));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"poster_unchecked"_s));
    kept.value.takenDownOn = QDate(2026, 9, 11);
    need(hostel.services().records.amend(kept));
    CHECK_FALSE(dueOn(hostel, QDate(2027, 9, 10)).contains(u"poster_unchecked"_s));
}

} // namespace keywork::test::incident_rules_test
