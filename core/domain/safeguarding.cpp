// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/safeguarding.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

// Whoever sees something writes it down; what comes of it only managers read, and never the one whom it is about.
constexpr Access kConcernAccess{.readers = Act::Manage, .add = Act::Record, .amend = Act::Manage, .hiddenFrom = "about_staff_id"};

void concernNeeds(const Row &row, std::initializer_list<const char *> columns, Violations &violations)
{
    for (const char *column : columns) {
        const QVariant said = row.value(QString::fromLatin1(column));
        if (said.isNull() || said.toString().trimmed().isEmpty())
            violations.append({QString::fromLatin1(column), Rule::Required, {}});
    }
}

Violations concernIsComplete(const Row &row, QDate)
{
    Violations violations;
    const auto state = fromCode<ConcernState>(row.text(u"state"_s)).value_or(ConcernState::Raised);
    if (fromCode<AtRisk>(row.text(u"at_risk"_s)).value_or(AtRisk::Resident) != AtRisk::Resident)
        concernNeeds(row, {"at_risk_who"}, violations);
    if (state == ConcernState::Raised)
        return violations;
    concernNeeds(row, {"lead_id"}, violations);
    const bool isDecided = !row.text(u"decision"_s).isEmpty();
    if (isDecided || state == ConcernState::Closed)
        concernNeeds(row, {"decision", "decided_on", "decision_why"}, violations);
    // Declined is not the end: nothing is decided before these were looked at.
    if (isDecided && row.text(u"wish"_s) == QLatin1String(codeOf(ConcernWish::Declined)))
        concernNeeds(row, {"capacity", "coercion", "others_at_risk"}, violations);
    if (row.text(u"decision"_s) == "refer"_L1)
        concernNeeds(row, {"agency_id", "referred_on"}, violations);
    if (state == ConcernState::Closed)
        concernNeeds(row, {"outcome", "closed_on"}, violations);
    else if (isDecided)
        concernNeeds(row, {"review_on"}, violations);
    const QString closed = row.text(u"closed_on"_s);
    if (!closed.isEmpty() && closed < row.text(u"decided_on"_s))
        violations.append({u"closed_on"_s, Rule::EndsBeforeStart, {}});
    return violations;
}

Field aboutStaffField()
{
    return {.column = "about_staff_id", .label = QT_TRANSLATE_NOOP("record", "About somebody of the team"), .refers = "staff"};
}

Described<SafeguardingConcern> seenAndSaid(Described<SafeguardingConcern> &&type)
{
    Field about = aboutStaffField();
    about.help = QT_TRANSLATE_NOOP("record", "Whoever is named here never sees this record.");
    return std::move(type)
        .field(&SafeguardingConcern::number, numberField())
        .field(&SafeguardingConcern::personId, residentField())
        .field(&SafeguardingConcern::kind,
            {.column = "kind",
                .label = QT_TRANSLATE_NOOP("record", "What kind of harm"),
                .list = "safeguarding_kind",
                .heading = QT_TRANSLATE_NOOP("record", "What was seen or said"),
                .required = true,
                .listed = true})
        .field(&SafeguardingConcern::seenAt,
            {.column = "seen_at", .label = QT_TRANSLATE_NOOP("record", "When"), .required = true, .listed = true, .days = kHappened})
        .field(&SafeguardingConcern::place, {.column = "place", .label = QT_TRANSLATE_NOOP("record", "Where")})
        .field(&SafeguardingConcern::whatWasSeen,
            {.column = "what_was_seen",
                .label = QT_TRANSLATE_NOOP("record", "What was seen or said"),
                .help = QT_TRANSLATE_NOOP("record", "What you saw and heard, in the words that were said. What you think of it, apart."),
                .required = true,
                .searched = true,
                .multiline = true})
        .field(&SafeguardingConcern::atRisk,
            {.column = "at_risk",
                .label = QT_TRANSLATE_NOOP("record", "Who is at risk"),
                .required = true,
                .beginsAs = "resident",
                .listed = true})
        .field(&SafeguardingConcern::atRiskWho,
            {.column = "at_risk_who",
                .label = QT_TRANSLATE_NOOP("record", "Who that is, as far as known"),
                .shownWhen = {"at_risk", "another_adult,child,several"},
                .maxLength = 500})
        .field(&SafeguardingConcern::doneAtOnce,
            {.column = "done_at_once", .label = QT_TRANSLATE_NOOP("record", "What was done at once"), .multiline = true, .maxLength = 4000})
        .field(&SafeguardingConcern::incidentNumber,
            {.column = "incident_number",
                .label = QT_TRANSLATE_NOOP("record", "Number of the incident, if it came of one"),
                .maxLength = 20})
        .field(&SafeguardingConcern::aboutStaffId, about);
}

