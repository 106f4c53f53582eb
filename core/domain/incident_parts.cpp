// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/incident_parts.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr Access kSeenAndAdded{.add = Act::Record};

Field incidentField()
{
    return {
        .column = "incident_id", .label = QT_TRANSLATE_NOOP("record", "Incident"), .refers = "incident", .required = true, .kept = true};
}

bool saysNothing(const Row &row, const char *column)
{
    const QVariant said = row.value(QString::fromLatin1(column));
    return said.isNull() || said.toString().trimmed().isEmpty();
}

void mustSay(const Row &row, std::initializer_list<const char *> columns, Violations &violations)
{
    for (const char *column : columns)
        if (saysNothing(row, column))
            violations.append({QString::fromLatin1(column), Rule::Required, {}});
}

/// Both of the same text form, so that they are compared as they stand.
void mustNotBeBefore(const Row &row, const char *column, const char *earlier, Violations &violations)
{
    if (!saysNothing(row, column) && row.text(QString::fromLatin1(column)) < row.text(QString::fromLatin1(earlier)))
        violations.append({QString::fromLatin1(column), Rule::EndsBeforeStart, {}});
}

/// Two names are two people.
void mustDiffer(const Row &row, const char *second, const char *first, Violations &violations)
{
    if (!saysNothing(row, second) && row.value(QString::fromLatin1(second)) == row.value(QString::fromLatin1(first)))
        violations.append({QString::fromLatin1(second), Rule::SameSignature, {}});
}

Violations serviceFits(const Row &row, QDate)
{
    Violations violations;
    if (fromCode<ServiceAnswer>(row.text(u"answer"_s)) == ServiceAnswer::Declined)
        mustSay(row, {"declined_by", "what_then"}, violations);
    mustNotBeBefore(row, "came_at", "called_at", violations);
    return violations;
}

Violations foundEndFits(const Row &row)
{
    Violations violations;
    const auto ended = fromCode<FoundEnded>(row.text(u"ended"_s));
    if (!ended)
        return violations;
    mustSay(row, {"ended_at", "ended_by_id"}, violations);
    if (ended == FoundEnded::Police)
        mustSay(row, {"police_reference"}, violations);
    if (ended == FoundEnded::Destroyed)
        mustSay(row, {"ended_how", "ended_with_id"}, violations);
    mustNotBeBefore(row, "ended_at", "found_at", violations);
    mustDiffer(row, "ended_with_id", "ended_by_id", violations);
    return violations;
}

Violations foundFits(const Row &row, QDate)
{
    Violations violations;
    const auto second = fromCode<BagSecond>(row.text(u"second"_s)).value_or(BagSecond::Nobody);
    if (second == BagSecond::Staff)
        mustSay(row, {"second_id", "bag_number"}, violations);
    if (second == BagSecond::Other)
        mustSay(row, {"second_name", "bag_number"}, violations);
    if (second == BagSecond::NoBag && !saysNothing(row, "bag_number")) // a bag has two names, or waits for one
        violations.append({u"second"_s, Rule::WitnessNeeded, {}});
    mustDiffer(row, "second_id", "first_id", violations);
    return violations + foundEndFits(row);
}

Described<FoundItem> bagAndNames(Described<FoundItem> &&type)
{
    return std::move(type)
        .field(&FoundItem::bagNumber,
            {.column = "bag_number",
                .label = QT_TRANSLATE_NOOP("record", "Number of the sealed bag"),
                .searched = true,
                .listed = true,
                .maxLength = 60})
        .field(&FoundItem::firstId,
            {.column = "first_id",
                .label = QT_TRANSLATE_NOOP("record", "Found or sealed by"),
                .refers = "staff",
                .help = QT_TRANSLATE_NOOP("record", "Whoever found it or put it into the bag."),
                .required = true,
                .listed = true})
        .field(
            &FoundItem::second, {.column = "second", .label = QT_TRANSLATE_NOOP("record", "Who gives the second name"), .required = true})
        .field(&FoundItem::secondId,
            {.column = "second_id",
                .label = QT_TRANSLATE_NOOP("record", "Second name"),
                .refers = "staff",
                .shownWhen = {"second", "staff"},
                .listed = true})
        .field(&FoundItem::secondName,
            {.column = "second_name",
                .label = QT_TRANSLATE_NOOP("record", "Their name, and where they are from"),
                .shownWhen = {"second", "other"}})
        .field(&FoundItem::keptWhere,
            {.column = "kept_where", .label = QT_TRANSLATE_NOOP("record", "Where it is locked away"), .maxLength = 100});
}

