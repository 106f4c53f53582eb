// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/leaving_plan.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const char *leavingLine(const Row &) { return QT_TRANSLATE_NOOP("record", "Discharge or release, {leaves_from}: {housing}"); }

Violations lowerFromThen(const Row &row, QDate)
{
    const QString until = row.text(u"lower_until"_s);
    return until.isEmpty() || until >= row.text(u"on_day"_s) ? Violations() : Violations{{u"lower_until"_s, Rule::EndsBeforeStart, {}}};
}

/// Coming out of custody tells of the court, and of a hospital of health.
std::optional<Category> leavingAlsoTells(const Row &row)
{
    switch (fromCode<LeavingFrom>(row.text(u"leaves_from"_s)).value_or(LeavingFrom::Treatment)) {
    case LeavingFrom::Custody:
        return Category::Offending;
    case LeavingFrom::Hospital:
        return Category::Health;
    case LeavingFrom::Detox:
    case LeavingFrom::Rehab:
    case LeavingFrom::Treatment:
    case LeavingFrom::House:
        return {};
    }
    return {};
}

} // namespace

template <> const Described<LeavingPlan> &recordType<LeavingPlan>()
{
    static const Described<LeavingPlan> type
        = Described<LeavingPlan>(
            {.table = "leaving_plan",
                .title = QT_TRANSLATE_NOOP("record", "Discharge or release"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Discharges and releases"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Discharge"),
                .category = Category::Treatment,
                .sharedAs = SharedAs::Listed,
                .alsoTells = leavingAlsoTells,
                .readAs = leavingAlsoTells,
                .access = {.add = Act::Record},
                .place = Place::Treatment,
                .newOne = QT_TRANSLATE_NOOP("record", "New discharge or release"),
                .belongs = QT_TRANSLATE_NOOP("record", "Before or after they come out: where to next, tolerance, and naloxone to hand."),
                .listRank = 5,
                .orderBy = "on_day",
                .newestFirst = true,
                .happens = "on_day",
                .happened = leavingLine,
                .together = lowerFromThen})
              .field(&LeavingPlan::personId, residentField())
              .field(&LeavingPlan::from,
                  {.column = "leaves_from", .label = QT_TRANSLATE_NOOP("record", "Out of what"), .required = true, .listed = true})
              .field(&LeavingPlan::onDay,
                  {.column = "on_day",
                      .label = QT_TRANSLATE_NOOP("record", "When"),
                      .help = QT_TRANSLATE_NOOP("record", "The day that is planned, or the day it was."),
                      .required = true,
                      .listed = true,
                      .days = kEitherWay})
              .field(&LeavingPlan::housing,
                  {.column = "housing",
                      .label = QT_TRANSLATE_NOOP("record", "Housing after it"),
                      .heading = QT_TRANSLATE_NOOP("record", "Where to next"),
                      .required = true,
                      .listed = true})
              .field(&LeavingPlan::whereTo,
                  {.column = "where_to",
                      .label = QT_TRANSLATE_NOOP("record", "Where, and with whom it was agreed"),
                      .shownWhen = {"housing", "agreed"},
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&LeavingPlan::tolerance,
                  {.column = "tolerance",
                      .label = QT_TRANSLATE_NOOP("record", "Tolerance"),
                      .help = QT_TRANSLATE_NOOP("record",
                          "Lower until 28 days after use or a stable substitute dose begins again; while they use nothing it has no end "
                          "(house rule)."),
                      .heading = QT_TRANSLATE_NOOP("record", "Staying safe"),
                      .required = true,
                      .listed = true})
              .field(&LeavingPlan::lowerUntil,
                  {.column = "lower_until",
                      .label = QT_TRANSLATE_NOOP("record", "Lower until"),
                      .shownWhen = {"tolerance", "lower_until"},
                      .required = true,
                      .listed = true,
                      .days = kEitherWay})
              .field(&LeavingPlan::naloxone,
                  {.column = "naloxone", .label = QT_TRANSLATE_NOOP("record", "Naloxone"), .required = true, .listed = true})
              .field(&LeavingPlan::note, noteField(2000));
    return type;
}

} // namespace keywork
