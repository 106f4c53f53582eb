// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/services/care/care_plans.h"
#include "core/services/house/attention.h"
#include "core/services/house/watch/watch_rule.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "tests/support/services.h"

namespace keywork::test::people_test {

using namespace Qt::StringLiterals;

TEST_CASE("Near matches are offered before someone is taken in twice")
{
    TestHostel hostel;
    const auto ben = aPerson().born(u"1981-02-03"_s).in(hostel);
    aPerson().called(u"Marek"_s, u"Zielinski"_s).in(hostel);
    need(hostel.services().records.add(PersonName{ben.id, {u"street_name"_s}, u"Scouse"_s}));
    const auto names = [&](const QString &given, const QString &family, const QString &born = {}) {
        QStringList found;
        for (const NearMatch &match : need(hostel.services().people.nearMatches(given, family, born)))
            found.append(match.person.value.displayName());
        return found;
    };
    CHECK(names(u"Ben"_s, u"Baker"_s) == QStringList{u"Ben Barker"_s});
    CHECK(names(u"BEN"_s, u"bárker"_s) == QStringList{u"Ben Barker"_s});
    CHECK(names(u"Benn"_s, u""_s, u"1981-02-03"_s) == QStringList{u"Ben Barker"_s});
    CHECK(names(u"Scouse"_s, u""_s) == QStringList{u"Ben Barker"_s});
    CHECK(names(u"Mareck"_s, u"Zelinski"_s) == QStringList{u"Marek Zielinski"_s});
    CHECK(names(u"Aisha"_s, u"Jones"_s).isEmpty());
}

TEST_CASE("One person has one room, and a room one person")
{
    TestHostel hostel;
    const auto room = need(hostel.services().records.add(Room{u"7"_s, {}, {}, false, false, {}}));
    const auto ben = aPerson().arrived(QDate(2026, 8, 3), room.id).in(hostel);
    const auto second
        = hostel.services().people.takeIn(aPerson().called(u"Lena"_s, u"Fox"_s).person, aPerson().arrived(QDate(2026, 9, 1), room.id).stay);
    REQUIRE_FALSE(bool(second));
    CHECK(second.error().violations.first() == Violation{u"stay.room_id"_s, Rule::RoomTaken, {}});
    Stay again = aPerson().arrived(QDate(2026, 9, 1)).stay;
    again.personId = ben.id;
    CHECK(kindOfError(hostel.services().people.saveStay({}, again)) == ErrorKind::Invalid);
    CHECK(need(hostel.services().people.freeRooms()).isEmpty());
    const auto lena = aPerson().called(u"Lena"_s, u"Fox"_s).in(hostel);
    auto waiting = *need(hostel.services().people.line(lena.id)).stay;
    waiting.value.arrivedOn = QDate(2026, 9, 1);
    waiting.value.roomId = room.id;
    CHECK(kindOfError(hostel.services().records.amend(waiting)) == ErrorKind::Invalid); // the generic form's way

    auto stay = *need(hostel.services().people.line(ben.id)).stay;
    stay.value.leftOn = QDate(2026, 9, 10);
    stay.value.destination = {u"friends"_s};
    need(hostel.services().people.saveStay(stay, stay.value));
    CHECK(need(hostel.services().people.freeRooms()).size() == 1);
    CHECK(need(hostel.services().people.groupSizes()) == std::array{0, 0, 1, 1});
}

TEST_CASE("Who is taken in at night comes with stay, alert and contact in one commit, or not at all")
{
    TestHostel hostel;
    signInAs(hostel, u"Marlon Otis"_s, Role::SupportWorker);
    Records &records = hostel.services().records;
    const auto tonight = aPerson().arrived(QDate(2026, 9, 14));
    Alert alert;
    alert.kind = {u"medicine"_s};
    alert.text = u"methadone 60 mg, last dose not known"_s;
    alert.fromOn = QDate(2026, 9, 14);
    Contact sister;
    sister.name = u"Zelda Quist"_s;
    sister.nextOfKin = true;
    const auto counted = [&](const QString &table) { return valueOf(records.database(), u"SELECT count(*) FROM "_s + table)->toInt(); };
    const auto refused = hostel.services().people.takeIn(tonight.person, tonight.stay, {toRow(alert), toRow(sister)});
    REQUIRE_FALSE(bool(refused));
    CHECK(refused.error().violations == Violations{{u"alert.priority"_s, Rule::Required, {}}});
    for (const QString &table : {u"person"_s, u"stay"_s, u"alert"_s, u"contact"_s})
        CHECK(counted(table) == 0);
    alert.priority = {u"urgent"_s};
    const auto ben = need(hostel.services().people.takeIn(tonight.person, tonight.stay, {toRow(alert), toRow(sister)}));
    CHECK(need(hostel.services().people.line(ben.id)).alerts.first().text == alert.text);
    CHECK(valueOf(records.database(), u"SELECT person_id FROM contact"_s)->toLongLong() == ben.id.value);
    // A support worker writes down whom to ring, and reads nothing of the family.
    CHECK(kindOfError(records.all<Contact>()) == ErrorKind::NotPermitted);
    CHECK(kindOfError(records.one(Id<Contact>{1})) == ErrorKind::NotPermitted);
    hostel.reopen();
    CHECK(need(hostel.services().records.all<Contact>()).first().value.name == u"Zelda Quist");
}

TEST_CASE("What may not be added takes the whole arrival back")
{
    TestHostel hostel;
    signInAs(hostel, u"Una Door"_s, Role::Volunteer);
    Contact sister;
    sister.name = u"Zelda Quist"_s;
    const auto tonight = aPerson().arrived(QDate(2026, 9, 14));
    CHECK(kindOfError(hostel.services().people.takeIn(tonight.person, tonight.stay, {toRow(sister)})) == ErrorKind::NotPermitted);
    CHECK(valueOf(hostel.services().records.database(), u"SELECT count(*) FROM person"_s)->toInt() == 0);
}

TEST_CASE("Today lists the facts that need someone")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto watches = [&] {
        QStringList list;
        for (const WatchItem &item : need(hostel.services().attention.today()))
            list.append(item.code());
        return list;
    };
    CHECK(watches() == QStringList{u"no_keyworker"_s, u"no_plan"_s, u"no_stage"_s, u"no_keywork"_s});
    auto assigned = ben;
    assigned.value.keyworkerId = {1};
    need(hostel.services().records.amend(assigned));
    need(hostel.services().plans.startDraft(ben.id));
    need(hostel.services().plans.issue(ben.id));
    CHECK(watches() == QStringList{u"plan_not_signed"_s, u"no_stage"_s, u"no_keywork"_s});
    hostel.clock.set(QDateTime(QDate(2026, 12, 1), QTime(9, 0), Qt::UTC));
    CHECK(watches()
        == QStringList{u"not_seen"_s, u"plan_review_overdue"_s, u"plan_not_signed"_s, u"no_stage"_s, u"no_keywork"_s, u"awareness_day"_s});
}

} // namespace keywork::test::people_test