Described<FoundItem> whereItWent(Described<FoundItem> &&type)
{
    constexpr ShownWhen hasEnded{"ended", nullptr};
    return std::move(type)
        .field(&FoundItem::ended,
            {.column = "ended",
                .label = QT_TRANSLATE_NOOP("record", "Where it went"),
                .help = QT_TRANSLATE_NOOP("record", "Blank as long as it is here.")})
        .field(&FoundItem::endedAt,
            {.column = "ended_at", .label = QT_TRANSLATE_NOOP("record", "Gone since"), .shownWhen = hasEnded, .days = kHappened})
        .field(&FoundItem::policeReference,
            {.column = "police_reference",
                .label = QT_TRANSLATE_NOOP("record", "Reference of the police"),
                .shownWhen = {"ended", "police"},
                .searched = true,
                .maxLength = 60})
        .field(&FoundItem::endedHow,
            {.column = "ended_how",
                .label = QT_TRANSLATE_NOOP("record", "To whom, or how it was destroyed"),
                .shownWhen = hasEnded,
                .maxLength = 500})
        .field(&FoundItem::endedById,
            {.column = "ended_by_id",
                .label = QT_TRANSLATE_NOOP("record", "Handed over or destroyed by"),
                .refers = "staff",
                .shownWhen = hasEnded})
        .field(&FoundItem::endedWithId,
            {.column = "ended_with_id",
                .label = QT_TRANSLATE_NOOP("record", "With whom: the second name"),
                .refers = "staff",
                .shownWhen = {"ended", "destroyed"}});
}

} // namespace

