// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/accounts.h"
#include "core/services/records/drafts.h"
#include "core/services/records/finding.h"
#include "core/services/records/history_reader.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "tests/support/services.h"

#include <QJsonArray>

namespace keywork::test::records_test {

using namespace Qt::StringLiterals;

TEST_CASE("A new resident gets a number, a history row and words to be found by, and is there after reopening")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    CHECK(ben.value.number == u"P-0001"_s);
    const auto grace = aPerson().called(u"Grace"_s, u"Oduya"_s).in(hostel);
    CHECK(grace.value.number == u"P-0002"_s);
    hostel.reopen();
    const auto found = need(hostel.services().finding.find(u"bark"_s));
    REQUIRE(found.size() == 1);
    CHECK(found.first().title == u"Ben Barker"_s);
    const auto line = need(hostel.services().people.line(ben.id));
    CHECK(line.stay->value.arrivedOn == QDate(2026, 8, 3));
    const auto history = need(hostel.services().history.ofPerson(ben.id.value, true));
    REQUIRE(history.size() == 2);
    CHECK(history.last().by == kManager);
    CHECK(history.last().changes[u"given_name"_s].toArray().at(1).toString() == u"Ben"_s);
}

TEST_CASE("An invalid record keeps nothing and uses no number")
{
    TestHostel hostel;
    const int before = historyRows(hostel);
    Person nobody;
    Stay stay;
    stay.referredOn = QDate(2027, 1, 1);
    const auto refused = hostel.services().people.takeIn(nobody, stay);
    REQUIRE_FALSE(bool(refused));
    QStringList columns;
    for (const Violation &violation : refused.error().violations)
        columns.append(violation.column);
    CHECK(columns == QStringList{u"given_name"_s, u"stay.referred_on"_s});
    CHECK(historyRows(hostel) == before);
    CHECK(aPerson().in(hostel).value.number == u"P-0001"_s);
}

TEST_CASE("Saving over a newer version is a conflict and overwrites nothing")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    auto mine = ben;
    auto theirs = ben;
    theirs.value.telephone = u"07700 900001"_s;
    need(hostel.services().records.amend(theirs));
    mine.value.telephone = u"07700 900002"_s;
    CHECK(kindOfError(hostel.services().records.amend(mine)) == ErrorKind::Conflict);
    CHECK(need(hostel.services().records.one(ben.id)).value.telephone == u"07700 900001"_s);
}

TEST_CASE("Saving without a change costs no commit")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const int before = historyRows(hostel);
    CHECK(need(hostel.services().records.amend(ben)).version == ben.version);
    CHECK(historyRows(hostel) == before);
}

TEST_CASE("An entry made in error stays in the history and is found no more")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto alert
        = need(hostel.services().records.add(Alert{ben.id, {u"other"_s}, u"Zebra crossing"_s, {u"know"_s}, QDate(2026, 9, 1), {}}));
    CHECK(need(hostel.services().finding.find(u"zebra"_s)).size() == 1);
    CHECK(
        kindOfError(hostel.services().records.withdraw(recordType<Alert>(), alert.id.value, alert.version, u"  "_s)) == ErrorKind::Invalid);
    const Done letter = hostel.services().records.withdraw(recordType<Alert>(), alert.id.value, alert.version, u"x"_s);
    REQUIRE_FALSE(letter);
    CHECK(letter.error().violations == Violations{{u"reason"_s, Rule::SaysTooLittle, {}}});
    need(hostel.services().records.withdraw(recordType<Alert>(), alert.id.value, alert.version, u"wrong person"_s));
    CHECK(need(hostel.services().finding.find(u"zebra"_s)).isEmpty());
    CHECK(need(hostel.services().records.all<Alert>()).isEmpty());
    const auto lines = need(hostel.services().history.ofRecord(recordType<Alert>(), alert.id.value));
    CHECK(lines.first().action == u"withdrawn"_s);
    CHECK(lines.first().changes[u"reason"_s].toString() == u"wrong person"_s);
}

TEST_CASE("A volunteer finds a resident by name, but nothing by a health word; a keyworker does")
{
    TestHostel hostel;
    auto builder = aPerson();
    builder.person.conditions = u"COPDcanary since 2021"_s;
    builder.in(hostel);
    const auto found = [&](const QString &typed) { return need(hostel.services().finding.find(typed)).size(); };
    CHECK(found(u"copdcanary"_s) == 1);
    const auto volunteer = need(hostel.services().records.add(Staff{u"Una Door"_s, Role::Volunteer, {}, {}, {}}));
    need(hostel.hostel->services().accounts.give(volunteer, u"correct-horse-staple"_s));
    hostel.hostel.reset();
    auto opened = hostel.file->signIn(u"Una Door"_s, u"correct-horse-staple"_s);
    hostel.hostel = std::move(need(opened));
    CHECK(found(u"barker"_s) == 1);
    CHECK(found(u"copdcanary"_s) == 0);
    CHECK(kindOfError(hostel.services().records.list(recordType<CarePlan>())) == ErrorKind::NotPermitted);
    CHECK(kindOfError(hostel.services().records.add(Room{u"9"_s, {}, {}, false, false, {}})) == ErrorKind::NotPermitted);
}

TEST_CASE("A draft is offered back to the one who typed it, after reopening too")
{
    TestHostel hostel;
    need(hostel.services().drafts.keep({u"person"_s, 1, 1}, {{u"given_name"_s, u"Be"_s}}));
    hostel.reopen();
    CHECK(hostel.services().drafts.at({u"person"_s, 1, 1})[u"given_name"_s].toString() == u"Be"_s);
    CHECK(hostel.services().drafts.at({u"person"_s, 2, 2}).isEmpty());
    need(hostel.services().drafts.discard({u"person"_s, 1, 1}));
    CHECK(hostel.services().drafts.at({u"person"_s, 1, 1}).isEmpty());
}

TEST_CASE("Roles that may not see something don't get it")
{
    for (const Role role : {Role::Volunteer, Role::PeerSupporter, Role::Auditor}) {
        CHECK_FALSE(may(role, Act::Read, Category::SubstanceUse));
        CHECK_FALSE(may(role, Act::Write, Category::Identity));
        CHECK_FALSE(may(role, Act::Share, Category::Identity));
    }
    for (const Category category : allOf<Category>()) {
        CHECK_FALSE(may(Role::Auditor, Act::Read, category));
        CHECK(may(Role::Auditor, Act::ReadHistory, category));
        CHECK(may(Role::Manager, Act::Manage, category));
        CHECK_FALSE(may(Role::Keyworker, Act::Manage, category));
    }
}

TEST_CASE("The chain of the history covers every row")
{
    TestHostel hostel;
    aPerson().in(hostel);
    const auto rows = valueOf(hostel.services().records.database(),
        u"SELECT count(*) FROM history WHERE length(mac) = 64 AND length(commitment) = 64 AND length(salt) = 32"_s);
    CHECK(rows->toInt() == historyRows(hostel));
    CHECK(valueOf(hostel.services().records.database(), u"SELECT count(DISTINCT mac) FROM history"_s)->toInt() == historyRows(hostel));
}

} // namespace keywork::test::records_test
