// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/incidents.h"

#include "core/domain/overdose.h"
#include "core/domain/restriction.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"
#include "tests/support/services.h"
#include "tests/support/trust.h"

#include <functional>

namespace keywork::test::incidents_test {

namespace {

using IncidentProblems = QList<QPair<QString, Rule>>;

IncidentProblems wrongWith(const auto &result)
{
    REQUIRE_FALSE(bool(result));
    IncidentProblems found;
    for (const Violation &violation : result.error().violations)
        found.append({violation.column, violation.rule});
    return found;
}

struct Logged {
    TestHostel hostel;
    Kept<Person> ben = aPerson().called(u"Bendigo"_s, u"Barker"_s).arrived(QDate(2026, 8, 3)).in(hostel);
    Kept<Staff> sam = makeMember(hostel, u"Sam Shift"_s, Role::SupportWorker);
    Services &services() { return hostel.services(); }
    Records &records() { return hostel.services().records; }
    Id<Staff> me() { return records().session().staff(); }

    Kept<Incident> incident(const QString &kind = u"near_miss"_s, const QDateTime &at = kNow.addSecs(-3600))
    {
        Incident incident;
        incident.kind = {kind};
        incident.happenedAt = at;
        incident.place = u"stairs"_s;
        incident.whatHappened = u"Bendigo slipped on the stairs"_s;
        incident.whatWasDone = u"Helped up, bulb changed"_s;
        return need(records().add(incident));
    }
    void wasIn(Id<Incident> incident, Id<Staff> member, const QString &role = u"found_it"_s)
    {
        IncidentPerson part{.incidentId = incident, .who = InvolvedWho::Staff, .staffId = member, .role = {role}};
        need(records().add(part));
    }
    void wasIn(Id<Incident> incident, Id<Person> person)
    {
        need(records().add(IncidentPerson{.incidentId = incident, .personId = person, .role = {u"affected"_s}}));
    }
    static IncidentReview reviewed()
    {
        IncidentReview review;
        review.learned = u"The bulb was out for days"_s;
        review.policy = PolicyChange::Nothing;
        review.shared = SharedWithTeam::AtHandover;
        return review;
    }
    FoundItem bag(Id<Incident> incident)
    {
        FoundItem item{.incidentId = incident, .what = {u"powder"_s}, .foundAt = kNow.addSecs(-3600), .bagNumber = u"B 4471"_s};
        item.firstId = me();
        item.second = BagSecond::Staff;
        item.secondId = sam.id;
        return item;
    }
};

} // namespace

TEST_CASE("A bag has two different names or says that nobody else is there; what left says where to, when and by whom")
{
    Logged at;
    const auto incident = at.incident(u"found"_s);
    const auto changed = [&](auto change) {
        FoundItem item = at.bag(incident.id);
        change(item);
        return item;
    };
    struct Case {
        const char *what;
        FoundItem item;
        IncidentProblems problems;
    };
    const QList<Case> cases{
        {"no second name", changed([](FoundItem &i) { i.secondId = {}; }), {{u"second_id"_s, Rule::Required}}},
        {"twice the same", changed([](FoundItem &i) { i.secondId = i.firstId; }), {{u"second_id"_s, Rule::SameSignature}}},
        {"two names and no bag", changed([](FoundItem &i) { i.bagNumber.clear(); }), {{u"bag_number"_s, Rule::Required}}},
        {"a bag that is said to be none", changed([](FoundItem &i) { i.second = BagSecond::NoBag; }), {{u"second"_s, Rule::WitnessNeeded}}},
        {"somebody else without a name", changed([](FoundItem &i) { i.second = BagSecond::Other; }), {{u"second_name"_s, Rule::Required}}},
        {"no first name", changed([](FoundItem &i) { i.firstId = {}; }), {{u"first_id"_s, Rule::Required}}},
        {"fewer than one", changed([](FoundItem &i) { i.howMany = -1; }), {{u"how_many"_s, Rule::TooSmall}}},
        {"found tomorrow", changed([](FoundItem &i) { i.foundAt = kNow.addDays(1); }), {{u"found_at"_s, Rule::InTheFuture}}},
        {"to the police without anything", changed([](FoundItem &i) { i.ended = FoundEnded::Police; }),
            {{u"ended_at"_s, Rule::Required}, {u"ended_by_id"_s, Rule::Required}, {u"police_reference"_s, Rule::Required}}},
        {"gone before it was found", changed([](FoundItem &i) {
             i.ended = FoundEnded::Pharmacy;
             i.endedAt = i.foundAt.addSecs(-60);
             i.endedById = i.firstId;
         }),
            {{u"ended_at"_s, Rule::EndsBeforeStart}}},
        {"destroyed by one", changed([](FoundItem &i) {
             i.ended = FoundEnded::Destroyed;
             i.endedAt = i.foundAt.addSecs(60);
             i.endedById = i.endedWithId = i.firstId;
             i.endedHow = u"In the kit"_s;
         }),
            {{u"ended_with_id"_s, Rule::SameSignature}}},
    };
    for (const Case &one : cases) {
        INFO(one.what);
        CHECK(wrongWith(at.records().add(one.item)) == one.problems);
    }
    CHECK(need(at.records().count(recordType<FoundItem>())) == 0);
    FoundItem alone = at.bag(incident.id);
    alone.second = BagSecond::Nobody;
    alone.secondId = {};
    auto kept = need(at.records().add(alone));
    CHECK(kept.value.number == u"F-0001");
    kept.value.second = BagSecond::Staff;
    kept.value.secondId = at.sam.id;
    kept = need(at.records().amend(kept));
    CHECK(waitsFor(kept.value) == FoundWaits::WhereItGoes);
}

TEST_CASE("An incident tomorrow is refused, and a service that declined says who and what then")
{
    Logged at;
    Incident incident;
    incident.kind = {u"near_miss"_s};
    incident.happenedAt = kNow.addDays(1);
    incident.whatHappened = u"x"_s;
    CHECK(wrongWith(at.records().add(incident)) == IncidentProblems{{u"happened_at"_s, Rule::InTheFuture}});
    ServiceCalled called{.incidentId = at.incident().id, .service = {u"police"_s}, .calledAt = kNow.addSecs(-600)};
    called.answer = ServiceAnswer::Declined;
    CHECK(wrongWith(at.records().add(called)) == IncidentProblems{{u"declined_by"_s, Rule::Required}, {u"what_then"_s, Rule::Required}});
    called.answer = ServiceAnswer::Came;
    called.cameAt = kNow.addSecs(-700);
    CHECK(wrongWith(at.records().add(called)) == IncidentProblems{{u"came_at"_s, Rule::EndsBeforeStart}});
    called.cameAt = kNow.addSecs(-60);
    CHECK(at.records().add(called));
}

TEST_CASE("An incident waits until a manager finished its review, which says what was learned and what came of it")
{
    Logged at;
    const auto incident = at.incident();
    Incidents &incidents = at.services().incidents;
    CHECK(need(incidents.whole(incident.id)).state == IncidentState::WaitingForReview);
    CHECK(incidents.waiting() == 1);
    CHECK(wrongWith(incidents.finish(incident.id, IncidentReview{}))
        == IncidentProblems{{u"learned"_s, Rule::Required}, {u"policy"_s, Rule::Required}, {u"shared"_s, Rule::Required}});
    IncidentReview thin = Logged::reviewed();
    thin.learned = u"ok"_s;
    thin.policy = PolicyChange::Changed;
    CHECK(wrongWith(incidents.finish(incident.id, thin))
        == IncidentProblems{{u"learned"_s, Rule::SaysTooLittle}, {u"policy_what"_s, Rule::Required}});
    CHECK(need(at.records().count(recordType<IncidentReview>())) == 0);
    need(incidents.keep(incident.id, IncidentReview{.learned = u"The bulb"_s})); // begun, and gone on with
    CHECK(incidents.waiting() == 1);
    const auto done = need(incidents.finish(incident.id, Logged::reviewed()));
    CHECK(done.value.finishedOn == kNow.date());
    CHECK(done.value.reviewedById == at.me());
    CHECK(need(at.records().count(recordType<IncidentReview>())) == 1);
    CHECK(need(incidents.whole(incident.id)).state == IncidentState::Reviewed);
    CHECK(incidents.waiting() == 0);
    CHECK(need(incidents.toReview()).isEmpty());
    CHECK(wrongWith(at.records().add(IncidentReview{.incidentId = incident.id, .learned = u"Twice over"_s}))
        == IncidentProblems{{u"learned"_s, Rule::SaidTwice}});
    // Entered in error: it waits again.
    need(at.records().withdraw(recordType<IncidentReview>(), done.id.value, done.version, u"of another incident"_s));
    CHECK(incidents.waiting() == 1);
}

TEST_CASE("Nobody reviews alone what they were part of, unless no other manager can")
{
    Logged at;
    const auto incident = at.incident();
    at.wasIn(incident.id, at.me());
    IncidentReview review = Logged::reviewed();
    CHECK(at.services().incidents.finish(incident.id, review)); // the only manager there is
    const auto second = at.incident();
    at.wasIn(second.id, at.me());
    const auto other = makeMember(at.hostel, u"Olu Other"_s, Role::Manager);
    Incidents &incidents = at.services().incidents;
    CHECK(wrongWith(incidents.finish(second.id, review)) == IncidentProblems{{u"with_id"_s, Rule::AnotherPerson}});
    review.withId = at.me();
    CHECK(wrongWith(incidents.finish(second.id, review)) == IncidentProblems{{u"with_id"_s, Rule::SameSignature}});
    review.withId = at.sam.id; // who manages nothing
    CHECK(wrongWith(incidents.finish(second.id, review)).contains({u"with_id"_s, Rule::AnotherPerson}));
    review.withId = other.id;
    CHECK(incidents.finish(second.id, review));
    const auto third = at.incident();
    at.wasIn(third.id, at.me(), u"told"_s);
    CHECK(incidents.finish(third.id, Logged::reviewed()));
}

TEST_CASE("Whoever pressed the steps of an emergency was part of it, and whoever has left reviews nothing")
{
    Logged at;
    auto other = makeMember(at.hostel, u"Olu Other"_s, Role::Manager);
    makeMember(at.hostel, u"Ann Other"_s, Role::Manager);
    const auto press = [&](Id<Incident> incident, std::optional<qint64> elapsedMs) {
        OverdoseStep step{.incidentId = incident, .step = OverdoseStepKind::NaloxoneGiven, .happenedAt = kNow.addSecs(-3000)};
        step.elapsedMs = elapsedMs;
        need(at.records().enter(toRow(step), at.me().value)); // as act now does
    };
    Incidents &incidents = at.services().incidents;
    const auto live = at.incident(u"overdose"_s);
    press(live.id, 600'000);
    IncidentReview review = Logged::reviewed();
    CHECK(wrongWith(incidents.finish(live.id, review)) == IncidentProblems{{u"with_id"_s, Rule::AnotherPerson}});
    const auto written = at.incident(u"overdose"_s);
    press(written.id, {}); // in the morning, of what others did
    CHECK(incidents.finish(written.id, review));
    other.value.leftOn = kNow.date().addDays(-1);
    need(at.records().amend(other));
    review.withId = other.id;
    CHECK(wrongWith(incidents.finish(live.id, review)).contains({u"with_id"_s, Rule::AnotherPerson}));
}

TEST_CASE("Saving the form of an incident leaves its review, its actions and its questions alone")
{
    Logged at;
    const auto incident = at.incident();
    need(at.services().incidents.finish(incident.id, Logged::reviewed()));
    need(at.records().add(IncidentAction{.incidentId = incident.id, .what = u"New bulb"_s, .ownerId = at.sam.id, .dueOn = kNow.date()}));
    need(at.records().add(IncidentQuestion{.incidentId = incident.id, .askedOfId = at.sam.id, .question = u"Which step?"_s}));
    Family family = need(at.services().families.one(recordType<Incident>(), incident.id.value));
    family.parts.clear(); // as the form has them, which asks for none of these
    family.head.row.set(u"place"_s, u"back stairs"_s);
    need(at.services().families.save(family, u"taken out again"_s));
    const WholeIncident whole = need(at.services().incidents.whole(incident.id));
    CHECK(whole.incident.value.place == u"back stairs");
    CHECK(whole.review);
    CHECK(whole.actions.size() == 1);
    CHECK(whole.questions.size() == 1);
}

TEST_CASE("An action has an owner and a day; a question waits until it is answered")
{
    Logged at;
    const auto incident = at.incident();
    CHECK(wrongWith(at.records().add(IncidentAction{.incidentId = incident.id, .what = u"New bulb"_s, .dueOn = kNow.date()}))
        == IncidentProblems{{u"owner_id"_s, Rule::Required}});
    CHECK(at.records().add(
        IncidentAction{.incidentId = incident.id, .what = u"New bulb"_s, .ownerOther = u"The landlord"_s, .dueOn = kNow.date()}));
    auto asked = need(at.records().add(IncidentQuestion{.incidentId = incident.id, .askedOfId = at.sam.id, .question = u"Which step?"_s}));
    CHECK(need(at.services().incidents.whole(incident.id)).state == IncidentState::DetailAsked);
    asked.value.answer = u"The third one"_s;
    need(at.records().amend(asked));
    CHECK(need(at.services().incidents.whole(incident.id)).state == IncidentState::WaitingForReview);
    CHECK(need(at.services().incidents.openActions()).size() == 1);
}

TEST_CASE("Each step after a death is said once")
{
    Logged at;
    const auto died = at.incident(u"death"_s);
    const auto other = at.incident(u"death"_s);
    const DeathStep step{.incidentId = died.id, .step = {u"room_secured"_s}, .doneAt = kNow, .byId = at.me()};
    auto kept = need(at.records().add(step));
    CHECK(wrongWith(at.records().add(step)) == IncidentProblems{{u"step"_s, Rule::SaidTwice}});
    kept.value.note = u"Key in the safe"_s;
    CHECK(at.records().amend(kept));
    DeathStep elsewhere = step;
    elsewhere.incidentId = other.id;
    CHECK(at.records().add(elsewhere));
}

TEST_CASE("A month counts its incidents in the house's days, near misses among them, and is looked at once")
{
    Logged at;
    const auto local
        = [](QDate day, int hour, int minute) { return QDateTime(day, QTime(hour, minute), QTimeZone("Europe/London")).toUTC(); };
    at.incident(u"near_miss"_s, local(QDate(2026, 8, 1), 0, 5)); // still July in UTC
    at.incident(u"threat"_s, local(QDate(2026, 8, 31), 23, 55));
    at.incident(u"near_miss"_s, local(QDate(2026, 9, 1), 0, 5));
    at.incident(u"near_miss"_s, local(QDate(2026, 7, 31), 23, 55));
    IncidentMonth month{.monthOn = QDate(2026, 8, 17), .reviewedOn = kNow.date(), .byId = at.me(), .learned = u"The stairs, twice"_s};
    auto kept = need(at.records().add(month));
    CHECK(kept.value.monthOn == QDate(2026, 8, 1));
    CHECK(kept.value.incidents == 2);
    CHECK(kept.value.nearMisses == 1);
    at.incident(u"near_miss"_s, local(QDate(2026, 8, 20), 12, 0)); // logged afterwards
    kept.value.changes = u"Brighter bulbs"_s;
    CHECK(need(at.records().amend(kept)).value.incidents == 2); // as it was when it was looked at
    month.monthOn = QDate(2026, 8, 2);
    CHECK(wrongWith(at.records().add(month)) == IncidentProblems{{u"month_on"_s, Rule::AlreadyUsed}});
}

TEST_CASE("The shift reads incidents and their reviews, only managers review, and a restricted name is left out")
{
    Logged at;
    const auto incident = at.incident();
    at.wasIn(incident.id, at.ben.id);
    need(at.records().add(Restriction{at.ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    for (const Role role : {Role::Relief, Role::Keyworker, Role::Volunteer, Role::PeerSupporter, Role::Auditor})
        makeMember(at.hostel, u"Member "_s + QLatin1String(codeOf(role)), role);
    for (const Role role : {Role::Relief, Role::Keyworker}) {
        INFO(codeOf(role));
        signInWith(at.hostel, u"Member "_s + QLatin1String(codeOf(role)), kTheirs);
        Incidents &incidents = at.services().incidents;
        const WholeIncident whole = need(incidents.whole(incident.id));
        CHECK(whole.people.isEmpty());
        CHECK_FALSE(whole.incident.value.whatHappened.contains(u"Bendigo"_s));
        const auto waiting = need(incidents.toReview());
        REQUIRE(waiting.size() == 1);
        CHECK_FALSE(waiting.first().incident.value.whatHappened.contains(u"Bendigo"_s));
        CHECK_FALSE(need(incidents.latest(5)).first().incident.value.whatHappened.contains(u"Bendigo"_s));
        CHECK_FALSE(incidents.mayReview());
        CHECK(incidents.waiting() == 0);
        CHECK(kindOfError(incidents.finish(incident.id, Logged::reviewed())) == ErrorKind::NotPermitted);
    }
    for (const Role role : {Role::Volunteer, Role::PeerSupporter, Role::Auditor}) {
        INFO(codeOf(role));
        signInWith(at.hostel, u"Member "_s + QLatin1String(codeOf(role)), kTheirs);
        Incidents &incidents = at.services().incidents;
        CHECK_FALSE(incidents.whole(incident.id));
        CHECK_FALSE(incidents.toReview());
        CHECK_FALSE(incidents.latest(5));
        CHECK_FALSE(incidents.openActions());
        CHECK_FALSE(incidents.numbers());
    }
}

TEST_CASE("The number of a sealed bag stands at one incident, and where that is is said beside it")
{
    Logged at;
    const auto first = at.incident();
    const auto second = at.incident();
    FoundItem item;
    item.incidentId = first.id;
    item.what = {u"powder"_s};
    item.foundWhere = u"stairs"_s;
    item.foundAt = kNow.addSecs(-1800);
    item.bagNumber = u"AB 1234"_s;
    item.firstId = at.me();
    item.keptWhere = u"safe"_s;
    need(at.records().add(item));
    const auto again = need(at.records().add(item)); // two things in one bag
    FoundItem other = item;
    other.incidentId = second.id;
    other.bagNumber = u"ab 1234"_s;
    const auto refused = at.records().add(other);
    CHECK(wrongWith(refused) == IncidentProblems{{u"bag_number"_s, Rule::OnFileAlready}});
    CHECK(refused.error().violations.first().argument == again.value.number + u", "_s + first.value.number + u", safe"_s);
    other.bagNumber = u"AB 12345"_s; // a number that holds it is another one
    const auto amended = need(at.records().add(other));
    CHECK(bool(at.records().amend(amended))); // not held against itself
}

} // namespace keywork::test::incidents_test
