// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/move_on.h"
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kLargestMoveCost = 20'000'00; // pence; house rule: above it somebody typed something else

Violations applicationHoldsTogether(const Row &row, QDate)
{
    Violations violations;
    const auto result = fromCode<ApplicationResult>(row.text(u"result"_s));
    const bool isEnded = result == ApplicationResult::Refused || result == ApplicationResult::Withdrawn;
    if (isEnded && row.text(u"why"_s).trimmed().isEmpty())
        violations.append({u"why"_s, Rule::ReasonNeeded, {}});
    const QString resultOn = row.text(u"result_on"_s);
    if (!resultOn.isEmpty() && resultOn < row.text(u"applied_on"_s))
        violations.append({u"result_on"_s, Rule::EndsBeforeStart, {}});
    return violations;
}

Violations costHoldsTogether(const Row &row, QDate)
{
    Violations violations;
    const auto state = fromCode<CostState>(row.text(u"state"_s));
    const QVariant granted = row.value(u"granted"_s);
    if ((state == CostState::Granted || state == CostState::InPart) && granted.isNull())
        violations.append({u"granted"_s, Rule::Required, {}});
    const QString decided = row.text(u"decided_on"_s);
    if (!decided.isEmpty() && decided < row.text(u"applied_on"_s))
        violations.append({u"decided_on"_s, Rule::EndsBeforeStart, {}});
    return violations;
}

const char *applicationEnded(const Row &row)
{
    switch (fromCode<ApplicationResult>(row.text(u"result"_s)).value_or(ApplicationResult::Waiting)) {
    case ApplicationResult::Offered:
        return QT_TRANSLATE_NOOP("record", "A home was offered: {landlord}");
    case ApplicationResult::Refused:
        return QT_TRANSLATE_NOOP("record", "A home was refused to them: {landlord}");
    case ApplicationResult::Withdrawn:
        return QT_TRANSLATE_NOOP("record", "Application withdrawn: {landlord}");
    case ApplicationResult::Waiting:
        break;
    }
    return QT_TRANSLATE_NOOP("record", "Application for a home: {landlord}");
}

/// What came of it, once that is known.
Described<MoveOnApplication> withResult(Described<MoveOnApplication> &&type)
{
    return std::move(type)
        .field(&MoveOnApplication::result,
            {.column = "result",
                .label = QT_TRANSLATE_NOOP("record", "Result"),
                .heading = QT_TRANSLATE_NOOP("record", "What came of it"),
                .required = true,
                .beginsAs = "waiting",
                .listed = true})
        .field(&MoveOnApplication::resultOn,
            {.column = "result_on",
                .label = QT_TRANSLATE_NOOP("record", "On which day"),
                .shownWhen = {"result", "offered,refused,withdrawn"},
                .required = true,
                .days = kHappened})
        .field(&MoveOnApplication::why,
            {.column = "why",
                .label = QT_TRANSLATE_NOOP("record", "Why"),
                .help = QT_TRANSLATE_NOOP("record", "The reason they gave, or why it was withdrawn."),
                .shownWhen = {"result", "refused,withdrawn"},
                .searched = true,
                .multiline = true,
                .saysWhy = true,
                .maxLength = 1000})
        .field(&MoveOnApplication::theirView,
            {.column = "their_view",
                .label = QT_TRANSLATE_NOOP("record", "What they think of it"),
                .searched = true,
                .multiline = true,
                .maxLength = 1000});
}

} // namespace

template <> const Described<MoveOnApplication> &recordType<MoveOnApplication>()
{
    static const Described<MoveOnApplication> type = withResult(
        Described<MoveOnApplication>(
            {.table = "move_on_application",
                .title = QT_TRANSLATE_NOOP("record", "Application for a home"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Applications for a home"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Applications"),
                .category = Category::CarePlan,
                .place = Place::MoveOn,
                .newOne = QT_TRANSLATE_NOOP("record", "New application for a home"),
                .belongs = QT_TRANSLATE_NOOP("record", "With whom they applied, when they looked at it, and what came of it."),
                .listRank = 3,
                .orderBy = "applied_on",
                .newestFirst = true,
                .happens = "applied_on",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Applied for a home: {landlord}"); },
                .ends = "result_on",
                .ended = applicationEnded,
                .together = applicationHoldsTogether})
            .field(&MoveOnApplication::personId, residentField())
            .field(&MoveOnApplication::option,
                {.column = "option", .label = QT_TRANSLATE_NOOP("record", "What it is"), .required = true, .listed = true})
            .field(&MoveOnApplication::landlord,
                {.column = "landlord",
                    .label = QT_TRANSLATE_NOOP("record", "With whom"),
                    .help = QT_TRANSLATE_NOOP("record", "Landlord, council, scheme."),
                    .required = true,
                    .searched = true,
                    .listed = true})
            .field(&MoveOnApplication::agencyId,
                {.column = "agency_id", .label = QT_TRANSLATE_NOOP("record", "In the directory as"), .refers = "agency"})
            .field(&MoveOnApplication::where,
                {.column = "where_is", .label = QT_TRANSLATE_NOOP("record", "Where it is"), .searched = true, .maxLength = 300})
            .field(&MoveOnApplication::appliedOn,
                {.column = "applied_on",
                    .label = QT_TRANSLATE_NOOP("record", "Applied on"),
                    .required = true,
                    .listed = true,
                    .days = kHappened})
            .field(&MoveOnApplication::viewingAt,
                {.column = "viewing_at", .label = QT_TRANSLATE_NOOP("record", "Viewing"), .listed = true, .days = kEitherWay}));
    return type;
}

