// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/occupancy.h"

#include "core/base/text.h"
#include "core/services/records/records.h"
#include "core/storage/room_reading.h"
#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// What is read once for all rooms of a board.
struct BoardReading {
    QHash<qint64, RoomDays> days = {};
    QHash<qint64, Kept<RoomVoid>> voids = {}; ///< by room: the latest that holds
    QHash<qint64, QList<Kept<RoomRepair>>> repairs = {};
    QHash<qint64, ResidentLine> here = {}; ///< by room
    QHash<qint64, ResidentLine> expected = {}; ///< by room: the soonest
    AwayOnFile away = {};
};

template <class T> Done byRoom(const Result<QList<KeptRow>> &rows, const std::function<void(const Kept<T> &)> &keep)
{
    if (!rows)
        return rows.error();
    for (const KeptRow &row : *rows)
        if (const auto one = asKind<T>(row))
            keep(*one);
        else
            return one.error();
    return {};
}

QDate expectedDay(const ResidentLine &line)
{
    return line.stay && line.stay->value.expectedOn ? *line.stay->value.expectedOn : QDate(9999, 1, 1);
}

/// By building, floor and name; what has no building stands last.
bool roomStandsBefore(const Kept<Room> &a, const Kept<Room> &b)
{
    const auto key = [](const Kept<Room> &room) {
        return std::tuple(room.value.building.isEmpty(), orderKey(room.value.building), orderKey(room.value.name));
    };
    return key(a) < key(b);
}

RoomOnBoard onBoard(const Kept<Room> &room, const BoardReading &read, QDate today, QDate onFile)
{
    RoomOnBoard one{.room = room};
    const qint64 id = room.id.value;
    one.repairs = read.repairs.value(id);
    if (const auto who = read.here.constFind(id); who != read.here.cend()) {
        one.who = *who;
        one.since = who->stay && who->stay->value.arrivedOn ? *who->stay->value.arrivedOn : QDate();
        for (const AwaySpell &spell : read.away.value(who->person.id.value))
            if (spell.holdsOn(today) && !one.away)
                one.away = spell;
    } else {
        const RoomDays days = read.days.value(id);
        one.since = days.lastEmptied.isValid() && days.lastEmptied <= today ? days.lastEmptied : room.value.openedOn.value_or(onFile);
        if (const auto why = read.voids.constFind(id); why != read.voids.cend())
            one.emptyBecause = *why;
    }
    if (const auto next = read.expected.constFind(id); next != read.expected.cend())
        one.expected = *next;
    const bool isHeld = one.expected && expectedDay(*one.expected) <= today;
    one.isFreeTonight = !one.who && !one.isClosed() && !one.emptyBecause && !isHeld;
    return one;
}

} // namespace

bool RoomOnBoard::isClosed() const
{
    return room.value.outOfUse || (emptyBecause && keepsEverybodyOut(emptyBecause->value))
        || std::any_of(repairs.cbegin(), repairs.cend(), [](const Kept<RoomRepair> &repair) { return repair.value.closesRoom; });
}

Result<RoomBoard> Occupancy::board() const
{
    const QDate today = m_records.today();
    const auto tonight = nights(today, today);
    const auto here = m_people.residents(ResidentGroup::HereNow);
    const auto expected = m_people.residents(ResidentGroup::Expected);
    auto rooms = m_records.all<Room>();
    auto days = daysOfRooms(m_records.database());
    if (!tonight || !here || !expected || !rooms || !days)
        return !tonight ? tonight.error() : !here ? here.error() : !expected ? expected.error() : !rooms ? rooms.error() : days.error();
    RoomBoard board{.tonight = tonight->first()};
    BoardReading read{.days = *days};
    QList<qint64> people;
    for (const ResidentLine &line : *here) {
        people.append(line.person.id.value);
        if (line.stay && line.stay->value.roomId)
            read.here.insert(line.stay->value.roomId.value, line);
        else
            board.withoutRoom.append(line);
    }
    for (const ResidentLine &line : *expected) {
        const qint64 room = line.stay ? line.stay->value.roomId.value : 0;
        if (room > 0 && (!read.expected.contains(room) || expectedDay(line) < expectedDay(read.expected.value(room))))
            read.expected.insert(room, line);
    }
    const auto away = readAway(m_records, people, today);
    if (!away)
        return away.error();
    read.away = *away;
    if (Done done = byRoom<RoomVoid>(
            voidsHolding(m_records.database(), today), [&](const Kept<RoomVoid> &one) { read.voids.insert(one.value.roomId.value, one); });
        !done)
        return done.error();
    if (Done done = byRoom<RoomRepair>(
            repairsOpen(m_records.database()), [&](const Kept<RoomRepair> &one) { read.repairs[one.value.roomId.value].append(one); });
        !done)
        return done.error();
    std::stable_sort(rooms->begin(), rooms->end(), roomStandsBefore);
    for (const Kept<Room> &room : std::as_const(*rooms))
        if (!room.value.givenUpOn || today < *room.value.givenUpOn || read.here.contains(room.id.value))
            board.rooms.append(onBoard(room, read, today, m_records.clock().local(room.createdAt).date()));
    return board;
}

Done Occupancy::addComing(const QList<ResidentLine> &lines, int days, QList<ComingLine> &coming) const
{
    const QDate today = m_records.today();
    for (const ResidentLine &line : lines) {
        const QDate day = expectedDay(line);
        if (day > today.addDays(days - 1))
            continue;
        ComingLine one{.what = ComingWhat::Arrival, .day = day, .person = line.person.id, .name = line.person.value.displayName()};
        one.room = line.room;
        one.isLate = day < today;
        coming.append(one);
    }
    return {};
}