Described<SafeguardingConcern> whatTheyWant(Described<SafeguardingConcern> &&type)
{
    return std::move(type)
        .field(&SafeguardingConcern::wish,
            {.column = "wish",
                .label = QT_TRANSLATE_NOOP("record", "What they want"),
                .heading = QT_TRANSLATE_NOOP("record", "What they want"),
                .required = true,
                .beginsAs = "not_asked_yet",
                .listed = true})
        .field(&SafeguardingConcern::theirWords,
            {.column = "their_words", .label = QT_TRANSLATE_NOOP("record", "In their words"), .multiline = true, .maxLength = 4000})
        .field(&SafeguardingConcern::capacity,
            {.column = "capacity",
                .label = QT_TRANSLATE_NOOP("record", "Could they make this decision"),
                .list = "safeguarding_capacity",
                .help = QT_TRANSLATE_NOOP("record", "In doubt, write it down as “Capacity for a decision”, too.")})
        .field(&SafeguardingConcern::capacityWhy,
            {.column = "capacity_why", .label = QT_TRANSLATE_NOOP("record", "What that rests on"), .multiline = true, .maxLength = 2000})
        .field(&SafeguardingConcern::coercion,
            {.column = "coercion", .label = QT_TRANSLATE_NOOP("record", "Somebody puts pressure on them"), .list = "safeguarding_answer"})
        .field(&SafeguardingConcern::othersAtRisk,
            {.column = "others_at_risk",
                .label = QT_TRANSLATE_NOOP("record", "Others or children are at risk, too"),
                .list = "safeguarding_answer"})
        .field(&SafeguardingConcern::othersWho,
            {.column = "others_who", .label = QT_TRANSLATE_NOOP("record", "What is known of that"), .multiline = true, .maxLength = 2000});
}

Described<SafeguardingConcern> whatIsDone(Described<SafeguardingConcern> &&type)
{
    constexpr ShownWhen dealtWith{"state", "in_hand,closed"};
    constexpr ShownWhen isClosed{"state", "closed"};
    return std::move(type)
        .field(&SafeguardingConcern::state,
            {.column = "state",
                .label = QT_TRANSLATE_NOOP("record", "How far it is"),
                .heading = QT_TRANSLATE_NOOP("record", "What is done"),
                .required = true,
                .beginsAs = "raised",
                .listed = true})
        .field(&SafeguardingConcern::leadId,
            {.column = "lead_id", .label = QT_TRANSLATE_NOOP("record", "Safeguarding lead"), .refers = "staff", .shownWhen = dealtWith})
        .field(&SafeguardingConcern::decision,
            {.column = "decision",
                .label = QT_TRANSLATE_NOOP("record", "What the lead decided"),
                .list = "safeguarding_decision",
                .shownWhen = dealtWith,
                .listed = true})
        .field(&SafeguardingConcern::decidedOn,
            {.column = "decided_on", .label = QT_TRANSLATE_NOOP("record", "Decided on"), .shownWhen = dealtWith, .days = kHappened})
        .field(&SafeguardingConcern::decisionWhy,
            {.column = "decision_why",
                .label = QT_TRANSLATE_NOOP("record", "Why the lead decided so"),
                .shownWhen = dealtWith,
                .multiline = true,
                .saysWhy = true,
                .maxLength = 4000})
        .field(&SafeguardingConcern::agencyId,
            {.column = "agency_id",
                .label = QT_TRANSLATE_NOOP("record", "Referred to"),
                .refers = "agency",
                .help = QT_TRANSLATE_NOOP("record", "What is sent leaves by “Share” or “Print this record”, so that the ledger has it."),
                .shownWhen = dealtWith})
        .field(&SafeguardingConcern::referredOn,
            {.column = "referred_on", .label = QT_TRANSLATE_NOOP("record", "Referred on"), .shownWhen = dealtWith, .days = kHappened})
        .field(&SafeguardingConcern::theirReference,
            {.column = "their_reference",
                .label = QT_TRANSLATE_NOOP("record", "Their reference number"),
                .shownWhen = dealtWith,
                .searched = true,
                .maxLength = 60})
        .field(&SafeguardingConcern::protectionPlan,
            {.column = "protection_plan",
                .label = QT_TRANSLATE_NOOP("record", "What is done to protect them, by whom"),
                .shownWhen = dealtWith,
                .multiline = true})
        .field(&SafeguardingConcern::reviewOn,
            {.column = "review_on",
                .label = QT_TRANSLATE_NOOP("record", "To be looked at again on"),
                .shownWhen = dealtWith,
                .listed = true,
                .days = kToCome})
        .field(&SafeguardingConcern::outcome,
            {.column = "outcome", .label = QT_TRANSLATE_NOOP("record", "What came of it"), .shownWhen = isClosed, .multiline = true})
        .field(&SafeguardingConcern::closedOn,
            {.column = "closed_on", .label = QT_TRANSLATE_NOOP("record", "Closed on"), .shownWhen = isClosed, .days = kHappened});
}

} // namespace

