// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/stay_room.h"
#include "core/domain/shared_fields.h"

namespace keywork {

template <> const Described<StayRoom> &recordType<StayRoom>()
{
    static const Described<StayRoom> type
        = Described<StayRoom>({.table = "stay_room",
                                  .title = QT_TRANSLATE_NOOP("record", "Earlier room"),
                                  .titleMany = QT_TRANSLATE_NOOP("record", "Earlier rooms"),
                                  .category = Category::Housing,
                                  .place = Place::Resident,
                                  .newOne = QT_TRANSLATE_NOOP("record", "New earlier room"),
                                  .belongs = QT_TRANSLATE_NOOP(
                                      "record", "Which room somebody had before they moved within the house; a move writes it by itself."),
                                  .listRank = 6,
                                  .orderBy = "from_on",
                                  .newestFirst = true,
                                  .happens = "until_on",
                                  .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Moved out of room {room_id}"); },
                                  .together = endsAfterItBegan})
              .field(&StayRoom::personId, residentField())
              .field(&StayRoom::stayId,
                  {.column = "stay_id",
                      .label = QT_TRANSLATE_NOOP("record", "Stay that began on"),
                      .refers = "stay",
                      .kept = true,
                      .anyOnFile = true})
              .field(&StayRoom::roomId,
                  {.column = "room_id",
                      .label = QT_TRANSLATE_NOOP("record", "Room"),
                      .refers = "room",
                      .required = true,
                      .listed = true,
                      .anyOnFile = true})
              .field(&StayRoom::fromOn,
                  {.column = "from_on",
                      .label = QT_TRANSLATE_NOOP("record", "Had it from"),
                      .help = QT_TRANSLATE_NOOP("record", "The day on which the first night begins."),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&StayRoom::untilOn,
                  {.column = "until_on",
                      .label = QT_TRANSLATE_NOOP("record", "Moved out on"),
                      .help = QT_TRANSLATE_NOOP("record", "The night of that day is the next room's."),
                      .required = true,
                      .listed = true,
                      .days = kHappened});
    return type;
}

} // namespace keywork
