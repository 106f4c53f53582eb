// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/court.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations requirementFits(const Row &row, QDate today)
{
    Violations violations = endsAfterItBegan(row, today);
    const QVariant wanted = row.value(u"contacts_wanted"_s);
    const QVariant kept = row.value(u"contacts_kept"_s);
    if (!kept.isNull() && wanted.isNull())
        violations.append({u"contacts_wanted"_s, Rule::Required, {}});
    else if (!kept.isNull() && kept.toLongLong() > wanted.toLongLong())
        violations.append({u"contacts_kept"_s, Rule::TooLarge, QString::number(wanted.toLongLong())});
    return violations;
}

/// Put off until a day behind the hearing itself; its day on the house's clocks may be one later than in UTC, never earlier.
Violations hearingFits(const Row &row, QDate)
{
    const QString next = row.text(u"next_on"_s);
    const QString day = row.text(u"starts_at"_s).left(10);
    return next.isEmpty() || day.isEmpty() || next > day ? Violations() : Violations{{u"next_on"_s, Rule::EndsBeforeStart, {}}};
}

Violations tagFits(const Row &row, QDate today)
{
    Violations violations = endsAfterItBegan(row, today);
    const QString from = row.text(u"in_from"_s);
    const QString until = row.text(u"in_until"_s);
    if (from.isEmpty() != until.isEmpty())
        violations.append({from.isEmpty() ? u"in_from"_s : u"in_until"_s, Rule::Required, {}});
    return violations;
}

/// An order to be treated tells of the treatment, and a dose given in custody of the prescription.
std::optional<Category> courtAlsoTells(const Row &row)
{
    static const QHash<QString, Category> byKind{{u"drr"_s, Category::Treatment}, {u"atr"_s, Category::Treatment},
        {u"mhtr"_s, Category::Health}, {u"drug_treatment"_s, Category::Treatment}, {u"alcohol_treatment"_s, Category::Treatment},
        {u"testing"_s, Category::Treatment}};
    const auto told = byKind.constFind(row.text(u"kind"_s));
    return told == byKind.constEnd() ? std::nullopt : std::optional(*told);
}

std::optional<Category> custodyAlsoTells(const Row &row)
{
    return row.text(u"dose_given"_s).isEmpty() ? std::nullopt : std::optional(Category::Treatment);
}

const char *orderEnds(const Row &) { return QT_TRANSLATE_NOOP("record", "Order ends: {kind}"); }

const char *custodyEnds(const Row &) { return QT_TRANSLATE_NOOP("record", "Left custody: {place}"); }

const char *hearingLine(const Row &row)
{
    return row.text(u"outcome"_s).isEmpty() ? QT_TRANSLATE_NOOP("record", "Hearing: {why}, {court}")
                                            : QT_TRANSLATE_NOOP("record", "Hearing at {court}: {outcome}");
}

Field courtField()
{
    return {.column = "court", .label = QT_TRANSLATE_NOOP("record", "Which court"), .required = true, .searched = true, .listed = true};
}

Field courtFrom()
{
    return {.column = "from_on", .label = QT_TRANSLATE_NOOP("record", "From"), .required = true, .listed = true, .days = kEitherWay};
}

Field courtUntil(const char *label = QT_TRANSLATE_NOOP("record", "Until"), const char *help = nullptr)
{
    return {.column = "until_on", .label = label, .help = help, .listed = true, .days = kEitherWay};
}

} // namespace

