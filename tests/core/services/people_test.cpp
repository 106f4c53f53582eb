// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/services/care/care_plans.h"
#include "core/services/house/attention.h"
#include "core/services/house/watch/watch_rule.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "tests/support/services.h"

using namespace keywork;
using namespace keywork::test;
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
    CHECK(watches() == QStringList{u"no_keyworker"_s, u"no_plan"_s, u"no_stage"_s});
    auto assigned = ben;
    assigned.value.keyworkerId = {1};
    need(hostel.services().records.amend(assigned));
    need(hostel.services().plans.startDraft(ben.id));
    need(hostel.services().plans.issue(ben.id));
    CHECK(watches() == QStringList{u"plan_not_signed"_s, u"no_stage"_s});
    hostel.clock.set(QDateTime(QDate(2026, 12, 1), QTime(9, 0), Qt::UTC));
    CHECK(watches() == QStringList{u"plan_review_overdue"_s, u"plan_not_signed"_s, u"no_stage"_s});
}