template <> const Described<MoveOnCost> &recordType<MoveOnCost>()
{
    static const Described<MoveOnCost> type
        = Described<MoveOnCost>(
            {.table = "move_on_cost",
                .title = QT_TRANSLATE_NOOP("record", "Cost of the move"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Deposit and furniture"),
                .category = Category::Money,
                .place = Place::MoveOn,
                .newOne = QT_TRANSLATE_NOOP("record", "New cost of the move"),
                .belongs = QT_TRANSLATE_NOOP("record", "Deposit, furniture and the like: from whom, how much, what came of it."),
                .listRank = 4,
                .orderBy = "applied_on",
                .newestFirst = true,
                .together = costHoldsTogether})
              .field(&MoveOnCost::personId, residentField())
              .field(&MoveOnCost::what,
                  {.column = "what",
                      .label = QT_TRANSLATE_NOOP("record", "For what"),
                      .list = "move_on_cost",
                      .required = true,
                      .listed = true})
              .field(&MoveOnCost::amount,
                  {.column = "amount",
                      .label = QT_TRANSLATE_NOOP("record", "How much it costs, in pounds"),
                      .required = true,
                      .listed = true,
                      .smallest = 1,
                      .largest = kLargestMoveCost})
              .field(&MoveOnCost::fromWhom,
                  {.column = "from_whom",
                      .label = QT_TRANSLATE_NOOP("record", "From whom"),
                      .help = QT_TRANSLATE_NOOP("record", "Council scheme, charity, their own savings."),
                      .searched = true,
                      .listed = true})
              .field(&MoveOnCost::state,
                  {.column = "state",
                      .label = QT_TRANSLATE_NOOP("record", "How far it is"),
                      .required = true,
                      .beginsAs = "to_apply",
                      .listed = true})
              .field(&MoveOnCost::appliedOn,
                  {.column = "applied_on",
                      .label = QT_TRANSLATE_NOOP("record", "Applied on"),
                      .shownWhen = {"state", "applied,granted,in_part,refused"},
                      .listed = true,
                      .days = kHappened})
              .field(&MoveOnCost::decidedOn,
                  {.column = "decided_on",
                      .label = QT_TRANSLATE_NOOP("record", "Decided on"),
                      .shownWhen = {"state", "granted,in_part,refused"},
                      .days = kHappened})
              .field(&MoveOnCost::granted,
                  {.column = "granted",
                      .label = QT_TRANSLATE_NOOP("record", "Granted, in pounds"),
                      .shownWhen = {"state", "granted,in_part"},
                      .listed = true,
                      .smallest = 1,
                      .largest = kLargestMoveCost})
              .field(&MoveOnCost::note, noteField(1000));
    return type;
}

template <> const Described<SupportStep> &recordType<SupportStep>()
{
    static const Described<SupportStep> type
        = Described<SupportStep>(
            {.table = "support_step",
                .title = QT_TRANSLATE_NOOP("record", "Step of support"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Support, step by step"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Support"),
                .category = Category::CarePlan,
                .place = Place::MoveOn,
                .newOne = QT_TRANSLATE_NOOP("record", "New step of support"),
                .belongs = QT_TRANSLATE_NOOP("record", "How support gets less as agreed. A step back is a step, too."),
                .listRank = 5,
                .orderBy = "from_on",
                .newestFirst = true,
                .happens = "from_on",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Support from now on: {what}, {how_often}"); }})
              .field(&SupportStep::personId, residentField())
              .field(&SupportStep::what,
                  {.column = "what",
                      .label = QT_TRANSLATE_NOOP("record", "What"),
                      .help = QT_TRANSLATE_NOOP("record", "Keywork, going along to the pharmacy, help with post…"),
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&SupportStep::howOften,
                  {.column = "how_often", .label = QT_TRANSLATE_NOOP("record", "How often from then on"), .required = true, .listed = true})
              .field(&SupportStep::fromOn, fromField())
              .field(&SupportStep::change,
                  {.column = "change", .label = QT_TRANSLATE_NOOP("record", "That is"), .required = true, .listed = true})
              .field(&SupportStep::agreed,
                  {.column = "agreed",
                      .label = QT_TRANSLATE_NOOP("record", "Agreed with them"),
                      .list = "yes_no",
                      .required = true,
                      .listed = true})
              .field(&SupportStep::note, noteField(1000));
    return type;
}

} // namespace keywork
