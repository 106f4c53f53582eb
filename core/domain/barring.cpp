// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/barring.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations barringHoldsTogether(const Row &row, QDate)
{
    Violations violations;
    if (row.value(u"person_id"_s).toLongLong() == 0 && row.text(u"name"_s).trimmed().isEmpty())
        violations.append({u"name"_s, Rule::Required, {}});
    const QString from = row.text(u"from_on"_s);
    for (const QString &column : {u"until_on"_s, u"review_on"_s, u"ended_on"_s})
        if (const QString day = row.text(column); !day.isEmpty() && day < from)
            violations.append({column, Rule::EndsBeforeStart, {}});
    const QString until = row.text(u"until_on"_s);
    if (const QString review = row.text(u"review_on"_s); !until.isEmpty() && review > until)
        violations.append({u"review_on"_s, Rule::TooFarAhead, until});
    if (!row.text(u"ended_on"_s).isEmpty() && row.text(u"ended_why"_s).trimmed().isEmpty())
        violations.append({u"ended_why"_s, Rule::ReasonNeeded, {}});
    return violations;
}

/// A line about a resident stands beside their name; of anybody else it has to say whom it is about.
bool isOfAResident(const Row &row) { return row.value(u"person_id"_s).toLongLong() > 0; }

const char *barringLine(const Row &row)
{
    return isOfAResident(row) ? QT_TRANSLATE_NOOP("record", "Not to be let in until {until_on}")
                              : QT_TRANSLATE_NOOP("record", "{name}: not to be let in until {until_on}");
}

const char *barringOverLine(const Row &row)
{
    return isOfAResident(row) ? QT_TRANSLATE_NOOP("record", "May come in again") : QT_TRANSLATE_NOOP("record", "{name}: may come in again");
}

/// Of a barring the desk knows the fact; why, and what came of an appeal, is of the category risk.
Described<Barring> withWhyAndAppeal(Described<Barring> &&type)
{
    return std::move(type)
        .field(&Barring::reason,
            {.column = "reason",
                .label = QT_TRANSLATE_NOOP("record", "Why"),
                .help = QT_TRANSLATE_NOOP("record", "What happened, in plain words. It is not shown at the desk."),
                .required = true,
                .multiline = true,
                .keptInHouse = true,
                .category = Category::Risk,
                .saysWhy = true,
                .maxLength = 1000})
        .field(&Barring::decidedById,
            {.column = "decided_by_id",
                .label = QT_TRANSLATE_NOOP("record", "Decided by"),
                .refers = "staff",
                .required = true,
                .listed = true})
        .field(&Barring::appeal, {.column = "appeal", .label = QT_TRANSLATE_NOOP("record", "Appeal"), .required = true, .beginsAs = "none"})
        .field(&Barring::appealNote,
            {.column = "appeal_note",
                .label = QT_TRANSLATE_NOOP("record", "What was said and decided"),
                .shownWhen = {"appeal", "asked,stands,shortened"},
                .multiline = true,
                .keptInHouse = true,
                .category = Category::Risk,
                .maxLength = 1000})
        .field(&Barring::endedOn,
            {.column = "ended_on",
                .label = QT_TRANSLATE_NOOP("record", "Ended earlier, on"),
                .help = QT_TRANSLATE_NOOP("record", "From that day on they may come in again."),
                .heading = QT_TRANSLATE_NOOP("record", "Ended before its time"),
                .listed = true,
                .days = kHappened})
        .field(&Barring::endedWhy,
            {.column = "ended_why",
                .label = QT_TRANSLATE_NOOP("record", "Why it was ended"),
                .shownWhen = {"ended_on"},
                .keptInHouse = true,
                .category = Category::Risk,
                .saysWhy = true,
                .maxLength = 500});
}

} // namespace

template <> const Described<Barring> &recordType<Barring>()
{
    static const Described<Barring> type = withWhyAndAppeal(
        Described<Barring>({.table = "barring",
                               .title = QT_TRANSLATE_NOOP("record", "Barring"),
                               .titleMany = QT_TRANSLATE_NOOP("record", "Not to be let in"),
                               .category = Category::Housing,
                               .access = {.add = Act::Record},
                               .place = Place::Desk,
                               .newOne = QT_TRANSLATE_NOOP("record", "New barring"),
                               .belongs = QT_TRANSLATE_NOOP("record", "Who is not let in, until when, and when that is looked at again."),
                               .listRank = 5,
                               .orderBy = "until_on",
                               .newestFirst = true,
                               .happens = "from_on",
                               .happened = barringLine,
                               .ends = "ended_on",
                               .ended = barringOverLine,
                               .handedOver = alwaysTold,
                               .called = "{name}",
                               .together = barringHoldsTogether})
            .field(&Barring::personId,
                {.column = "person_id",
                    .label = QT_TRANSLATE_NOOP("record", "Resident or former resident"),
                    .refers = "person",
                    .listed = true,
                    .anyOnFile = true,
                    .tie = Tie::Subject})
            .field(&Barring::name,
                {.column = "name",
                    .label = QT_TRANSLATE_NOOP("record", "Or the name of somebody else"),
                    .searched = true,
                    .listed = true,
                    .maxLength = 100})
            .field(&Barring::described,
                {.column = "described",
                    .label = QT_TRANSLATE_NOOP("record", "How the door knows them"),
                    .help = QT_TRANSLATE_NOOP("record", "Only what is needed to know them by."),
                    .maxLength = 200})
            .field(&Barring::fromOn, fromField())
            .field(&Barring::untilOn,
                {.column = "until_on",
                    .label = QT_TRANSLATE_NOOP("record", "Until, that day included"),
                    .required = true,
                    .listed = true,
                    .days = kEitherWay})
            .field(&Barring::reviewOn,
                {.column = "review_on",
                    .label = QT_TRANSLATE_NOOP("record", "Looked at again on"),
                    .required = true,
                    .listed = true,
                    .days = kEitherWay}));
    return type;
}

} // namespace keywork
