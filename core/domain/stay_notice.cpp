// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/shared_fields.h"
#include "core/domain/stay_letter_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations noticeHoldsTogether(const Row &row, QDate)
{
    Violations found = letterHoldsTogether(row);
    const QString given = row.text(u"given_on"_s);
    const QString ends = row.text(u"ends_on"_s);
    if (given.isEmpty())
        return found;
    for (const QString &column : {u"ends_on"_s, u"tried"_s})
        if (row.text(column).trimmed().isEmpty())
            found.append({column, Rule::Required, {}});
    if (!ends.isEmpty() && ends < given)
        found.append({u"ends_on"_s, Rule::EndsBeforeStart, {}});
    return found;
}

Described<StayNotice> whatComesBefore(Described<StayNotice> &&type)
{
    return std::move(type)
        .field(&StayNotice::tried,
            {.column = "tried",
                .label = QT_TRANSLATE_NOOP("record", "What was tried instead"),
                .help
                = QT_TRANSLATE_NOOP("record", "Talks, support, an arrangement, another room, another service; and what came of each."),
                .heading = QT_TRANSLATE_NOOP("record", "Before it is given"),
                .searched = true,
                .multiline = true,
                .maxLength = 4000})
        .field(&StayNotice::planId,
            {.column = "plan_id",
                .label = QT_TRANSLATE_NOOP("record", "Given with the safety plan"),
                .refers = "leaving_safety_plan",
                .kept = true,
                .anyOnFile = true});
}

Described<StayNotice> theEnd(Described<StayNotice> &&type)
{
    return std::move(type)
        .field(&StayNotice::endsOn,
            {.column = "ends_on",
                .label = QT_TRANSLATE_NOOP("record", "Day of leaving"),
                .help = QT_TRANSLATE_NOOP("record", "The night before is still theirs."),
                .listed = true,
                .days = kEitherWay})
        .field(&StayNotice::occupancy,
            {.column = "occupancy", .label = QT_TRANSLATE_NOOP("record", "Kind of occupancy then"), .listed = true, .kept = true})
        .field(&StayNotice::earliestOn,
            {.column = "earliest_on", .label = QT_TRANSLATE_NOOP("record", "Earliest day by the rule"), .kept = true, .days = kEitherWay})
        .field(&StayNotice::advice,
            {.column = "advice",
                .label = QT_TRANSLATE_NOOP("record", "Who knows housing law and looked at it"),
                .help = QT_TRANSLATE_NOOP("record", "Name, day, and what they said. A must for a tenancy and for other kinds."),
                .searched = true,
                .multiline = true,
                .maxLength = 2000});
}

} // namespace

template <> const Described<StayNotice> &recordType<StayNotice>()
{
    static const Described<StayNotice> type
        = withAppeal(theEnd(withGiving(whatComesBefore(withReason(Described<StayNotice>(
            {.table = "stay_notice",
                .title = QT_TRANSLATE_NOOP("record", "Notice to leave"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Notices to leave"),
                .category = Category::Housing,
                .access = kLettersByManagers,
                .place = Place::Notice,
                .newOne = QT_TRANSLATE_NOOP("record", "New notice to leave"),
                .belongs = QT_TRANSLATE_NOOP("record",
                    "Only with a reason, what was tried, a safety plan, where to, and how to appeal. Given by a manager. No legal advice."),
                .listRank = 2,
                .orderBy = "given_on",
                .newestFirst = true,
                .happens = "given_on",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Notice to leave on {ends_on}: {reason}"); },
                .ends = "taken_back_on",
                .ended = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Notice to leave taken back"); },
                .handedOver = alwaysTold,
                .together = noticeHoldsTogether})
                                                                      .field(inLetter<StayNotice>(&StayLetter::personId),
                                                                          residentField()))))));
    return type;
}

} // namespace keywork