template <> const Described<SafeguardingConcern> &recordType<SafeguardingConcern>()
{
    static const Described<SafeguardingConcern> type
        = whatIsDone(whatTheyWant(seenAndSaid(Described<SafeguardingConcern>({.table = "safeguarding_concern",
            .title = QT_TRANSLATE_NOOP("record", "Safeguarding concern"),
            .titleMany = QT_TRANSLATE_NOOP("record", "Safeguarding concerns"),
            .titleShort = QT_TRANSLATE_NOOP("record", "Safeguarding"),
            .category = Category::Risk,
            .access = kConcernAccess,
            .place = Place::Resident,
            .newOne = QT_TRANSLATE_NOOP("record", "Raise a safeguarding concern"),
            .belongs = QT_TRANSLATE_NOOP("record", "That somebody may be harmed. Whoever sees it raises it; managers deal with it."),
            .listRank = 7,
            .numberSeries = "SG",
            .orderBy = "seen_at",
            .newestFirst = true,
            .happens = "seen_at",
            .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Safeguarding concern {number}: {kind}"); },
            .called = "{number}",
            .together = concernIsComplete}))));
    return type;
}

template <> const Described<SafeguardingStep> &recordType<SafeguardingStep>()
{
    static const Described<SafeguardingStep> type = [] {
        Field about = aboutStaffField();
        about.kept = true;
        return Described<SafeguardingStep>({.table = "safeguarding_step",
                                               .title = QT_TRANSLATE_NOOP("record", "What was done about a concern"),
                                               .titleMany = QT_TRANSLATE_NOOP("record", "What was done, step by step"),
                                               .category = Category::Risk,
                                               .access = kConcernAccess,
                                               .orderBy = "done_at",
                                               .childOf = "concern_id"})
            .field(&SafeguardingStep::concernId,
                {.column = "concern_id",
                    .label = QT_TRANSLATE_NOOP("record", "Safeguarding concern"),
                    .refers = "safeguarding_concern",
                    .required = true,
                    .kept = true})
            .field(&SafeguardingStep::personId, residentField())
            .field(&SafeguardingStep::aboutStaffId, about)
            .field(&SafeguardingStep::doneAt,
                {.column = "done_at", .label = QT_TRANSLATE_NOOP("record", "When"), .required = true, .listed = true, .days = kHappened})
            .field(&SafeguardingStep::what,
                {.column = "what",
                    .label = QT_TRANSLATE_NOOP("record", "What was done"),
                    .required = true,
                    .listed = true,
                    .multiline = true,
                    .maxLength = 4000})
            .field(&SafeguardingStep::byId,
                {.column = "by_id",
                    .label = QT_TRANSLATE_NOOP("record", "Who did it"),
                    .refers = "staff",
                    .required = true,
                    .listed = true})
            .field(&SafeguardingStep::withWhom,
                {.column = "with_whom", .label = QT_TRANSLATE_NOOP("record", "With whom, elsewhere"), .listed = true});
    }();
    return type;
}

} // namespace keywork
