// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/offers.h"
#include "core/services/records/records.h"
#include "tests/support/services.h"

namespace keywork::test::offers_test {

using namespace Qt::StringLiterals;

namespace {

QStringList namesOf(const Result<QList<KeptRow>> &rows)
{
    REQUIRE(bool(rows));
    QStringList names;
    for (const KeptRow &row : *rows)
        names.append(row.row.type == &recordType<Person>() ? row.row.text(u"given_name"_s) : row.row.text(u"name"_s));
    return names;
}

Kept<Room> aRoom(TestHostel &hostel, const QString &name, bool outOfUse = false)
{
    Room room;
    room.name = name;
    room.outOfUse = outOfUse;
    return need(hostel.services().records.add(room));
}

} // namespace

TEST_CASE("A room is offered when it is free and in use, and to whoever has it already")
{
    TestHostel hostel;
    const auto seven = aRoom(hostel, u"7"_s);
    aRoom(hostel, u"8"_s);
    const auto broken = aRoom(hostel, u"9"_s, true);
    aPerson().arrived(QDate(2026, 8, 3), seven.id).in(hostel);
    const Offers &offers = hostel.services().offers;
    CHECK(namesOf(offers.offered(recordType<Room>())) == QStringList{u"8"_s});
    CHECK(namesOf(offers.offered(recordType<Room>(), seven.id.value)) == QStringList{u"7"_s, u"8"_s});
    CHECK(namesOf(offers.offered(recordType<Room>(), broken.id.value)) == QStringList{u"8"_s, u"9"_s});
}

TEST_CASE("Who has left the team is not offered any more")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto gone = need(records.add(Staff{.name = u"Gina Gone"_s, .leftOn = QDate(2026, 9, 1)}));
    need(records.add(Staff{.name = u"Tom Tomorrow"_s, .leftOn = QDate(2026, 9, 15)}));
    const Offers &offers = hostel.services().offers;
    CHECK(namesOf(offers.offered(recordType<Staff>())) == QStringList{kManager, u"Tom Tomorrow"_s});
    CHECK(namesOf(offers.offered(recordType<Staff>(), gone.id.value)).contains(u"Gina Gone"_s));
}

TEST_CASE("Of the residents, those who are here are offered")
{
    TestHostel hostel;
    aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    aPerson().called(u"Expected"_s, u"Emma"_s).in(hostel);
    CHECK(namesOf(hostel.services().offers.offered(recordType<Person>())) == QStringList{u"Ben"_s});
}

TEST_CASE("An agency is found by the beginning of any word of its name, and no sign of SQL is more than a sign")
{
    TestHostel hostel;
    anAgency(hostel, u"Kingston Chest Clinic"_s);
    anAgency(hostel, u"Wellbeing drug service"_s);
    anAgency(hostel, u"100% Housing_Aid"_s);
    const auto found = [&](const QString &typed) { return namesOf(hostel.services().offers.matching(recordType<Agency>(), typed, 20)); };
    CHECK(found(u"chest"_s) == QStringList{u"Kingston Chest Clinic"_s});
    CHECK(found(u"cli KING"_s) == QStringList{u"Kingston Chest Clinic"_s});
    CHECK(found(u"hest"_s).isEmpty());
    CHECK(found(u"100%"_s) == QStringList{u"100% Housing_Aid"_s});
    CHECK(found(u"%"_s).isEmpty());
    CHECK(found(u"housing_"_s) == QStringList{u"100% Housing_Aid"_s});
    CHECK(found(u"kingston_"_s).isEmpty());
    CHECK(found(u"' OR 1=1 --"_s).isEmpty());
    CHECK(namesOf(hostel.services().offers.matching(recordType<Agency>(), u""_s, 2)).size() == 2);
}

} // namespace keywork::test::offers_test