Done Occupancy::addAppointments(const QHash<qint64, ResidentLine> &here, int days, QList<ComingLine> &coming) const
{
    if (!m_records.mayRead(recordType<Appointment>()))
        return {};
    const Clock &clock = m_records.clock();
    const QDate today = m_records.today();
    const auto appointments
        = m_records.all<Appointment>({.filters = {{u"starts_at"_s, Filter::Comparison::AtLeast, toStoredText(clock.startOf(today))},
                                          {u"starts_at"_s, Filter::Comparison::Before, toStoredText(clock.startOf(today.addDays(days)))}},
            .orderBy = u"starts_at"_s});
    if (!appointments)
        return appointments.error();
    for (const Kept<Appointment> &one : *appointments) {
        const auto who = here.constFind(one.value.personId.value);
        if (!one.value.isOpen() || who == here.cend())
            continue;
        const QDateTime at = clock.local(one.value.startsAt);
        ComingLine line{.what = ComingWhat::Appointment, .day = at.date(), .time = at.time(), .person = one.value.personId};
        line.name = who->person.value.displayName();
        line.text = one.value.purpose;
        coming.append(line);
    }
    return {};
}

Result<QList<ComingLine>> Occupancy::coming(int days) const
{
    const QDate today = m_records.today();
    const auto here = m_people.residents(ResidentGroup::HereNow);
    const auto expected = m_people.residents(ResidentGroup::Expected);
    const auto away = m_records.all<NightsAway>({.filters = {{u"back_on"_s, Filter::Comparison::IsAbsent}}});
    if (!here || !expected || !away)
        return !here ? here.error() : !expected ? expected.error() : away.error();
    QHash<qint64, ResidentLine> lines;
    for (const ResidentLine &line : *here)
        lines.insert(line.person.id.value, line);
    QList<ComingLine> coming;
    if (Done done = addComing(*expected, days, coming); !done)
        return done.error();
    for (const Kept<NightsAway> &one : *away) {
        const auto who = lines.constFind(one.value.personId.value);
        const bool goes = one.value.fromOn > today;
        const QDate day = goes ? one.value.fromOn : one.value.expectedOn;
        if (who == lines.cend() || day > today.addDays(days - 1))
            continue;
        ComingLine line{.what = goes ? ComingWhat::NightsAway : ComingWhat::Back, .day = day, .person = one.value.personId};
        line.name = who->person.value.displayName();
        line.isLate = day < today;
        coming.append(line);
    }
    if (Done done = addAppointments(lines, days, coming); !done)
        return done.error();
    std::stable_sort(coming.begin(), coming.end(), [](const ComingLine &a, const ComingLine &b) {
        return std::pair(a.day, a.time.value_or(QTime(0, 0))) < std::pair(b.day, b.time.value_or(QTime(0, 0)));
    });
    return coming;
}

Result<RoomStory> Occupancy::story(Id<Room> room) const
{
    if (!m_records.session().may(Act::Read, Category::Housing))
        return Error{m_records.session().refusal(), QString::fromLatin1(recordType<Stay>().table), {}};
    RoomStory story;
    const QDate today = m_records.today();
    Done read = byRoom<Stay>(staysInRoom(m_records.database(), room.value), [&](const Kept<Stay> &stay) {
        if (!stay.value.nightsInRoom().isNone() || stay.value.leftOn == stay.value.arrivedOn)
            story.times.append({stay.value.personId, {}, stay.value.nightsInRoom(), false});
    });
    if (read)
        read = byRoom<StayRoom>(earlierRoomsInRoom(m_records.database(), room.value), [&](const Kept<StayRoom> &one) {
            story.times.append({one.value.personId, {}, one.value.nights(), true});
        });
    const auto input = readOccupancy(m_records, today.addDays(-kStoryNights), today.addDays(-1));
    const auto voids = m_records.all<RoomVoid>({.filters = {{u"room_id"_s, Filter::Comparison::Equals, room.value}}});
    if (!read || !input || !voids)
        return !read ? read.error() : !input ? input.error() : voids.error();
    QList<Id<Person>> people;
    for (const TimeInRoom &time : std::as_const(story.times))
        people.append(time.person);
    const auto lines = m_people.lines(people);
    if (!lines)
        return lines.error();
    QHash<qint64, ResidentLine> known;
    for (const ResidentLine &line : *lines)
        known.insert(line.person.id.value, line);
    for (TimeInRoom &time : story.times) {
        const auto who = known.constFind(time.person.value);
        if (who != known.cend() && (!who->isClosed || !time.nights.until)) // of a closed record the present room alone is told
            time.name = who->person.value.displayName();
        else
            time.person = {};
    }
    std::stable_sort(
        story.times.begin(), story.times.end(), [](const TimeInRoom &a, const TimeInRoom &b) { return a.nights.from > b.nights.from; });
    story.nightsLost = emptyNightsOf(room.value, *input, today.addDays(-kStoryNights), today.addDays(-1)).size();
    for (const Kept<RoomVoid> &one : *voids) {
        const QDate last = std::min(one.value.readyOn.value_or(today), today).addDays(-1);
        story.voids.prepend({one, emptyNightsOf(room.value, *input, one.value.fromOn, last).size()});
    }
    std::stable_sort(story.voids.begin(), story.voids.end(),
        [](const RoomStory::EmptyTime &a, const RoomStory::EmptyTime &b) { return a.why.value.fromOn > b.why.value.fromOn; });
    return story;
}

} // namespace keywork
