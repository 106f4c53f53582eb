// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "core/services/care/care_plans.h"
#include "core/services/records/earlier_versions.h"
#include "core/services/records/finding.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/records/undo.h"
#include "core/services/services.h"
#include "core/services/sharing/agreements.h"
#include "tests/support/trust.h"

namespace keywork::test::earlier_versions_test {

using namespace Qt::StringLiterals;

TEST_CASE("The last save can be undone and brought back, and any earlier version of a record returns as a new one")
{
    TestHostel hostel;
    Services &services = hostel.services();
    const auto ben = aPerson().in(hostel);
    auto edited = need(services.records.one(ben.id));
    edited.value.conditions = u"asthma"_s;
    edited = need(services.records.amend(edited));
    edited.value.conditions = u"asthma, epilepsy"_s;
    need(services.records.amend(edited));
    REQUIRE(services.undo.isPossible());
    need(services.undo.last(u"undone"_s));
    CHECK(need(services.records.one(ben.id)).value.conditions == u"asthma");
    need(services.undo.last(u"undone"_s));
    CHECK(need(services.records.one(ben.id)).value.conditions == u"asthma, epilepsy");
    const auto versions = need(services.earlierVersions.of(recordType<Person>(), ben.id.value));
    REQUIRE(versions.size() == 5);
    CHECK(versions.first().isPresent);
    CHECK(versions.last().row.row.text(u"conditions"_s).isEmpty());
    need(services.earlierVersions.bringBack(recordType<Person>(), ben.id.value, versions.last().entry.sequence));
    CHECK(need(services.records.one(ben.id)).value.conditions.isEmpty());
    CHECK(verified(hostel).findings.isEmpty());
    // A new resident is two records in one commit: both go, and both come back.
    const auto grace = aPerson().called(u"Grace"_s, u"Adeyemi"_s).in(hostel);
    need(services.undo.last(u"undone"_s));
    CHECK(need(services.people.residents(ResidentGroup::Expected)).size() == 1);
    CHECK(need(services.finding.find(u"Grace"_s)).isEmpty());
    need(services.undo.last(u"undone"_s));
    CHECK(need(services.finding.find(u"Grace"_s)).size() == 1);
    CHECK(need(services.people.line(grace.id)).stay.has_value());
    // What has left or gives somebody a way in is not undone with a key.
    need(services.records.add(Staff{.name = u"Una"_s}));
    CHECK_FALSE(services.undo.isPossible());
    // Changed by a colleague since: nothing is overwritten.
    auto again = need(services.records.one(ben.id));
    again.value.conditions = u"one"_s;
    need(services.records.amend(again));
    tamper(hostel, u"UPDATE person SET conditions = 'a colleague', version = version + 1 WHERE id = %1"_s.arg(ben.id.value));
    CHECK(kindOfError(services.undo.last(u"undone"_s)) == ErrorKind::Conflict);
}

TEST_CASE("What the resident took back and what was issued is not brought back")
{
    TestHostel hostel;
    Services &services = hostel.services();
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(hostel);
    const auto agency = anAgency(hostel);
    const auto given = need(services.agreements.record(agreement(ben.id, agency.id), {Category::Identity}));
    need(services.agreements.withdraw(given, u"changed my mind"_s));
    CHECK_FALSE(services.undo.isPossible());
    const auto versions = need(services.earlierVersions.of(recordType<SharingAgreement>(), given.id.value));
    REQUIRE(versions.size() == 2);
    CHECK(kindOfError(services.earlierVersions.bringBack(recordType<SharingAgreement>(), given.id.value, versions.last().entry.sequence))
        == ErrorKind::NotAllowedNow);
    CHECK(need(services.agreements.scope(ben.id, agency.id, QDate(2026, 9, 14))).categories.empty());

    CarePlanArea area;
    area.ownWords = u"first words"_s;
    need(services.plans.saveArea(ben.id, area));
    area.ownWords = u"second words"_s;
    need(services.plans.saveArea(ben.id, area));
    need(services.plans.issue(ben.id));
    const auto stored = need(services.records.of<CarePlanArea>("person_id", ben.id));
    REQUIRE(stored.size() == 1);
    const auto areas = need(services.earlierVersions.of(recordType<CarePlanArea>(), stored.first().id.value));
    REQUIRE(areas.size() == 2);
    CHECK(kindOfError(services.earlierVersions.bringBack(recordType<CarePlanArea>(), stored.first().id.value, areas.last().entry.sequence))
        == ErrorKind::NotAllowedNow);
    CHECK(kindOfError(
              services.records.withdraw(recordType<CarePlanArea>(), stored.first().id.value, stored.first().version, u"a slip of mine"_s))
        == ErrorKind::NotAllowedNow);
    CHECK(need(services.records.one(stored.first().id)).value.ownWords == u"second words");
}

} // namespace keywork::test::earlier_versions_test
