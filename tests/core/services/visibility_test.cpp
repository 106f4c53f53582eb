// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/not_said.h"
#include "core/services/care/care_plans.h"
#include "core/services/house/accounts.h"
#include "core/services/house/attention.h"
#include "core/services/house/watch/watch_rule.h"
#include "core/services/records/finding.h"
#include "core/services/records/history_lines.h"
#include "core/services/records/history_reader.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/records/visibility.h"
#include "core/services/sharing/agreements.h"
#include "tests/support/sample_kind.h"
#include "tests/support/services.h"

namespace keywork::test::visibility_test {

using namespace Qt::StringLiterals;

namespace {

Kept<Person> someoneWithHealth(TestHostel &hostel)
{
    auto builder = aPerson().arrived(QDate(2026, 8, 3));
    builder.person.conditions = u"COPD"_s;
    builder.person.bloodBorneViruses = u"hepatitis C"_s;
    builder.person.medicines = u"methadone 35 mg (35 ml of 1 mg/ml)"_s;
    builder.person.notSaid.reasons.insert(u"nationality"_s, NotSaidReason::PrefersNot);
    builder.person.notSaid.reasons.insert(u"gp_practice"_s, NotSaidReason::DoesNotKnow);
    return builder.in(hostel);
}

} // namespace

TEST_CASE("A field that a role may not read is blank to it, however it is asked for")
{
    TestHostel hostel;
    const auto ben = someoneWithHealth(hostel);
    signInAs(hostel, u"Una Door"_s, Role::Volunteer);
    const auto seen = need(hostel.services().records.one(ben.id)).value;
    CHECK(seen.givenName == u"Ben"_s);
    CHECK(seen.conditions.isEmpty());
    CHECK(seen.bloodBorneViruses.isEmpty());
    CHECK(seen.medicines.isEmpty());
    CHECK(seen.notSaid.reasons.contains(u"nationality"_s));
    CHECK_FALSE(seen.notSaid.reasons.contains(u"gp_practice"_s));
    CHECK(need(hostel.services().people.line(ben.id)).person.value.conditions.isEmpty());
    CHECK(need(hostel.services().records.all<Person>()).first().value.medicines.isEmpty());
    for (const HistoryLine &line : need(hostel.services().history.ofPerson(ben.id.value, true)))
        for (const QString &column : {u"conditions"_s, u"blood_borne_viruses"_s, u"medicines"_s, u"not_said"_s})
            CHECK_FALSE(line.changes.contains(column));
}

TEST_CASE("A save by someone who can't see a field leaves it as it was")
{
    TestHostel hostel;
    const auto ben = someoneWithHealth(hostel);
    signInAs(hostel, u"Rae Relief"_s, Role::Relief);
    auto seen = need(hostel.services().records.one(ben.id));
    CHECK(seen.value.bloodBorneViruses.isEmpty());
    seen.value.telephone = u"07700 900123"_s;
    need(hostel.services().records.amend(seen));
    hostel.reopen();
    const auto kept = need(hostel.services().records.one(ben.id)).value;
    CHECK(kept.telephone == u"07700 900123"_s);
    CHECK(kept.bloodBorneViruses == u"hepatitis C"_s);
    CHECK(kept.notSaid == ben.value.notSaid);
}

TEST_CASE("A field that may be read but not written is refused, and nothing of the save is kept")
{
    TestHostel hostel;
    const auto ben = someoneWithHealth(hostel);
    signInAs(hostel, u"Rae Relief"_s, Role::Relief);
    auto seen = need(hostel.services().records.one(ben.id));
    REQUIRE(seen.value.conditions == u"COPD"_s);
    seen.value.telephone = u"07700 900123"_s;
    seen.value.conditions = u"none"_s;
    CHECK(kindOfError(hostel.services().records.amend(seen)) == ErrorKind::NotPermitted);
    CHECK(need(hostel.services().records.one(ben.id)).value.telephone.isEmpty());
}

TEST_CASE("Nobody but a manager changes roles, and the only manager stays one")
{
    TestHostel hostel;
    signInAs(hostel, u"Sam Shift"_s, Role::SupportWorker);
    Records &records = hostel.services().records;
    for (Kept<Staff> member : need(records.all<Staff>())) {
        member.value.role = member.value.name == u"Sam Shift"_s ? Role::Manager : Role::Volunteer;
        CHECK(kindOfError(records.amend(member)) == ErrorKind::NotPermitted);
    }
    CHECK(kindOfError(records.add(Staff{.name = u"Friend"_s, .role = Role::Manager})) == ErrorKind::NotPermitted);
    auto house = need(records.all<House>()).first();
    house.value.doors = u"code 1234"_s;
    CHECK(kindOfError(records.amend(house)) == ErrorKind::NotPermitted);

    hostel.reopen();
    Records &asManager = hostel.services().records;
    auto priya = need(asManager.one(Id<Staff>{1}));
    priya.value.role = Role::Keyworker;
    CHECK(kindOfError(asManager.amend(priya)) == ErrorKind::Invalid);
    priya.value.role = Role::Manager;
    priya.value.leftOn = QDate(2026, 9, 14);
    CHECK(kindOfError(asManager.amend(priya)) == ErrorKind::Invalid);
    CHECK(kindOfError(asManager.withdraw(recordType<Staff>(), 1, priya.version, u"a slip of mine"_s)) == ErrorKind::NotAllowedNow);
    priya.value.leftOn = QDate(2027, 1, 1);
    CHECK(kindOfError(asManager.amend(priya)) == ErrorKind::Invalid);
    const auto second = need(asManager.add(Staff{.name = u"Second Manager"_s, .role = Role::Manager}));
    CHECK(kindOfError(asManager.amend(priya)) == ErrorKind::Invalid); // who can't sign in yet
    need(hostel.services().accounts.give(second, u"glacier-mitten-oboe-47"_s));
    need(asManager.amend(priya));
}

TEST_CASE("What was shared with whom is read by those who may share, in lists, history and search alike")
{
    TestHostel hostel;
    const auto ben = someoneWithHealth(hostel);
    const auto agency = anAgency(hostel);
    need(hostel.services().agreements.record(agreement(ben.id, agency.id), {Category::Identity}));
    need(hostel.services().records.add(
        Referral{{}, ben.id, agency.id, u"legulcer needs dressing"_s, u"identity"_s, ReferralState::Sent, {}, {}}));
    CHECK(need(hostel.services().finding.find(u"legulcer"_s)).size() == 1);
    for (const Role role : {Role::Volunteer, Role::PeerSupporter, Role::Relief}) {
        INFO(int(role));
        hostel.reopen();
        signInAs(hostel, u"Una Door "_s + QString::number(int(role)), role);
        Records &records = hostel.services().records;
        CHECK(need(hostel.services().finding.find(u"legulcer"_s)).isEmpty());
        for (const RecordType *type : std::initializer_list<const RecordType *>{
                 &recordType<Referral>(), &recordType<Disclosure>(), &recordType<SharingAgreement>(), &recordType<AgreementCategory>()})
            CHECK(kindOfError(records.list(*type)) == ErrorKind::NotPermitted);
        for (const HistoryLine &line : need(HistoryReader(records).ofPerson(ben.id.value, true)))
            CHECK_FALSE((line.kind == u"referral" || line.kind == u"sharing_agreement" || line.kind == u"agreement_category"));
    }
}

TEST_CASE("A volunteer sees neither alerts nor how a plan stands nor who lacks a stage")
{
    TestHostel hostel;
    const auto ben = someoneWithHealth(hostel);
    need(hostel.services().records.add(Alert{ben.id, {u"health"_s}, u"oxygen in the room"_s, {u"urgent"_s}, QDate(2026, 9, 1), {}}));
    need(hostel.services().plans.saveArea(ben.id, CarePlanArea{}));
    need(hostel.services().plans.issue(ben.id));
    CHECK(need(hostel.services().people.line(ben.id)).alerts.size() == 1);
    signInAs(hostel, u"Una Door"_s, Role::Volunteer);
    const auto line = need(hostel.services().people.line(ben.id));
    CHECK(line.alerts.isEmpty());
    CHECK(line.plan.issuedVersion == 0);
    for (const WatchItem &item : need(hostel.services().attention.today()))
        CHECK(item.code() == u"no_keyworker"_s);
}

TEST_CASE("A save keeps blank what was not asked, whoever saves it and whatever is hidden from them")
{
    TestHostel hostel;
    Sample sample = aSample();
    sample.where = u"left hand"_s;
    const Session &session = hostel.services().records.session();
    const Row kept = need(keptPart(emptyRow(sampleType()), sampleType().toRow(sample), session));
    CHECK(kept.text(u"where_hurt"_s).isEmpty());
    sample.hurt = true;
    CHECK(need(keptPart(emptyRow(sampleType()), sampleType().toRow(sample), session)).text(u"where_hurt"_s) == u"left hand"_s);
}

} // namespace keywork::test::visibility_test
