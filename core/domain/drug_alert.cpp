// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/drug_alert.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations alertHoldsTogether(const Row &row, QDate)
{
    Violations violations;
    const QString from = row.text(u"from_on"_s);
    for (const QString &column : {u"until_on"_s, u"ended_on"_s})
        if (const QString day = row.text(column); !day.isEmpty() && day < from)
            violations.append({column, Rule::EndsBeforeStart, {}});
    if (!row.text(u"ended_on"_s).isEmpty() && row.text(u"ended_why"_s).trimmed().isEmpty())
        violations.append({u"ended_why"_s, Rule::ReasonNeeded, {}});
    return violations;
}

Violations decisionIsSaid(const Row &row, QDate)
{
    const bool isSaid = !row.text(u"why"_s).trimmed().isEmpty();
    return row.text(u"fits"_s).isEmpty() || isSaid ? Violations() : Violations{{u"why"_s, Rule::ReasonNeeded, {}}};
}

const char *alertPersonLine(const Row &row)
{
    return row.text(u"told_at"_s).isEmpty() ? QT_TRANSLATE_NOOP("record", "Drug alert {alert_id}: decided whether it fits")
                                            : QT_TRANSLATE_NOOP("record", "Told of the drug alert {alert_id}");
}

Described<DrugAlert> whatIsSold(Described<DrugAlert> &&type)
{
    return std::move(type)
        .field(&DrugAlert::number, numberField())
        .field(&DrugAlert::soldAs,
            {.column = "sold_as",
                .label = QT_TRANSLATE_NOOP("record", "Sold as"),
                .help = QT_TRANSLATE_NOOP("record", "What people ask for, in their words: it is matched by this, not by what is in it."),
                .heading = QT_TRANSLATE_NOOP("record", "What it is"),
                .required = true,
                .searched = true,
                .listed = true})
        .field(&DrugAlert::soldAsId,
            {.column = "sold_as_id",
                .label = QT_TRANSLATE_NOOP("record", "In our catalogue"),
                .refers = "substance",
                .help
                = QT_TRANSLATE_NOOP("record", "Whoever uses this gets it as a fact of overdose risk. Empty: it matches nobody by itself."),
                .listed = true})
        .field(&DrugAlert::look,
            {.column = "look",
                .label = QT_TRANSLATE_NOOP("record", "What it looks like"),
                .searched = true,
                .listed = true,
                .maxLength = 500})
        .field(&DrugAlert::contains,
            {.column = "contains",
                .label = QT_TRANSLATE_NOOP("record", "What it is, or is said to be"),
                .searched = true,
                .maxLength = 500})
        .field(&DrugAlert::effects,
            {.column = "effects",
                .label = QT_TRANSLATE_NOOP("record", "What the issuer says"),
                .help = QT_TRANSLATE_NOOP("record", "What it does and what to do, as the alert itself says it."),
                .searched = true,
                .multiline = true,
                .maxLength = 4000});
}

Described<DrugAlert> whoSaysSo(Described<DrugAlert> &&type)
{
    return std::move(type)
        .field(&DrugAlert::issuer,
            {.column = "issuer",
                .label = QT_TRANSLATE_NOOP("record", "Who issued it"),
                .heading = QT_TRANSLATE_NOOP("record", "Who says so"),
                .required = true,
                .searched = true,
                .listed = true})
        .field(
            &DrugAlert::issuerNumber, {.column = "issuer_number", .label = QT_TRANSLATE_NOOP("record", "Their number"), .searched = true})
        .field(&DrugAlert::grade, {.column = "grade", .label = QT_TRANSLATE_NOOP("record", "Their grade"), .listed = true, .maxLength = 60})
        .field(
            &DrugAlert::ground, {.column = "ground", .label = QT_TRANSLATE_NOOP("record", "Confirmed"), .required = true, .listed = true})
        .field(&DrugAlert::area, {.column = "area", .label = QT_TRANSLATE_NOOP("record", "Area"), .searched = true, .maxLength = 120})
        .field(&DrugAlert::fromOn, fromField())
        .field(&DrugAlert::untilOn,
            {.column = "until_on",
                .label = QT_TRANSLATE_NOOP("record", "Ask whether it is still true after"),
                .help = QT_TRANSLATE_NOOP("record", "28 days, unless the issuer says another day. It goes on until somebody ends it."),
                .required = true,
                .listed = true,
                .days = kToCome})
        .field(&DrugAlert::endedOn,
            {.column = "ended_on",
                .label = QT_TRANSLATE_NOOP("record", "Ended on"),
                .heading = QT_TRANSLATE_NOOP("record", "When it is no longer true"),
                .listed = true,
                .days = kHappened})
        .field(&DrugAlert::endedWhy,
            {.column = "ended_why",
                .label = QT_TRANSLATE_NOOP("record", "Who says so, and why"),
                .shownWhen = {"ended_on"},
                .searched = true,
                .saysWhy = true,
                .maxLength = 500});
}

} // namespace

