// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/room.h"

namespace keywork {

namespace {
bool isInUse(const Row &room, QDate today)
{
    const QString givenUp = room.text(QStringLiteral("given_up_on"));
    return room.value(QStringLiteral("out_of_use")).toLongLong() == 0 && (givenUp.isEmpty() || today.toString(Qt::ISODate) < givenUp);
}

Violations openBeforeGivenUp(const Row &room, QDate)
{
    const QString opened = room.text(QStringLiteral("opened_on"));
    const QString givenUp = room.text(QStringLiteral("given_up_on"));
    return !givenUp.isEmpty() && givenUp < opened ? Violations{{QStringLiteral("given_up_on"), Rule::EndsBeforeStart, {}}} : Violations();
}
} // namespace

template <> const Described<Room> &recordType<Room>()
{
    static const Described<Room> type
        = Described<Room>(
            {.table = "room",
                .title = QT_TRANSLATE_NOOP("record", "Room"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Rooms"),
                .place = Place::Rooms,
                .newOne = QT_TRANSLATE_NOOP("record", "New room"),
                .belongs = QT_TRANSLATE_NOOP("record", "Residents are taken into a room. Several at once are typed in one line."),
                .listRank = 1,
                .orderBy = "name",
                .few = true,
                .offered = isInUse,
                .called = "{name}",
                .together = openBeforeGivenUp})
              .field(&Room::name,
                  {.column = "name",
                      .label = QT_TRANSLATE_NOOP("record", "Room"),
                      .onlyOne = QT_TRANSLATE_NOOP("record", "There is a room %1 already."),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .maxLength = 20})
              .field(&Room::building,
                  {.column = "building", .label = QT_TRANSLATE_NOOP("record", "Building"), .listed = true, .maxLength = 60})
              .field(&Room::floor, {.column = "floor", .label = QT_TRANSLATE_NOOP("record", "Floor"), .listed = true, .maxLength = 40})
              .field(&Room::stepFree, {.column = "step_free", .label = QT_TRANSLATE_NOOP("record", "Step-free"), .listed = true})
              .field(&Room::outOfUse, {.column = "out_of_use", .label = QT_TRANSLATE_NOOP("record", "Out of use"), .listed = true})
              .field(&Room::notes, {.column = "notes", .label = QT_TRANSLATE_NOOP("record", "Notes"), .multiline = true})
              .field(&Room::openedOn,
                  {.column = "opened_on",
                      .label = QT_TRANSLATE_NOOP("record", "In use since"),
                      .help = QT_TRANSLATE_NOOP(
                          "record", "Its nights count from this day; else from when it was put on file, or first lived in."),
                      .days = kEitherWay})
              .field(&Room::givenUpOn,
                  {.column = "given_up_on",
                      .label = QT_TRANSLATE_NOOP("record", "Given up on"),
                      .help = QT_TRANSLATE_NOOP(
                          "record", "From this day on it is no bed of the house. A room out of use still is one, and stands empty."),
                      .days = kEitherWay});
    return type;
}

} // namespace keywork
