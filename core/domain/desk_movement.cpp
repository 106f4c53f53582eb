// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/desk_movement.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations backAfterGoingOut(const Row &row, QDate)
{
    const QString back = row.text(u"expected_back_at"_s);
    const bool isOut = row.text(u"direction"_s) == QLatin1String(codeOf(DeskDirection::Out));
    return isOut && !back.isEmpty() && back < row.text(u"at"_s) ? Violations{{u"expected_back_at"_s, Rule::EndsBeforeStart, {}}}
                                                                : Violations();
}

} // namespace

template <> const Described<DeskMovement> &recordType<DeskMovement>()
{
    static const Described<DeskMovement> type
        = Described<DeskMovement>({.table = "desk_movement",
                                      .title = QT_TRANSLATE_NOOP("record", "In or out"),
                                      .titleMany = QT_TRANSLATE_NOOP("record", "In and out"),
                                      .category = Category::Housing,
                                      .access = {.add = Act::Record},
                                      .place = Place::Resident,
                                      .newOne = QT_TRANSLATE_NOOP("record", "New in or out"),
                                      .belongs = QT_TRANSLATE_NOOP(
                                          "record", "When they came in and went out past the desk, so that a roll call knows who is in."),
                                      .listRank = 6,
                                      .orderBy = "at",
                                      .newestFirst = true,
                                      .seen = {.at = "at"},
                                      .called = "{direction}",
                                      .together = backAfterGoingOut})
              .field(&DeskMovement::personId, residentField())
              .field(&DeskMovement::at,
                  {.column = "at", .label = QT_TRANSLATE_NOOP("record", "When"), .required = true, .listed = true, .days = kHappened})
              .field(&DeskMovement::direction,
                  {.column = "direction", .label = QT_TRANSLATE_NOOP("record", "In or out"), .required = true, .listed = true})
              .field(&DeskMovement::expectedBackAt,
                  {.column = "expected_back_at",
                      .label = QT_TRANSLATE_NOOP("record", "Expected back"),
                      .help = QT_TRANSLATE_NOOP("record", "Only if they said so; nobody has to."),
                      .shownWhen = {"direction", "out"},
                      .listed = true,
                      .days = kEitherWay})
              .field(&DeskMovement::note, noteField(500));
    return type;
}

} // namespace keywork
