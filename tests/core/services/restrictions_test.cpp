// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/restriction.h"
#include "core/domain/room.h"
#include "core/services/keeping/restrictions.h"
#include "core/services/records/finding.h"
#include "core/services/records/history_reader.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/trust.h"

namespace keywork::test::restrictions_test {

using namespace Qt::StringLiterals;

namespace {

Room roomCalled(const QString &name)
{
    Room room;
    room.name = name;
    return room;
}

} // namespace

TEST_CASE("A restricted record shows name and room only, opens at once with a reason, and a manager is told")
{
    TestHostel hostel;
    const auto room = need(hostel.services().records.add(roomCalled(u"7"_s)));
    auto builder = aPerson().arrived(QDate(2026, 9, 1), room.id);
    builder.person.conditions = u"epilepsy"_s;
    builder.person.nhsNumber = u"943 476 5919"_s;
    const auto ben = builder.in(hostel);
    need(hostel.services().records.add(Contact{ben.id, u"Rose Barker"_s, {u"sibling"_s}, u"07700 900124"_s, {}, true, {}, {}}));
    const auto nell = makeMember(hostel, u"Nell Need"_s, Role::SupportWorker);
    need(hostel.services().records.add(Restriction{ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    need(hostel.services().records.add(NeedToKnow{ben.id, nell.id, {}}));
    CHECK(need(hostel.services().records.one(ben.id)).value.conditions == u"epilepsy"); // who set it needs to know
    makeMember(hostel, u"Tomi Okoro"_s, Role::Keyworker);

    signInWith(hostel, u"Tomi Okoro"_s, kTheirs);
    Services &closed = hostel.services();
    CHECK(closed.restrictions.isClosed(ben.id));
    const Person seen = need(closed.records.one(ben.id)).value;
    CHECK(seen.givenName == u"Ben");
    CHECK(seen.conditions.isEmpty());
    CHECK(seen.nhsNumber.isEmpty());
    CHECK(need(closed.records.of<Contact>("person_id", ben.id)).isEmpty());
    CHECK(kindOfError(HistoryReader(closed.records).ofPerson(ben.id.value, false)) == ErrorKind::NeedToKnow);
    CHECK(need(closed.finding.find(u"Rose"_s)).isEmpty());
    CHECK(need(closed.finding.find(u"epilepsy"_s)).isEmpty());
    CHECK(need(closed.finding.find(u"Barker"_s)).size() == 1);
    CHECK(need(closed.finding.find(u"943"_s)).isEmpty()); // a number would tell whose it is
    CHECK(need(closed.finding.find(u"9434765919"_s)).isEmpty());
    const auto line = need(closed.people.line(ben.id));
    CHECK(line.isClosed);
    CHECK(line.room == u"7");
    CHECK(kindOfError(closed.records.amend(need(closed.records.one(ben.id)))) == ErrorKind::NeedToKnow);
    CHECK(kindOfError(closed.records.add(Alert{ben.id, {u"from_others"_s}, u"x"_s, {u"know"_s}, QDate(2026, 9, 1), {}}))
        == ErrorKind::NeedToKnow);
    CHECK(kindOfError(closed.restrictions.openWithReason(ben.id, u"  "_s)) == ErrorKind::Invalid);
    CHECK(closed.restrictions.isClosed(ben.id));
    need(closed.restrictions.openWithReason(ben.id, u"found unwell, ambulance called"_s));
    CHECK(need(closed.records.one(ben.id)).value.conditions == u"epilepsy");
    CHECK(need(closed.records.of<Contact>("person_id", ben.id)).size() == 1);
    CHECK(need(closed.restrictions.toReview()).isEmpty()); // theirs to answer for, not to review

    signInWith(hostel, u"Tomi Okoro"_s, kTheirs);
    CHECK(hostel.services().restrictions.isClosed(ben.id)); // until the end of that session
    signInWith(hostel, u"Nell Need"_s, kTheirs);
    CHECK_FALSE(hostel.services().restrictions.isClosed(ben.id));
    signInWith(hostel, kManager, kPassword);
    const auto openings = need(hostel.services().restrictions.toReview());
    REQUIRE(openings.size() == 1);
    CHECK(openings.first().value.reason == u"found unwell, ambulance called");
    need(hostel.services().restrictions.review(openings.first().id, u"right to do so"_s));
    CHECK(need(hostel.services().restrictions.toReview()).isEmpty());
}

TEST_CASE("A resident is found by name also when many newer entries hold the same word")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto grace = aPerson().called(u"Grace"_s, u"Adeyemi"_s).in(hostel);
    for (int i = 0; i < 30; ++i)
        need(hostel.services().records.add(
            Alert{grace.id, {u"other"_s}, u"benefits, seen with Ben %1"_s.arg(i), {u"know"_s}, QDate(2026, 9, 1), {}}));
    const auto found = need(hostel.services().finding.find(u"ben"_s, 12));
    REQUIRE(found.size() == 12);
    CHECK(found.first().isName);
    CHECK(found.first().person == ben.id.value);
}

TEST_CASE("A manager sees every restriction that holds today, and who needs to know")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(hostel);
    const auto grace = aPerson().called(u"Grace"_s, u"Adeyemi"_s).in(hostel);
    const auto kim = makeMember(hostel, u"Kim Keyworker"_s, Role::Keyworker);
    Services &services = hostel.services();
    CHECK(need(services.restrictions.standing()).isEmpty());
    need(services.records.add(Restriction{grace.id, u"over since August"_s, QDate(2026, 6, 1), QDate(2026, 8, 1)}));
    need(services.records.add(Restriction{ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    need(services.records.add(NeedToKnow{ben.id, kim.id, u"their keyworker soon"_s}));
    const auto standing = need(services.restrictions.standing());
    REQUIRE(standing.size() == 1);
    CHECK(standing.first().restriction.value.why == u"a colleague's brother");
    CHECK(standing.first().resident == ben.value.displayName() + u" · "_s + ben.value.number);
    CHECK(standing.first().knownTo == QStringList{u"Kim Keyworker"_s});
    signInWith(hostel, u"Kim Keyworker"_s, kTheirs);
    CHECK(kindOfError(hostel.services().restrictions.standing()) == ErrorKind::NotPermitted);
}

} // namespace keywork::test::restrictions_test
