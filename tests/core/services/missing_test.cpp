// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/missing.h"

#include "core/domain/keywork.h"
#include "core/services/care/last_seen.h"
#include "core/services/records/records.h"
#include "core/services/sharing/disclosures.h"
#include "core/services/sharing/missing_sheet.h"
#include "tests/support/services.h"

namespace keywork::test::services_missing_test {

using namespace Qt::StringLiterals;

namespace {

/// Ben was seen on Sunday at 07:30; it is Monday, 09:42.
struct Looked {
    TestHostel hostel;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    Kept<Staff> tomi = need(hostel.services().records.add(Staff{.name = u"Tomi Okoro"_s, .role = Role::SupportWorker}));
    const QDateTime seenAt{QDate(2026, 9, 13), QTime(6, 30), Qt::UTC};

    Looked() { need(records().add(ContactNote{ben.id, seenAt, u"at the door"_s})); }
    Records &records() { return hostel.services().records; }
    Missing &missing() { return hostel.services().missing; }
    MissingStep step(MissingAct act, MissingAnswer answer, int minutesAgo = 0)
    {
        MissingStep one;
        one.personId = ben.id;
        one.act = act;
        one.answer = answer;
        one.happenedAt = hostel.clock.now().addSecs(-60LL * minutesAgo);
        one.byId = records().session().staff();
        return one;
    }
    MissingStep entered()
    {
        MissingStep one = step(MissingAct::Entered, MissingAnswer::NotThere);
        one.withId = tomi.id;
        return one;
    }
    qint64 incidents() { return need(records().count(recordType<Incident>())); }
    FoundAgain back(FoundHow how = FoundHow::CameBack)
    {
        return {.at = hostel.clock.now(),
            .how = how,
            .where = u"at the front door"_s,
            .byId = tomi.id,
            .byOther = {},
            .welfare = WelfareAsked::Well,
            .welfareNote = {}};
    }
};

Violations saidOf(const auto &result)
{
    REQUIRE_FALSE(bool(result));
    return result.error().violations;
}

} // namespace

TEST_CASE("Knocking and ringing are no incident, and each step says what is next")
{
    Looked at;
    CHECK(need(at.missing().of(at.ben.id)).next == MissingAct::Knocked);
    const auto knocked = need(at.missing().press(at.step(MissingAct::Knocked, MissingAnswer::NoReply, 20)));
    CHECK_FALSE(knocked.value.incidentId);
    need(at.missing().press(at.step(MissingAct::Rang, MissingAnswer::NoReply, 10)));
    const auto now = need(at.missing().of(at.ben.id));
    CHECK(now.next == MissingAct::Entered);
    CHECK(now.steps.size() == 2);
    CHECK_FALSE(now.isOpen);
    CHECK(at.incidents() == 0);
}

TEST_CASE("They answered, so they were seen, and the steps before it are over")
{
    Looked at;
    need(at.missing().press(at.step(MissingAct::Knocked, MissingAnswer::NoReply, 20)));
    need(at.missing().press(at.step(MissingAct::Seen, MissingAnswer::Seen)));
    const auto told = need(at.hostel.services().lastSeen.told(at.ben.id));
    REQUIRE(told);
    CHECK(told->at == at.hostel.clock.now());
    at.hostel.clock.set(at.hostel.clock.now().addSecs(3600));
    CHECK(need(at.missing().of(at.ben.id)).next == MissingAct::Knocked);
    CHECK(at.incidents() == 0);
}

TEST_CASE("A room is entered by two who are named, and by two who are not the same")
{
    Looked at;
    MissingStep alone = at.entered();
    alone.withId = {};
    CHECK(saidOf(at.missing().press(alone)) == Violations{{u"with_id"_s, Rule::Required, {}}});
    alone.withId = at.records().session().staff();
    CHECK(saidOf(at.missing().press(alone)) == Violations{{u"with_id"_s, Rule::SameSignature, {}}});
    CHECK(at.incidents() == 0); // nothing is kept of it
    alone.withId = {};
    alone.withOther = u"a paramedic"_s;
    need(at.missing().press(alone));
}

TEST_CASE("Not there opens one incident of kind missing with what was done before, and no second one")
{
    Looked at;
    need(at.missing().press(at.step(MissingAct::Knocked, MissingAnswer::NoReply, 20)));
    const auto entered = need(at.missing().press(at.entered()));
    REQUIRE(entered.value.incidentId);
    const auto incident = need(at.records().one(entered.value.incidentId));
    CHECK(incident.value.kind.code == u"missing"_s);
    CHECK(incident.value.lastSeenAt == at.seenAt);
    CHECK(incident.value.happenedAt == at.hostel.clock.now());
    CHECK_FALSE(incident.value.backAt);
    const auto people = need(at.records().of<IncidentPerson>("incident_id", incident.id));
    REQUIRE(people.size() == 1);
    CHECK(people.first().value.personId == at.ben.id);
    auto police = at.step(MissingAct::Police, MissingAnswer::Told);
    police.reference = u"CAD 1182"_s;
    CHECK(need(at.missing().press(police)).value.incidentId == incident.id);
    CHECK(need(at.missing().open(at.ben.id)) == incident.id);
    CHECK(at.incidents() == 1);
    const auto now = need(at.missing().of(at.ben.id));
    CHECK(now.isOpen);
    CHECK(now.policeTold);
    CHECK(now.since == at.seenAt);
    REQUIRE(now.steps.size() == 3);
    for (const Kept<MissingStep> &step : now.steps)
        CHECK(step.value.incidentId == incident.id);
    at.hostel.reopen();
    CHECK(need(at.missing().of(at.ben.id)).steps.size() == 3);
}

TEST_CASE("Found again says where, how, by whom and whether anybody asked, and closes the incident")
{
    Looked at;
    need(at.missing().press(at.entered()));
    FoundAgain again = at.back();
    again.where.clear();
    CHECK(saidOf(at.missing().found(at.ben.id, again)) == Violations{{u"found_where"_s, Rule::Required, {}}});
    again = at.back();
    again.at = at.seenAt.addSecs(-60);
    CHECK(saidOf(at.missing().found(at.ben.id, again)) == Violations{{u"back_at"_s, Rule::EndsBeforeStart, {}}});
    CHECK(need(at.missing().of(at.ben.id)).isOpen); // nothing of it was kept
    CHECK_FALSE(need(at.missing().of(at.ben.id)).episode->value.foundHow);
    at.hostel.clock.set(at.hostel.clock.now().addSecs(7200));
    need(at.missing().found(at.ben.id, at.back()));
    CHECK_FALSE(need(at.missing().of(at.ben.id)).isOpen);
    const auto incident = need(at.records().all<Incident>()).first();
    CHECK(incident.value.backAt == at.hostel.clock.now());
    const auto told = need(at.hostel.services().lastSeen.told(at.ben.id));
    REQUIRE(told);
    CHECK(told->at == at.hostel.clock.now());
    CHECK(told->by == u"Tomi Okoro"_s);
    CHECK(told->kind == &recordType<MissingEpisode>());
    CHECK(told->where == u"at the front door"_s);
    CHECK(kindOfError(at.missing().found(at.ben.id, at.back())) == ErrorKind::NotFound);
}

TEST_CASE("Who spoke on the telephone or was told of was found, and was not seen")
{
    for (const FoundHow how : {FoundHow::HeardFromThem, FoundHow::TheyTold}) {
        Looked at;
        need(at.missing().press(at.entered()));
        need(at.missing().found(at.ben.id, at.back(how)));
        CHECK_FALSE(need(at.missing().of(at.ben.id)).isOpen);
        CHECK(need(at.hostel.services().lastSeen.told(at.ben.id))->at == at.seenAt);
    }
}

TEST_CASE("Somebody who was logged as missing by hand is found in the same incident")
{
    Looked at;
    Incident logged;
    logged.kind = {u"missing"_s};
    logged.happenedAt = at.hostel.clock.now();
    logged.whatHappened = u"not back for supper"_s;
    const auto incident = need(at.records().add(logged));
    need(at.records().add(IncidentPerson{.incidentId = incident.id, .personId = at.ben.id, .role = {u"affected"_s}}));
    CHECK(need(at.missing().of(at.ben.id)).isOpen);
    CHECK(need(at.missing().press(at.entered())).value.incidentId == incident.id);
    need(at.missing().found(at.ben.id, at.back()));
    CHECK(at.incidents() == 1);
    CHECK(need(at.records().of<MissingEpisode>("incident_id", incident.id)).size() == 1);
}

TEST_CASE("A volunteer writes down that nobody answered or that they saw somebody, and reads no step")
{
    Looked at;
    signInAs(at.hostel, u"Vera Doorkeeper"_s, Role::Volunteer);
    need(at.missing().press(at.step(MissingAct::Knocked, MissingAnswer::NoReply)));
    need(at.missing().press(at.step(MissingAct::Seen, MissingAnswer::Seen)));
    CHECK(kindOfError(at.missing().of(at.ben.id)) == ErrorKind::NotPermitted);
    CHECK(need(at.hostel.services().lastSeen.told(at.ben.id))->by == u"Vera Doorkeeper"_s);
    need(at.missing().press(at.entered())); // opens it, whoever is there
}

TEST_CASE("The sheet leaves with a lawful reason, says why the photo is on it, and tells nothing of health unless it was chosen")
{
    Looked at;
    const auto police = [&] {
        Agency agency;
        agency.name = u"Westgate police"_s;
        agency.category = {u"police"_s};
        return need(at.records().add(agency));
    }();
    need(at.missing().press(at.entered()));
    MissingSheetWish wish{.personId = at.ben.id, .photo = PhotoOnSheet::Danger, .immediateRisk = {}, .tellsHealth = false, .reason = {}};
    CHECK(kindOfError(aboutMissingSheet(at.records(), wish)) == ErrorKind::Invalid); // no reason, no agency
    wish.reason.agencyId = police.id;
    wish.reason.because = u"Not seen for a day, out in the cold"_s;
    auto about = need(aboutMissingSheet(at.records(), wish));
    CHECK(about.kind == DisclosureKind::MissingPersonSheet);
    CHECK(about.basis == DisclosureBasis::Lawful);
    CHECK(about.recipient == u"Westgate police"_s);
    CHECK(categoriesOf(about.sections) == std::set<Category>{Category::Identity, Category::Housing});
    CHECK(about.reason.contains(u"immediate danger"_s));
    wish.immediateRisk = u"Cannot swim and was near the canal"_s;
    CHECK(categoriesOf(need(aboutMissingSheet(at.records(), wish)).sections)
        == std::set<Category>{Category::Identity, Category::Housing, Category::Risk});
    wish.tellsHealth = true;
    about = need(aboutMissingSheet(at.records(), wish));
    CHECK(categoriesOf(about.sections).contains(Category::Health));
    const auto kept
        = need(at.hostel.services().disclosures.keep({.about = about, .paper = "%PDF-1.4 paper", .before = [&](Disclosure &out) {
                                                          return keepMissingReason(at.records(), wish, out);
                                                      }}));
    REQUIRE(kept.value.lawfulId);
    const auto reason = need(at.records().one(kept.value.lawfulId));
    CHECK(reason.value.review == LawfulReview::Waiting);
    CHECK(reason.value.personId == at.ben.id);
    signInAs(at.hostel, u"Rana Relief"_s, Role::Relief); // at night nobody else is there
    CHECK(bool(aboutMissingSheet(at.records(), wish)));
    at.hostel.reopen();
    signInAs(at.hostel, u"Vera Doorkeeper"_s, Role::Volunteer);
    CHECK(kindOfError(aboutMissingSheet(at.records(), wish)) == ErrorKind::NotPermitted);
}

} // namespace keywork::test::services_missing_test
