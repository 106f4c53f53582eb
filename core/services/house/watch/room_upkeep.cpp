// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/room_upkeep.h"
#include "core/domain/belonging.h"
#include "core/domain/house.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/room_reading.h"
#include "core/storage/table.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Rooms that somebody has tonight.
Result<QSet<qint64>> roomsTakenTonight(const WatchFacts &facts)
{
    const auto stays = staysBetween(facts.database(), facts.today(), facts.today());
    if (!stays)
        return stays.error();
    QSet<qint64> rooms;
    for (const KeptRow &stay : *stays)
        rooms.insert(stay.row.value(u"room_id"_s).toLongLong());
    return rooms;
}

Result<QList<WatchItem>> roomEmptyLongDue(const WatchFacts &facts)
{
    const auto rooms = facts.records().all<Room>();
    if (!rooms)
        return rooms.error();
    if (rooms->isEmpty())
        return QList<WatchItem>();
    const auto house = facts.records().all<House>();
    const auto taken = roomsTakenTonight(facts);
    const auto days = daysOfRooms(facts.database());
    if (!house || !taken || !days)
        return !house ? house.error() : !taken ? taken.error() : days.error();
    QList<WatchItem> items;
    for (const Kept<Room> &room : *rooms) {
        const bool isGivenUp = room.value.givenUpOn && *room.value.givenUpOn <= facts.today();
        if (isGivenUp || taken->contains(room.id.value) || house->isEmpty())
            continue;
        const RoomDays known = days->value(room.id.value);
        const QDate onFile = room.value.openedOn.value_or(facts.clock().local(room.createdAt).date());
        const QDate since = known.lastEmptied.isValid() && known.lastEmptied <= facts.today() ? known.lastEmptied : onFile;
        const qint64 nights = since.daysTo(facts.today());
        if (nights <= house->first().value.voidDays)
            continue;
        WatchItem item{.subject = {u"room"_s, room.id.value, {}}, .room = room.value.name, .day = since};
        item.places.insert(u"nights"_s, QString::number(nights));
        items.append(item);
    }
    return items;
}

/// The name of each room, also of one that is not used any more.
Result<QHash<qint64, QString>> namesOfRooms(const WatchFacts &facts)
{
    const auto rooms = facts.records().all<Room>({.withWithdrawn = true});
    if (!rooms)
        return rooms.error();
    QHash<qint64, QString> names;
    for (const Kept<Room> &room : *rooms)
        names.insert(room.id.value, room.value.name);
    return names;
}

Result<QList<WatchItem>> repairOverdueDue(const WatchFacts &facts)
{
    const auto rows = repairsOverdue(facts.database(), facts.today());
    const auto names = rows && !rows->isEmpty() ? namesOfRooms(facts) : Result<QHash<qint64, QString>>(QHash<qint64, QString>());
    if (!rows || !names)
        return rows ? names.error() : rows.error();
    QList<WatchItem> items;
    for (const KeptRow &row : *rows) {
        const auto repair = asKind<RoomRepair>(row);
        if (!repair)
            return repair.error();
        WatchItem item{.subject = {u"room_repair"_s, row.id, {}}, .room = names->value(repair->value.roomId.value)};
        item.day = repair->value.dueOn.value_or(QDate());
        item.places.insert(u"what"_s, repair->value.what);
        items.append(item);
    }
    return items;
}

Result<QList<WatchItem>> keyNotBackDue(const WatchFacts &facts)
{
    return facts.ofRecords<RoomKey>(keysOfLeavers(facts.database(), facts.today()), [](const Kept<RoomKey> &key, WatchItem &item) {
        item.day = key.value.givenOn;
        item.labels.insert(u"key"_s, labelOf(key.value.what));
        item.places.insert(u"number"_s, key.value.number);
        return true;
    });
}

Result<QList<WatchItem>> belongingPastDayDue(const WatchFacts &facts)
{
    return facts.ofRecords<Belonging>(
        belongingsPastDay(facts.database(), facts.today()), [](const Kept<Belonging> &belonging, WatchItem &item) {
            item.day = belonging.value.keepUntil.value_or(QDate());
            item.places.insert(u"what"_s, belonging.value.what);
            return true;
        });
}

} // namespace

extern const WatchRule repairOverdue{
    .code = "repair_overdue",
    .category = Category::House,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Repair"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{what}: was to be done by {day}."),
    .due = repairOverdueDue,
};

/// The days are a figure of the house's settings.
extern const WatchRule roomEmptyLong{
    .code = "room_empty_long",
    .category = Category::House,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Room empty"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Empty since {day}, {nights} nights."),
    .due = roomEmptyLongDue,
};

extern const WatchRule keyNotBack{
    .code = "key_not_back",
    .category = Category::Housing,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Key not back"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{key} {number} is not back, and they left."),
    .opens = "room-lists",
    .due = keyNotBackDue,
};

extern const WatchRule belongingPastDay{
    .code = "belonging_past_day",
    .category = Category::Housing,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Belongings kept"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{what}: kept for them until {day}. Ask them once more before anything is given away."),
    .opensTab = "lists",
    .due = belongingPastDayDue,
};

} // namespace keywork