template <> const Described<DrugAlert> &recordType<DrugAlert>()
{
    static const Described<DrugAlert> type = whoSaysSo(whatIsSold(Described<DrugAlert>({.table = "drug_alert",
        .title = QT_TRANSLATE_NOOP("record", "Drug alert"),
        .titleMany = QT_TRANSLATE_NOOP("record", "Drug alerts"),
        .category = Category::Risk,
        .place = Place::DrugAlerts,
        .newOne = QT_TRANSLATE_NOOP("record", "New drug alert"),
        .belongs = QT_TRANSLATE_NOOP("record", "A batch that is contaminated, stronger, or other than its name; and who was told."),
        .listRank = 1,
        .numberSeries = "DA",
        .orderBy = "from_on",
        .newestFirst = true,
        .happens = "from_on",
        .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Drug alert {number}: {sold_as}"); },
        .ends = "ended_on",
        .ended = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Drug alert {number} ended: {ended_why}"); },
        .handedOver = alwaysFirst,
        .called = "{number} {sold_as}",
        .together = alertHoldsTogether})));
    return type;
}

template <> const Described<DrugAlertPerson> &recordType<DrugAlertPerson>()
{
    static const Described<DrugAlertPerson> type
        = Described<DrugAlertPerson>({.table = "drug_alert_person",
                                         .title = QT_TRANSLATE_NOOP("record", "Told of a drug alert"),
                                         .titleMany = QT_TRANSLATE_NOOP("record", "Drug alerts they were told of"),
                                         .titleShort = QT_TRANSLATE_NOOP("record", "Drug alert"),
                                         .category = Category::Risk,
                                         .listsWhen = true,
                                         .access = {.add = Act::Record},
                                         .newOne = QT_TRANSLATE_NOOP("record", "Drug alert: told, or decided"),
                                         .belongs = QT_TRANSLATE_NOOP("record",
                                             "When they were told of an alert, and what somebody decided about whether it fits them."),
                                         .newestFirst = true,
                                         .happens = "created_at",
                                         .happened = alertPersonLine,
                                         .within = "alert_id",
                                         .together = decisionIsSaid})
              .field(&DrugAlertPerson::personId, residentField())
              .field(&DrugAlertPerson::alertId,
                  {.column = "alert_id",
                      .label = QT_TRANSLATE_NOOP("record", "Drug alert"),
                      .refers = "drug_alert",
                      .required = true,
                      .listed = true})
              .field(&DrugAlertPerson::toldAt,
                  {.column = "told_at", .label = QT_TRANSLATE_NOOP("record", "Told at"), .listed = true, .days = kHappened})
              .field(&DrugAlertPerson::toldById,
                  {.column = "told_by_id", .label = QT_TRANSLATE_NOOP("record", "Told by"), .refers = "staff", .listed = true})
              .field(&DrugAlertPerson::fits,
                  {.column = "fits",
                      .label = QT_TRANSLATE_NOOP("record", "Decided for them"),
                      .help = QT_TRANSLATE_NOOP("record", "Empty: what they use decides whether it is a fact of their overdose risk."),
                      .category = Category::SubstanceUse})
              .field(&DrugAlertPerson::why,
                  {.column = "why",
                      .label = QT_TRANSLATE_NOOP("record", "Why it was decided so"),
                      .shownWhen = {"fits"},
                      .category = Category::SubstanceUse,
                      .saysWhy = true,
                      .maxLength = 500});
    return type;
}

} // namespace keywork