template <> const Described<CourtOrder> &recordType<CourtOrder>()
{
    static const Described<CourtOrder> type
        = Described<CourtOrder>(
            {.table = "court_order",
                .title = QT_TRANSLATE_NOOP("record", "Court order or licence"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Court orders and licences"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Court order"),
                .category = Category::Offending,
                .sharedAs = SharedAs::Listed,
                .alsoTells = courtAlsoTells,
                .place = Place::ResidentCourt,
                .newOne = QT_TRANSLATE_NOOP("record", "New court order or licence"),
                .belongs = QT_TRANSLATE_NOOP("record", "Orders with what they ask for, and licences: from when, until when, with whom."),
                .listRank = 1,
                .orderBy = "from_on",
                .newestFirst = true,
                .happens = "from_on",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Order begins: {kind}, {court}"); },
                .ends = "until_on",
                .ended = orderEnds,
                .called = "{kind}",
                .together = endsAfterItBegan})
              .field(&CourtOrder::personId, residentField())
              .field(&CourtOrder::kind,
                  {.column = "kind",
                      .label = QT_TRANSLATE_NOOP("record", "What kind"),
                      .list = "court_order_kind",
                      .required = true,
                      .listed = true})
              .field(&CourtOrder::court, courtField())
              .field(&CourtOrder::fromOn, courtFrom())
              .field(&CourtOrder::untilOn, courtUntil())
              .field(&CourtOrder::agencyId,
                  {.column = "agency_id",
                      .label = QT_TRANSLATE_NOOP("record", "Kept with which agency"),
                      .refers = "agency",
                      .listed = true})
              .field(&CourtOrder::officer,
                  {.column = "officer",
                      .label = QT_TRANSLATE_NOOP("record", "Probation officer, name and telephone"),
                      .searched = true,
                      .listed = true})
              .field(&CourtOrder::contactsWanted,
                  {.column = "contacts_wanted",
                      .label = QT_TRANSLATE_NOOP("record", "How often they are to be seen"),
                      .help = QT_TRANSLATE_NOOP("record", "“Weekly for 16 weeks, then every fortnight”."),
                      .listed = true})
              .field(&CourtOrder::conditions,
                  {.column = "conditions",
                      .label = QT_TRANSLATE_NOOP("record", "Conditions, in plain words"),
                      .multiline = true,
                      .maxLength = 4000})
              .field(&CourtOrder::notes,
                  {.column = "notes",
                      .label = QT_TRANSLATE_NOOP("record", "Notes"),
                      .multiline = true,
                      .keptInHouse = true,
                      .maxLength = 4000});
    return type;
}

template <> const Described<OrderRequirement> &recordType<OrderRequirement>()
{
    static const Described<OrderRequirement> type
        = Described<OrderRequirement>({.table = "order_requirement",
                                          .title = QT_TRANSLATE_NOOP("record", "Requirement of an order"),
                                          .titleMany = QT_TRANSLATE_NOOP("record", "What the order asks for"),
                                          .titleShort = QT_TRANSLATE_NOOP("record", "Requirement"),
                                          .category = Category::Offending,
                                          .sharedAs = SharedAs::Listed,
                                          .alsoTells = courtAlsoTells,
                                          .orderBy = "from_on",
                                          .childOf = "court_order_id",
                                          .together = requirementFits})
              .field(&OrderRequirement::courtOrderId,
                  {.column = "court_order_id",
                      .label = QT_TRANSLATE_NOOP("record", "Court order or licence"),
                      .refers = "court_order",
                      .required = true,
                      .kept = true})
              .field(&OrderRequirement::personId, residentField())
              .field(&OrderRequirement::kind,
                  {.column = "kind",
                      .label = QT_TRANSLATE_NOOP("record", "What kind of requirement"),
                      .list = "order_requirement_kind",
                      .required = true,
                      .listed = true})
              .field(&OrderRequirement::what,
                  {.column = "what", .label = QT_TRANSLATE_NOOP("record", "What exactly"), .listed = true, .maxLength = 500})
              .field(&OrderRequirement::fromOn, courtFrom())
              .field(&OrderRequirement::untilOn, courtUntil())
              .field(&OrderRequirement::reviewOn,
                  {.column = "review_on", .label = QT_TRANSLATE_NOOP("record", "Next review"), .listed = true, .days = kEitherWay})
              .field(&OrderRequirement::reviews,
                  {.column = "reviews",
                      .label = QT_TRANSLATE_NOOP("record", "Reviews so far"),
                      .multiline = true,
                      .keptInHouse = true,
                      .maxLength = 4000})
              .field(&OrderRequirement::contactsWanted,
                  {.column = "contacts_wanted",
                      .label = QT_TRANSLATE_NOOP("record", "Contacts wanted until now"),
                      .listed = true,
                      .smallest = 0,
                      .largest = 2000})
              .field(&OrderRequirement::contactsKept,
                  {.column = "contacts_kept",
                      .label = QT_TRANSLATE_NOOP("record", "Of these, kept"),
                      .listed = true,
                      .smallest = 0,
                      .largest = 2000});
    return type;
}

