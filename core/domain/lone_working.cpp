// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/lone_working.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kShortestBetweenWords = 5; // minutes; house rule
constexpr qint64 kLongestBetweenWords = 8 * 60; // minutes: a whole shift; house rule

Violations loneTimesInOrder(const Row &row, QDate)
{
    Violations violations;
    const QString from = row.text(u"from_at"_s);
    for (const QString &column : {u"until_at"_s, u"ended_at"_s})
        if (const QString at = row.text(column); !at.isEmpty() && at < from)
            violations.append({column, Rule::EndsBeforeStart, {}});
    if (!from.isEmpty() && row.text(u"until_at"_s) == from)
        violations.append({u"until_at"_s, Rule::EndsBeforeStart, {}});
    return violations;
}

} // namespace

template <> const Described<LoneWorking> &recordType<LoneWorking>()
{
    static const Described<LoneWorking> type
        = Described<LoneWorking>(
            {.table = "lone_working",
                .title = QT_TRANSLATE_NOOP("record", "Working alone"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Working alone"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Alone"),
                .access = {.add = Act::Record},
                .place = Place::Handover,
                .newOne = QT_TRANSLATE_NOOP("record", "Somebody works alone"),
                .belongs = QT_TRANSLATE_NOOP("record", "Who is alone in the house or out, and by when they say that all is well."),
                .listRank = 5,
                .orderBy = "from_at",
                .newestFirst = true,
                .happens = "from_at",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "{staff_id} works alone: {place}"); },
                .ends = "ended_at",
                .ended = [](const Row &) { return QT_TRANSLATE_NOOP("record", "{staff_id} is back"); },
                .called = "{place}",
                .together = loneTimesInOrder})
              .field(&LoneWorking::staffId,
                  {.column = "staff_id", .label = QT_TRANSLATE_NOOP("record", "Who"), .refers = "staff", .required = true, .listed = true})
              .field(&LoneWorking::place,
                  {.column = "place",
                      .label = QT_TRANSLATE_NOOP("record", "Where"),
                      .help = QT_TRANSLATE_NOOP("record", "Where they are or are going: the way there, too. Not whom they see."),
                      .required = true,
                      .listed = true})
              .field(&LoneWorking::telephone,
                  {.column = "telephone",
                      .label = QT_TRANSLATE_NOOP("record", "Telephone"),
                      .help = QT_TRANSLATE_NOOP("record", "At which they are reached now. Empty: the one in the team's list."),
                      .listed = true,
                      .maxLength = 40})
              .field(&LoneWorking::fromAt,
                  {.column = "from_at", .label = QT_TRANSLATE_NOOP("record", "From"), .required = true, .listed = true, .days = kEitherWay})
              .field(&LoneWorking::everyMinutes,
                  {.column = "every_minutes",
                      .label = QT_TRANSLATE_NOOP("record", "A word every so many minutes"),
                      .help = QT_TRANSLATE_NOOP("record", "Counted from the last word."),
                      .required = true,
                      .beginsAs = "60",
                      .listed = true,
                      .smallest = kShortestBetweenWords,
                      .largest = kLongestBetweenWords})
              .field(&LoneWorking::untilAt,
                  {.column = "until_at",
                      .label = QT_TRANSLATE_NOOP("record", "Back by"),
                      .help = QT_TRANSLATE_NOOP("record", "Empty: until they say that they are back."),
                      .listed = true,
                      .days = kEitherWay})
              .field(&LoneWorking::endedAt,
                  {.column = "ended_at",
                      .label = QT_TRANSLATE_NOOP("record", "Back since"),
                      .listed = true,
                      .saidAfterwards = true,
                      .days = kHappened});
    return type;
}

template <> const Described<LoneCheckIn> &recordType<LoneCheckIn>()
{
    static const Described<LoneCheckIn> type
        = Described<LoneCheckIn>({.table = "lone_check_in",
                                     .title = QT_TRANSLATE_NOOP("record", "Word from somebody alone"),
                                     .titleMany = QT_TRANSLATE_NOOP("record", "Words from those who work alone"),
                                     .access = {.add = Act::Record},
                                     .orderBy = "at",
                                     .newestFirst = true,
                                     .within = "lone_id"})
              .field(&LoneCheckIn::loneId,
                  {.column = "lone_id",
                      .label = QT_TRANSLATE_NOOP("record", "Working alone"),
                      .refers = "lone_working",
                      .required = true,
                      .listed = true,
                      .anyOnFile = true})
              .field(&LoneCheckIn::at,
                  {.column = "at", .label = QT_TRANSLATE_NOOP("record", "When"), .required = true, .listed = true, .days = kHappened})
              .field(&LoneCheckIn::how, {.column = "how", .label = QT_TRANSLATE_NOOP("record", "How"), .required = true, .listed = true});
    return type;
}

} // namespace keywork
