// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/shared_fields.h"
#include "core/domain/supplies.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations boxInOrder(const Row &row, QDate)
{
    Violations violations;
    QString before = row.text(u"put_out_on"_s);
    for (const QString &column : {u"closed_on"_s, u"collected_on"_s}) {
        const QString day = row.text(column);
        if (!day.isEmpty() && day < before)
            violations.append({column, Rule::EndsBeforeStart, {}});
        before = day.isEmpty() ? before : day;
    }
    return violations;
}

Violations posterInOrder(const Row &row, QDate)
{
    Violations violations;
    for (const QString &column : {u"checked_on"_s, u"taken_down_on"_s})
        if (const QString day = row.text(column); !day.isEmpty() && day < row.text(u"put_up_on"_s))
            violations.append({column, Rule::EndsBeforeStart, {}});
    return violations;
}

Field dayField(const char *column, const char *label)
{
    return {.column = column, .label = label, .listed = true, .saidAfterwards = true, .days = kHappened};
}

} // namespace

template <> const Described<HarmPoster> &recordType<HarmPoster>()
{
    static const Described<HarmPoster> type
        = Described<HarmPoster>(
            {.table = "harm_poster",
                .title = QT_TRANSLATE_NOOP("record", "Harm-reduction poster"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Posters"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Poster"),
                .access = {.add = Act::Record},
                .place = Place::Supplies,
                .newOne = QT_TRANSLATE_NOOP("record", "New poster"),
                .belongs = QT_TRANSLATE_NOOP("record", "Which posters are up, where, and when somebody last looked at them."),
                .listRank = 8,
                .orderBy = "put_up_on",
                .newestFirst = true,
                .together = posterInOrder})
              .field(&HarmPoster::what,
                  {.column = "what",
                      .label = QT_TRANSLATE_NOOP("record", "What it says"),
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&HarmPoster::where,
                  {.column = "where_it_is",
                      .label = QT_TRANSLATE_NOOP("record", "Where"),
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&HarmPoster::putUpOn,
                  {.column = "put_up_on",
                      .label = QT_TRANSLATE_NOOP("record", "Put up on"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&HarmPoster::checkedOn, dayField("checked_on", QT_TRANSLATE_NOOP("record", "Last looked at on")))
              .field(&HarmPoster::takenDownOn, dayField("taken_down_on", QT_TRANSLATE_NOOP("record", "Taken down on")))
              .field(&HarmPoster::note, noteField(500));
    return type;
}

template <> const Described<SharpsBox> &recordType<SharpsBox>()
{
    static const Described<SharpsBox> type
        = Described<SharpsBox>(
            {.table = "sharps_box",
                .title = QT_TRANSLATE_NOOP("record", "Sharps box"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Sharps boxes"),
                .access = {.add = Act::Record},
                .place = Place::Supplies,
                .newOne = QT_TRANSLATE_NOOP("record", "New sharps box"),
                .belongs = QT_TRANSLATE_NOOP("record", "The boxes of the house, from the day they are put out until they are collected."),
                .listRank = 9,
                .orderBy = "put_out_on",
                .newestFirst = true,
                .together = boxInOrder})
              .field(&SharpsBox::label,
                  {.column = "label",
                      .label = QT_TRANSLATE_NOOP("record", "Label and size"),
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&SharpsBox::where,
                  {.column = "where_it_is",
                      .label = QT_TRANSLATE_NOOP("record", "Where"),
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&SharpsBox::putOutOn,
                  {.column = "put_out_on",
                      .label = QT_TRANSLATE_NOOP("record", "Put out on"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&SharpsBox::closedOn, dayField("closed_on", QT_TRANSLATE_NOOP("record", "Full and locked on")))
              .field(&SharpsBox::collectedOn, dayField("collected_on", QT_TRANSLATE_NOOP("record", "Collected on")))
              .field(&SharpsBox::collectedBy,
                  {.column = "collected_by",
                      .label = QT_TRANSLATE_NOOP("record", "Collected by"),
                      .refers = "agency",
                      .saidAfterwards = true})
              .field(&SharpsBox::receipt,
                  {.column = "receipt",
                      .label = QT_TRANSLATE_NOOP("record", "Number of the paper"),
                      .saidAfterwards = true,
                      .maxLength = 60});
    return type;
}

} // namespace keywork