template <> const Described<Hearing> &recordType<Hearing>()
{
    static const Described<Hearing> type
        = Described<Hearing>({.table = "hearing",
                                 .title = QT_TRANSLATE_NOOP("record", "Hearing"),
                                 .titleMany = QT_TRANSLATE_NOOP("record", "Hearings"),
                                 .category = Category::Offending,
                                 .sharedAs = SharedAs::Listed,
                                 .place = Place::ResidentCourt,
                                 .newOne = QT_TRANSLATE_NOOP("record", "New hearing"),
                                 .belongs = QT_TRANSLATE_NOOP("record", "Days in court: when, where, what about, and what came of it."),
                                 .listRank = 2,
                                 .orderBy = "starts_at",
                                 .newestFirst = true,
                                 .happens = "starts_at",
                                 .happened = hearingLine,
                                 .called = "{court}",
                                 .together = hearingFits})
              .field(&Hearing::personId, residentField())
              .field(&Hearing::startsAt, startsAtField())
              .field(&Hearing::court, courtField())
              .field(&Hearing::why,
                  {.column = "why",
                      .label = QT_TRANSLATE_NOOP("record", "What it is about"),
                      .required = true,
                      .listed = true,
                      .maxLength = 500})
              .field(&Hearing::solicitor,
                  {.column = "solicitor", .label = QT_TRANSLATE_NOOP("record", "Solicitor, name and telephone"), .searched = true})
              .field(&Hearing::goesAlong,
                  {.column = "goes_along", .label = QT_TRANSLATE_NOOP("record", "Who goes along"), .keptInHouse = true})
              .field(&Hearing::outcome,
                  {.column = "outcome",
                      .label = QT_TRANSLATE_NOOP("record", "Outcome"),
                      .heading = QT_TRANSLATE_NOOP("record", "Afterwards"),
                      .listed = true,
                      .multiline = true,
                      .saidAfterwards = true,
                      .maxLength = 2000})
              .field(&Hearing::nextOn,
                  {.column = "next_on",
                      .label = QT_TRANSLATE_NOOP("record", "Put off until"),
                      .listed = true,
                      .saidAfterwards = true,
                      .days = kEitherWay});
    return type;
}

