// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/domain/nights_away.h"
#include "core/domain/restriction.h"
#include "core/services/house/occupancy.h"
#include "core/services/records/records.h"
#include "core/services/records/undo.h"
#include "core/storage/database.h"
#include "core/storage/history.h"
#include "core/storage/migrator.h"
#include "tests/support/services.h"
#include "tests/support/table_columns.h"

#include <QJsonArray>
#include <algorithm>
#include <random>

namespace keywork::test::rooms_test {

using namespace Qt::StringLiterals;

namespace {

QDate inSeptember(int day) { return {2026, 9, day}; }

struct House {
    TestHostel hostel;
    QList<Kept<Room>> rooms;
    Kept<Person> ben;

    explicit House(int beds = 3)
    {
        for (int i = 1; i <= beds; ++i)
            rooms.append(need(records().add(Room{.name = QString::number(i), .openedOn = QDate(2026, 1, 1)})));
        ben = aPerson().arrived(inSeptember(1), rooms.first().id).in(hostel);
    }
    Services &services() { return hostel.services(); }
    Records &records() { return services().records; }
    Kept<Stay> stayOf(Id<Person> person) { return need(records().of<Stay>("person_id", person)).first(); }
    QList<Kept<StayRoom>> earlier() { return need(records().all<StayRoom>({.orderBy = u"from_on"_s})); }
    Violations refused(const Kept<Stay> &stay, Id<Room> room, const std::optional<QDate> &since)
    {
        const auto moved = services().occupancy.move(stay, room, since);
        REQUIRE_FALSE(bool(moved));
        REQUIRE(moved.error().kind == ErrorKind::Invalid);
        return moved.error().violations;
    }
};

/// By hand: each stay and each earlier room, night by night.
NightCount byHand(Records &records, QDate night)
{
    QSet<qint64> had;
    QSet<qint64> away;
    int without = 0;
    for (const Kept<Stay> &stay : need(records.all<Stay>())) {
        if (!stay.value.isHereOn(night))
            continue;
        qint64 room = !stay.value.roomSince || *stay.value.roomSince <= night ? stay.value.roomId.value : 0;
        for (const Kept<StayRoom> &one : need(records.of<StayRoom>("stay_id", stay.id)))
            if (one.value.fromOn <= night && night < one.value.untilOn)
                room = one.value.roomId.value;
        if (room == 0) {
            ++without;
            continue;
        }
        had.insert(room);
        for (const Kept<NightsAway> &one : need(records.of<NightsAway>("person_id", stay.value.personId)))
            if (one.value.fromOn <= night && night < one.value.backOn.value_or(one.value.expectedOn))
                away.insert(room);
    }
    const int beds = int(need(records.all<Room>()).size());
    return {night, beds, int(had.size()), beds - int(had.size()), int(away.size()), without};
}

} // namespace

TEST_CASE("A move keeps the room before, whatever screen it comes from, and undo takes both back")
{
    House house;
    const auto moved = need(house.services().occupancy.move(house.stayOf(house.ben.id), house.rooms.at(1).id, inSeptember(8)));
    REQUIRE(house.earlier().size() == 1);
    CHECK(house.earlier().first().value == StayRoom{house.ben.id, moved.id, house.rooms.first().id, inSeptember(1), inSeptember(8)});
    Kept<Stay> again = moved; // typed in the stay's own form
    again.value.roomId = house.rooms.at(2).id;
    again.value.roomSince = inSeptember(12);
    again = need(house.records().amend(again));
    REQUIRE(house.earlier().size() == 2);
    CHECK(house.earlier().last().value.nights() == Nights{inSeptember(8), inSeptember(12)});
    const auto nights = need(house.services().occupancy.nights(inSeptember(1), inSeptember(14)));
    CHECK(sumOf(nights) == NightSums{3 * 14, 14, 28, 0, 0});
    const RoomStory story = need(house.services().occupancy.story(house.rooms.first().id));
    REQUIRE(story.times.size() == 1);
    CHECK(story.times.first().name == u"Ben Barker"_s);
    CHECK(story.times.first().movedOut);
    const Done undone = house.services().undo.last(u"the wrong room"_s);
    for (const Violation &one : undone ? Violations() : undone.error().violations)
        UNSCOPED_INFO(one.column.toStdString() << ' ' << int(one.rule) << ' ' << one.argument.toStdString());
    REQUIRE(bool(undone));
    CHECK(house.earlier().size() == 1);
    CHECK(house.stayOf(house.ben.id).value.roomId == house.rooms.at(1).id);
}

TEST_CASE("A move into a taken or closed room, into the future, before arrival or into the same room is refused beside its field")
{
    House house(4);
    const auto lena = aPerson().called(u"Lena"_s, u"Fox"_s).arrived(inSeptember(3), house.rooms.at(1).id).in(house.hostel);
    Kept<Room> closed = house.rooms.at(2);
    closed.value.outOfUse = true;
    need(house.records().amend(closed));
    const auto stay = house.stayOf(house.ben.id);
    const auto one = [](const QString &column, Rule rule, const QString &argument = {}) { return Violations{{column, rule, argument}}; };
    CHECK(house.refused(stay, house.rooms.at(1).id, inSeptember(10)) == one(u"room_id"_s, Rule::RoomTaken));
    CHECK(house.refused(stay, house.rooms.at(2).id, inSeptember(10)) == one(u"room_id"_s, Rule::RoomClosed));
    CHECK(house.refused(stay, house.rooms.at(3).id, inSeptember(15)) == one(u"room_since"_s, Rule::InTheFuture));
    CHECK(house.refused(stay, house.rooms.at(3).id, QDate(2026, 8, 31)) == one(u"room_since"_s, Rule::OutsideTheStay));
    CHECK(house.refused(stay, house.rooms.at(0).id, inSeptember(10)) == one(u"room_id"_s, Rule::SameAsBefore));
    CHECK(house.refused(stay, {}, {}) == one(u"room_id"_s, Rule::Required) + one(u"room_since"_s, Rule::Required));
    // Repaired, decorated or not safe: nobody can have it until it is ready; cleaning keeps nobody out.
    const Id<Room> fourth = house.rooms.at(3).id;
    const auto decorated = need(house.records().add(RoomVoid{.roomId = fourth, .fromOn = inSeptember(5), .why = {u"decorating"_s}}));
    CHECK(house.refused(stay, fourth, inSeptember(10)) == one(u"room_id"_s, Rule::RoomClosed));
    Kept<RoomVoid> ready = decorated;
    ready.value.readyOn = inSeptember(9);
    need(house.records().amend(ready));
    const auto broken
        = need(house.records().add(RoomRepair{.roomId = fourth, .what = u"no floor"_s, .closesRoom = true, .reportedOn = inSeptember(9)}));
    CHECK(house.refused(stay, fourth, inSeptember(10)) == one(u"room_id"_s, Rule::RoomClosed));
    Kept<RoomRepair> mended = broken;
    mended.value.doneOn = inSeptember(10);
    need(house.records().amend(mended));
    const auto moved = need(house.services().occupancy.move(stay, fourth, inSeptember(10)));
    CHECK(house.refused(moved, house.rooms.at(0).id, inSeptember(9)) == one(u"room_since"_s, Rule::EndsBeforeStart));
    Q_UNUSED(lena)
}

TEST_CASE("A room that somebody had before they moved is theirs on those nights")
{
    House house;
    need(house.services().occupancy.move(house.stayOf(house.ben.id), house.rooms.at(1).id, inSeptember(8)));
    auto builder = aPerson().called(u"Lena"_s, u"Fox"_s).arrived(inSeptember(6), house.rooms.first().id);
    const auto clash = house.services().people.takeIn(builder.person, builder.stay);
    REQUIRE_FALSE(bool(clash));
    CHECK(clash.error().violations == Violations{{u"stay.room_id"_s, Rule::RoomTaken, u"2026-09-06"_s}});
    builder.arrived(inSeptember(8), house.rooms.first().id);
    need(house.services().people.takeIn(builder.person, builder.stay));
    // The move was later than was said: then she has the room on a night that is hers.
    auto later = house.stayOf(house.ben.id);
    later.value.roomSince = inSeptember(10);
    const auto refused = house.records().amend(later);
    REQUIRE_FALSE(bool(refused));
    CHECK(refused.error().violations == Violations{{u"room_since"_s, Rule::RoomTaken, u"2026-09-08"_s}});
    later.value.roomSince = inSeptember(7);
    need(house.records().amend(later));
    CHECK(house.earlier().first().value.untilOn == inSeptember(7));
}

TEST_CASE("An earlier room that somebody writes down belongs to the stay of its nights, and lies before the present room")
{
    House house;
    StayRoom room{.personId = house.ben.id, .roomId = house.rooms.at(1).id, .fromOn = QDate(2026, 8, 20), .untilOn = QDate(2026, 8, 25)};
    const auto refused = [&] {
        const auto added = house.records().add(room);
        REQUIRE_FALSE(bool(added));
        return added.error().violations;
    };
    CHECK(refused() == Violations{{u"from_on"_s, Rule::OutsideTheStay, {}}}); // not here yet
    room.fromOn = inSeptember(1);
    room.untilOn = inSeptember(5);
    CHECK(refused() == Violations{{u"until_on"_s, Rule::OutsideTheStay, {}}}); // in the present room since the first night
    auto stay = house.stayOf(house.ben.id);
    stay.value.roomSince = inSeptember(5);
    need(house.records().amend(stay));
    CHECK(need(house.records().add(room)).value.stayId == stay.id);
    CHECK(sumOf(need(house.services().occupancy.nights(inSeptember(1), inSeptember(6)))) == NightSums{18, 6, 12, 0, 0});
}

TEST_CASE("The night of a stay that moves after midnight and leaves that day is the first room's")
{
    House house;
    house.hostel.clock.set(QDateTime(QDate(2027, 1, 1), QTime(12, 0), Qt::UTC));
    auto builder = aPerson().called(u"Joe"_s, u"Parry"_s).arrived(QDate(2026, 12, 31), house.rooms.at(1).id);
    builder.stay.arrivedTime = QTime(23, 40);
    const auto joe = builder.in(house.hostel);
    auto stay = need(house.services().occupancy.move(house.stayOf(joe.id), house.rooms.at(2).id, QDate(2027, 1, 1)));
    stay.value.leftOn = QDate(2027, 1, 1);
    stay.value.destination = {u"friends"_s};
    need(house.records().amend(stay));
    const auto nights = need(house.services().occupancy.nights(QDate(2026, 12, 30), QDate(2027, 1, 1)));
    CHECK(nights
        == QList<NightCount>{
            {QDate(2026, 12, 30), 3, 1, 2, 0, 0}, {QDate(2026, 12, 31), 3, 2, 1, 0, 0}, {QDate(2027, 1, 1), 3, 1, 2, 0, 0}});
    const auto input = need(readOccupancy(house.records(), QDate(2026, 12, 31), QDate(2026, 12, 31)));
    CHECK(emptyNightsOf(house.rooms.at(1).id.value, input, QDate(2026, 12, 31), QDate(2026, 12, 31)).isEmpty());
    CHECK(emptyNightsOf(house.rooms.at(2).id.value, input, QDate(2026, 12, 31), QDate(2026, 12, 31)).size() == 1);
}

TEST_CASE("Whatever stays, moves and times away are entered, the count of any day is the one by hand")
{
    for (const quint32 seed : {1U, 2U}) {
        House house(5);
        std::mt19937 random(seed);
        const auto below = [&](int most) { return int(random() % quint32(most)); };
        const QDate first(2026, 7, 1);
        for (int i = 0; i < 40; ++i) {
            const QDate day = first.addDays(below(70));
            auto builder = aPerson().called(u"Guest"_s, QString::number(i)).arrived(day, house.rooms.at(below(5)).id);
            builder.stay.referredOn = QDate(2026, 6, 1);
            auto taken = house.services().people.takeIn(builder.person, builder.stay);
            if (!taken)
                continue;
            Kept<Stay> stay = house.stayOf(taken->id);
            for (int move = below(3); move > 0; --move)
                if (auto moved = house.services().occupancy.move(
                        stay, house.rooms.at(below(5)).id, day.addDays(below(int(day.daysTo(inSeptember(14))) + 1))))
                    stay = *moved;
            if (below(3) > 0) {
                stay.value.leftOn = std::max(stay.value.roomSince.value_or(day), day).addDays(below(6));
                stay.value.destination = {u"friends"_s};
                if (auto left = house.records().amend(stay); !left)
                    CHECK(left.error().violations.first().rule == Rule::InTheFuture);
            }
            if (below(3) == 0) {
                NightsAway away;
                away.personId = taken->id;
                away.fromOn = day.addDays(below(5));
                away.expectedOn = away.fromOn.addDays(below(4));
                need(house.records().add(away));
            }
        }
        for (const NightCount &night : need(house.services().occupancy.nights(first, inSeptember(14)))) {
            INFO(seed << ' ' << night.night.toString(Qt::ISODate).toStdString());
            CHECK(night == byHand(house.records(), night.night));
        }
        for (const QDate month : {QDate(2026, 7, 1), QDate(2026, 8, 1)}) {
            const NightSums sums = sumOf(need(house.services().occupancy.nights(month, month.addDays(month.daysInMonth() - 1))));
            CHECK(sums.beds == 5 * month.daysInMonth());
            CHECK(sums.occupied + sums.empty == sums.beds);
        }
    }
}

TEST_CASE("The board says who has which room, why one is empty, and what is free tonight")
{
    House house(6);
    const auto lena = aPerson().called(u"Lena"_s, u"Fox"_s).arrived(inSeptember(2), house.rooms.at(1).id).in(house.hostel);
    NightsAway away;
    away.personId = lena.id;
    away.fromOn = inSeptember(13);
    away.expectedOn = inSeptember(16);
    need(house.records().add(away));
    need(house.records().add(RoomVoid{.roomId = house.rooms.at(2).id, .fromOn = inSeptember(11), .why = {u"cleaning"_s}}));
    need(house.records().add(RoomRepair{.roomId = house.rooms.at(3).id, .what = u"tap"_s, .reportedOn = inSeptember(11)}));
    auto expected = aPerson().called(u"Chris"_s, u"Dunn"_s);
    expected.stay.expectedOn = inSeptember(14);
    expected.stay.roomId = house.rooms.at(4).id;
    const auto chris = expected.in(house.hostel);
    auto old = house.rooms.at(5);
    old.value.givenUpOn = inSeptember(1);
    need(house.records().amend(old));
    const RoomBoard board = need(house.services().occupancy.board());
    REQUIRE(board.rooms.size() == 5);
    CHECK(board.rooms.at(0).who->person.id == house.ben.id);
    CHECK(board.rooms.at(1).away->why == AwayWhy::Nights);
    CHECK(board.rooms.at(2).emptyBecause->value.why.code == u"cleaning"_s);
    CHECK_FALSE(board.rooms.at(2).isFreeTonight);
    CHECK(board.rooms.at(3).isFreeTonight); // a tap keeps nobody out
    CHECK(board.rooms.at(3).repairs.size() == 1);
    CHECK(board.rooms.at(4).expected->person.id == chris.id);
    CHECK_FALSE(board.rooms.at(4).isFreeTonight);
    CHECK(board.tonight == NightCount{inSeptember(14), 5, 2, 3, 1, 0});
    QStringList coming;
    for (const ComingLine &line : need(house.services().occupancy.coming(7)))
        coming.append(u"%1 %2 %3"_s.arg(line.day.day()).arg(int(line.what)).arg(line.name));
    CHECK(coming == QStringList{u"14 0 Chris Dunn"_s, u"16 2 Lena Fox"_s});
}

TEST_CASE("A key that is out can't be given to somebody else, and comes back or is lost by one word")
{
    House house;
    RoomKey key{.number = u"F-12"_s, .roomId = house.rooms.first().id, .personId = house.ben.id, .givenOn = inSeptember(1)};
    auto given = need(house.records().add(key));
    key.personId = {};
    const auto nobody = house.records().add(key);
    REQUIRE_FALSE(bool(nobody));
    CHECK(nobody.error().violations.first() == Violation{u"person_id"_s, Rule::Required, {}});
    key.givenTo = u"the electrician"_s;
    const auto twice = house.records().add(key);
    REQUIRE_FALSE(bool(twice));
    CHECK(twice.error().violations == Violations{{u"number"_s, Rule::KeyIsOut, {}}});
    given.value.lostOn = inSeptember(3);
    given = need(house.records().amend(given));
    need(house.records().add(key));
    given.value.returnedOn = QDate(2026, 8, 30);
    const auto early = house.records().amend(given);
    REQUIRE_FALSE(bool(early));
    CHECK(early.error().violations == Violations{{u"returned_on"_s, Rule::EndsBeforeStart, {}}});
}

TEST_CASE("Of a closed record a room tells that somebody had it, not who")
{
    House house;
    need(house.services().occupancy.move(house.stayOf(house.ben.id), house.rooms.at(1).id, inSeptember(8)));
    need(house.records().add(Restriction{house.ben.id, u"a colleague's brother"_s, inSeptember(1), {}}));
    signInAs(house.hostel, u"Marlon Otis"_s, Role::Manager);
    const RoomStory before = need(house.services().occupancy.story(house.rooms.at(0).id));
    REQUIRE(before.times.size() == 1);
    CHECK(before.times.first().name.isEmpty());
    CHECK_FALSE(before.times.first().person);
    const RoomStory now = need(house.services().occupancy.story(house.rooms.at(1).id));
    REQUIRE(now.times.size() == 1);
    CHECK(now.times.first().name == u"Ben Barker"_s); // name and room are told
}

TEST_CASE("Who may not read where people live is told no numbers and no rooms")
{
    House house;
    signInAs(house.hostel, u"Ada Auditor"_s, Role::Auditor);
    CHECK(kindOfError(house.services().occupancy.nights(inSeptember(1), inSeptember(2))) == ErrorKind::NotPermitted);
    CHECK(kindOfError(house.services().occupancy.board()) == ErrorKind::NotPermitted);
    CHECK(kindOfError(house.services().occupancy.story(house.rooms.first().id)) == ErrorKind::NotPermitted);
}

TEST_CASE("Rooms that people had before an update come out of the history of their stays")
{
    const QTemporaryDir folder;
    auto opened = Database::open(folder.filePath(u"old.sqlite"_s), Protection::PlainForTests, SecretKey());
    REQUIRE(bool(opened));
    Database &database = **opened;
    qsizetype before = 0;
    while (QLatin1String(migrations().at(before).reason) != "Earlier rooms of a stay, voids, repairs, keys and room checks"_L1)
        REQUIRE(++before < migrations().size());
    need(migrate(database, migrations().mid(0, before)));
    for (const QString &name : {u"1"_s, u"2"_s, u"3"_s})
        insertSaid(database, u"room"_s, {{u"name"_s, name}});
    insertSaid(database, u"person"_s, {{u"number"_s, u"P-0001"_s}});
    const auto stay = [&](int room, const QVariant &since) {
        insertSaid(database, u"stay"_s,
            {{u"person_id"_s, 1}, {u"referred_on"_s, u"2026-07-01"_s}, {u"arrived_on"_s, u"2026-08-01"_s}, {u"room_id"_s, room},
                {u"room_since"_s, since}});
    };
    const auto told = [&](qint64 record, const QJsonArray &room, const QJsonArray &since) {
        HistoryEntry entry;
        entry.at = kNow;
        entry.action = HistoryAction::Changed;
        entry.kind = u"stay"_s;
        entry.record = record;
        entry.changes = {{u"room_id"_s, room}, {u"room_since"_s, since}};
        need(addHistory(database, entry));
    };
    const QJsonValue none;
    stay(3, u"2026-09-01"_s); // moved twice
    told(1, {1, 2}, {none, u"2026-08-10"_s});
    told(1, {2, 3}, {u"2026-08-10"_s, u"2026-09-01"_s});
    stay(1, QVariant()); // moved, and that was undone
    told(2, {1, 2}, {none, u"2026-08-20"_s});
    told(2, {2, 1}, {u"2026-08-20"_s, none});
    stay(2, QVariant()); // the room was a slip
    told(3, {1, 2}, {none, none});
    need(migrate(database));
    QStringList rooms;
    Query query(database, u"SELECT stay_id, person_id, room_id, from_on, until_on FROM stay_room ORDER BY stay_id, from_on"_s);
    need(query.run());
    while (query.next())
        rooms.append(u"%1 %2 %3 %4 %5"_s.arg(query.text(0), query.text(1), query.text(2), query.text(3), query.text(4)));
    CHECK(rooms == QStringList{u"1 1 1 2026-08-01 2026-08-10"_s, u"1 1 2 2026-08-10 2026-09-01"_s});
}

} // namespace keywork::test::rooms_test
