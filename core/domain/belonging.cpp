// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/belonging.h"
#include "core/domain/shared_fields.h"

namespace keywork {

template <> const Described<Belonging> &recordType<Belonging>()
{
    static const Described<Belonging> type
        = Described<Belonging>(
            {.table = "belonging",
                .title = QT_TRANSLATE_NOOP("record", "Belonging kept for them"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Belongings"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Belonging"),
                .category = Category::Housing,
                .place = Place::Resident,
                .newOne = QT_TRANSLATE_NOOP("record", "Keep a belonging"),
                .belongs = QT_TRANSLATE_NOOP("record", "What the house keeps safe for them, and whom it was given back to."),
                .listRank = 4,
                .happens = "taken_on",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Belonging taken in: {what}"); },
                .ends = "returned_on",
                .ended = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Belonging given back: {what}"); }})
              .field(&Belonging::personId, residentField())
              .field(&Belonging::what,
                  {.column = "what", .label = QT_TRANSLATE_NOOP("record", "What"), .required = true, .searched = true, .listed = true})
              .field(&Belonging::keptWhere,
                  {.column = "kept_where", .label = QT_TRANSLATE_NOOP("record", "Kept where"), .listed = true, .keptInHouse = true})
              .field(&Belonging::takenOn,
                  {.column = "taken_on",
                      .label = QT_TRANSLATE_NOOP("record", "Taken in on"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&Belonging::returnedOn,
                  {.column = "returned_on", .label = QT_TRANSLATE_NOOP("record", "Given back on"), .listed = true, .days = kHappened})
              .field(&Belonging::keepUntil,
                  {.column = "keep_until",
                      .label = QT_TRANSLATE_NOOP("record", "Kept until"),
                      .help = QT_TRANSLATE_NOOP("record", "For somebody who left: until which day, as it was told to them."),
                      .listed = true,
                      .days = kEitherWay});
    return type;
}

} // namespace keywork