template <> const Described<ElectronicTag> &recordType<ElectronicTag>()
{
    static const Described<ElectronicTag> type
        = Described<ElectronicTag>(
            {.table = "electronic_tag",
                .title = QT_TRANSLATE_NOOP("record", "Tag"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Tags and their hours"),
                .category = Category::Offending,
                .sharedAs = SharedAs::Listed,
                .place = Place::ResidentCourt,
                .newOne = QT_TRANSLATE_NOOP("record", "New tag"),
                .belongs = QT_TRANSLATE_NOOP("record", "A tag with the hours when they have to be in, and whom to ring about it."),
                .listRank = 3,
                .orderBy = "from_on",
                .newestFirst = true,
                .together = tagFits})
              .field(&ElectronicTag::personId, residentField())
              .field(&ElectronicTag::kind,
                  {.column = "kind",
                      .label = QT_TRANSLATE_NOOP("record", "What kind"),
                      .list = "tag_kind",
                      .required = true,
                      .listed = true})
              .field(&ElectronicTag::fromOn, courtFrom())
              .field(&ElectronicTag::untilOn, courtUntil())
              .field(
                  &ElectronicTag::inFrom, {.column = "in_from", .label = QT_TRANSLATE_NOOP("record", "In the house from"), .listed = true})
              .field(&ElectronicTag::inUntil,
                  {.column = "in_until", .label = QT_TRANSLATE_NOOP("record", "In the house until"), .listed = true})
              .field(&ElectronicTag::days,
                  {.column = "days", .label = QT_TRANSLATE_NOOP("record", "On which days, if not on all"), .listed = true})
              .field(&ElectronicTag::company,
                  {.column = "company", .label = QT_TRANSLATE_NOOP("record", "Whom to ring about the tag"), .keptInHouse = true});
    return type;
}

template <> const Described<CustodySpell> &recordType<CustodySpell>()
{
    static const Described<CustodySpell> type
        = Described<CustodySpell>(
            {.table = "custody_spell",
                .title = QT_TRANSLATE_NOOP("record", "Time in custody"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Times in custody"),
                .category = Category::Offending,
                .sharedAs = SharedAs::Listed,
                .alsoTells = custodyAlsoTells,
                .place = Place::ResidentCourt,
                .newOne = QT_TRANSLATE_NOOP("record", "New time in custody"),
                .belongs = QT_TRANSLATE_NOOP("record", "Prison or police cells: from when, until when, and whether the dose was given."),
                .listRank = 4,
                .orderBy = "from_on",
                .newestFirst = true,
                .happens = "from_on",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "In custody: {place}"); },
                .ends = "until_on",
                .ended = custodyEnds,
                .handedOver = alwaysTold,
                .together = endsAfterItBegan})
              .field(&CustodySpell::personId, residentField())
              .field(&CustodySpell::fromOn, courtFrom())
              .field(&CustodySpell::untilOn,
                  courtUntil(QT_TRANSLATE_NOOP("record", "Left on"), QT_TRANSLATE_NOOP("record", "Empty while they are there.")))
              .field(&CustodySpell::place,
                  {.column = "place", .label = QT_TRANSLATE_NOOP("record", "Where"), .required = true, .searched = true, .listed = true})
              .field(&CustodySpell::reason, {.column = "reason", .label = QT_TRANSLATE_NOOP("record", "Why"), .keptInHouse = true})
              .field(&CustodySpell::doseGiven,
                  {.column = "dose_given",
                      .label = QT_TRANSLATE_NOOP("record", "Was the substitute dose given there"),
                      .list = "dose_given_there",
                      .listed = true})
              .field(&CustodySpell::doseNote,
                  {.column = "dose_note",
                      .label = QT_TRANSLATE_NOOP("record", "Last dose there, and who said so"),
                      .category = Category::Treatment,
                      .maxLength = 500});
    return type;
}

template <> const Described<PastOffence> &recordType<PastOffence>()
{
    static const Described<PastOffence> type
        = Described<PastOffence>(
            {.table = "past_offence",
                .title = QT_TRANSLATE_NOOP("record", "Past offence"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Past offences that matter for safety"),
                .category = Category::Offending,
                .access = kSharersRead,
                .place = Place::ResidentCourt,
                .newOne = QT_TRANSLATE_NOOP("record", "New past offence that matters"),
                .belongs = QT_TRANSLATE_NOOP("record", "Only what matters for somebody's safety now. It leaves in no referral."),
                .listRank = 5,
                .newestFirst = true})
              .field(&PastOffence::personId, residentField())
              .field(&PastOffence::what,
                  {.column = "what", .label = QT_TRANSLATE_NOOP("record", "What"), .required = true, .listed = true, .maxLength = 300})
              .field(&PastOffence::whenItWas,
                  {.column = "when_it_was",
                      .label = QT_TRANSLATE_NOOP("record", "When"),
                      .help = QT_TRANSLATE_NOOP("record", "The year alone, or month and year, will do."),
                      .listed = true,
                      .days = DayRange{DayDirection::Past, 70, 0, false}})
              .field(&PastOffence::whyItMatters,
                  {.column = "why_it_matters",
                      .label = QT_TRANSLATE_NOOP("record", "Why it matters for safety now"),
                      .required = true,
                      .listed = true,
                      .multiline = true,
                      .saysWhy = true,
                      .maxLength = 2000})
              .field(&PastOffence::whatHelps,
                  {.column = "what_helps",
                      .label = QT_TRANSLATE_NOOP("record", "What keeps everybody safe"),
                      .multiline = true,
                      .maxLength = 2000})
              .field(&PastOffence::reviewOn,
                  {.column = "review_on",
                      .label = QT_TRANSLATE_NOOP("record", "Whether it still matters: look again on"),
                      .days = kToCome});
    return type;
}

} // namespace keywork