template <> const Described<ServiceCalled> &recordType<ServiceCalled>()
{
    constexpr ShownWhen declined{"answer", "declined"};
    static const Described<ServiceCalled> type
        = Described<ServiceCalled>({.table = "service_called",
                                       .title = QT_TRANSLATE_NOOP("record", "Service that was called"),
                                       .titleMany = QT_TRANSLATE_NOOP("record", "Services that were called"),
                                       .category = Category::Risk,
                                       .access = kSeenAndAdded,
                                       .orderBy = "called_at",
                                       .childOf = "incident_id",
                                       .together = serviceFits})
              .field(&ServiceCalled::incidentId, incidentField())
              .field(&ServiceCalled::service,
                  {.column = "service",
                      .label = QT_TRANSLATE_NOOP("record", "Which service"),
                      .list = "service_called",
                      .required = true,
                      .listed = true})
              .field(&ServiceCalled::calledAt,
                  {.column = "called_at",
                      .label = QT_TRANSLATE_NOOP("record", "Called at"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&ServiceCalled::calledById,
                  {.column = "called_by_id", .label = QT_TRANSLATE_NOOP("record", "Who called"), .refers = "staff"})
              .field(&ServiceCalled::toldThem,
                  {.column = "told_them",
                      .label = QT_TRANSLATE_NOOP("record", "What they were told"),
                      .searched = true,
                      .multiline = true,
                      .maxLength = 2000})
              .field(&ServiceCalled::reference,
                  {.column = "reference",
                      .label = QT_TRANSLATE_NOOP("record", "Their log or reference number"),
                      .searched = true,
                      .listed = true,
                      .maxLength = 60})
              .field(&ServiceCalled::answer,
                  {.column = "answer",
                      .label = QT_TRANSLATE_NOOP("record", "What they did"),
                      .required = true,
                      .beginsAs = "waiting",
                      .listed = true})
              .field(&ServiceCalled::cameAt,
                  {.column = "came_at",
                      .label = QT_TRANSLATE_NOOP("record", "Came at"),
                      .shownWhen = {"answer", "came"},
                      .days = kHappened})
              .field(&ServiceCalled::declinedBy,
                  {.column = "declined_by", .label = QT_TRANSLATE_NOOP("record", "Who declined"), .shownWhen = declined})
              .field(&ServiceCalled::whatThen,
                  {.column = "what_then",
                      .label = QT_TRANSLATE_NOOP("record", "What was done then"),
                      .shownWhen = declined,
                      .searched = true,
                      .multiline = true,
                      .maxLength = 2000});
    return type;
}

template <> const Described<IncidentTold> &recordType<IncidentTold>()
{
    static const Described<IncidentTold> type
        = Described<IncidentTold>({.table = "incident_told",
                                      .title = QT_TRANSLATE_NOOP("record", "Somebody who was told"),
                                      .titleMany = QT_TRANSLATE_NOOP("record", "Who was told"),
                                      .category = Category::Risk,
                                      .access = kSeenAndAdded,
                                      .orderBy = "told_at",
                                      .childOf = "incident_id"})
              .field(&IncidentTold::incidentId, incidentField())
              .field(&IncidentTold::whom,
                  {.column = "whom",
                      .label = QT_TRANSLATE_NOOP("record", "Who was told"),
                      .list = "incident_told_whom",
                      .required = true,
                      .listed = true})
              .field(&IncidentTold::name,
                  {.column = "name", .label = QT_TRANSLATE_NOOP("record", "Their name"), .listed = true, .maxLength = 100})
              .field(&IncidentTold::toldAt,
                  {.column = "told_at",
                      .label = QT_TRANSLATE_NOOP("record", "Told at"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&IncidentTold::byId, {.column = "by_id", .label = QT_TRANSLATE_NOOP("record", "Told by"), .refers = "staff"})
              .field(&IncidentTold::what,
                  {.column = "what",
                      .label = QT_TRANSLATE_NOOP("record", "What was told, and what they said"),
                      .searched = true,
                      .multiline = true,
                      .maxLength = 2000});
    return type;
}

template <> const Described<FoundItem> &recordType<FoundItem>()
{
    static const Described<FoundItem> type = whereItWent(bagAndNames(
        Described<FoundItem>({.table = "found_item",
                                 .title = QT_TRANSLATE_NOOP("record", "Found item"),
                                 .titleMany = QT_TRANSLATE_NOOP("record", "Found items"),
                                 .category = Category::Risk,
                                 .access = kSeenAndAdded,
                                 .numberSeries = "F",
                                 .orderBy = "found_at",
                                 .newestFirst = true,
                                 .called = "{number} {what}",
                                 .childOf = "incident_id",
                                 .together = foundFits})
            .field(&FoundItem::incidentId, incidentField())
            .field(&FoundItem::number, numberField())
            .field(&FoundItem::what,
                {.column = "what",
                    .label = QT_TRANSLATE_NOOP("record", "What it seems to be"),
                    .list = "found_what",
                    .required = true,
                    .searched = true,
                    .listed = true})
            .field(&FoundItem::look,
                {.column = "look",
                    .label = QT_TRANSLATE_NOOP("record", "What it looks like from outside"),
                    .help = QT_TRANSLATE_NOOP("record", "Nobody weighs, tests or tastes it."),
                    .searched = true,
                    .maxLength = 500})
            .field(&FoundItem::howMany,
                {.column = "how_many", .label = QT_TRANSLATE_NOOP("record", "How many pieces"), .smallest = 1, .largest = 10'000})
            .field(&FoundItem::foundWhere,
                {.column = "found_where", .label = QT_TRANSLATE_NOOP("record", "Where it lay"), .searched = true, .listed = true})
            .field(&FoundItem::foundAt,
                {.column = "found_at",
                    .label = QT_TRANSLATE_NOOP("record", "Found at"),
                    .required = true,
                    .listed = true,
                    .days = kHappened})));
    return type;
}

} // namespace keywork
