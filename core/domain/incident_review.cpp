// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/incident_review.h"

#include "core/base/clock.h"
#include "core/base/text.h"

#include <array>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr Access kManagersReview{.add = Act::Manage, .amend = Act::Manage};

Field reviewedIncidentField()
{
    return {
        .column = "incident_id", .label = QT_TRANSLATE_NOOP("record", "Incident"), .refers = "incident", .required = true, .kept = true};
}

bool reviewLacks(const Row &row, const QString &column)
{
    const QVariant said = row.value(column);
    return said.isNull() || said.toString().trimmed().isEmpty();
}

/// A review may be begun with a word; finished, it says what was learned and what came of it.
Violations reviewIsWhole(const Row &row, QDate)
{
    Violations violations;
    if (reviewLacks(row, u"finished_on"_s))
        return violations;
    if (reviewLacks(row, u"learned"_s))
        violations.append({u"learned"_s, Rule::Required, {}});
    else if (!saysWhy(row.text(u"learned"_s)))
        violations.append({u"learned"_s, Rule::SaysTooLittle, {}});
    for (const QString &column : {u"policy"_s, u"shared"_s, u"reviewed_by_id"_s})
        if (reviewLacks(row, column))
            violations.append({column, Rule::Required, {}});
    if (const auto policy = fromCode<PolicyChange>(row.text(u"policy"_s)); policy && *policy != PolicyChange::Nothing)
        if (reviewLacks(row, u"policy_what"_s))
            violations.append({u"policy_what"_s, Rule::Required, {}});
    return violations;
}

Violations actionHasOwner(const Row &row, QDate)
{
    return reviewLacks(row, u"owner_id"_s) && reviewLacks(row, u"owner_other"_s) ? Violations{{u"owner_id"_s, Rule::Required, {}}}
                                                                                 : Violations();
}

Described<IncidentReview> whatComesOfIt(Described<IncidentReview> &&type)
{
    return std::move(type)
        .field(&IncidentReview::policy, {.column = "policy", .label = QT_TRANSLATE_NOOP("record", "Policies and ways of working")})
        .field(&IncidentReview::policyWhat,
            {.column = "policy_what",
                .label = QT_TRANSLATE_NOOP("record", "Which, and how"),
                .shownWhen = {"policy", "changed,to_be_changed"},
                .searched = true,
                .multiline = true,
                .maxLength = 2000})
        .field(&IncidentReview::shared, {.column = "shared", .label = QT_TRANSLATE_NOOP("record", "Shared with the team")})
        .field(&IncidentReview::sharedOn,
            {.column = "shared_on",
                .label = QT_TRANSLATE_NOOP("record", "Shared on"),
                .shownWhen = {"shared", "at_handover,at_meeting,in_writing"},
                .days = kEitherWay})
        .field(&IncidentReview::legalCheck,
            {.column = "legal_check",
                .label = QT_TRANSLATE_NOOP("record", "What the law makes of it (section 8)"),
                .help = QT_TRANSLATE_NOOP("record", "Where drugs were used, supplied or found; blank elsewhere.")})
        .field(&IncidentReview::withId,
            {.column = "with_id",
                .label = QT_TRANSLATE_NOOP("record", "Reviewed together with"),
                .refers = "staff",
                .help = QT_TRANSLATE_NOOP("record", "Another manager, where you were part of it yourself.")})
        .field(&IncidentReview::reviewedById,
            {.column = "reviewed_by_id",
                .label = QT_TRANSLATE_NOOP("record", "Reviewed by"),
                .refers = "staff",
                .listed = true,
                .kept = true})
        .field(&IncidentReview::finishedOn,
            {.column = "finished_on",
                .label = QT_TRANSLATE_NOOP("record", "Finished on"),
                .listed = true,
                .kept = true,
                .days = kHappened});
}

/// "October 2026": the day of it says nothing.
QString monthOfRow(const Row &row, const std::function<QString(const char *)> &say)
{
    static constexpr std::array months{QT_TRANSLATE_NOOP("record", "January"), QT_TRANSLATE_NOOP("record", "February"),
        QT_TRANSLATE_NOOP("record", "March"), QT_TRANSLATE_NOOP("record", "April"), QT_TRANSLATE_NOOP("record", "May"),
        QT_TRANSLATE_NOOP("record", "June"), QT_TRANSLATE_NOOP("record", "July"), QT_TRANSLATE_NOOP("record", "August"),
        QT_TRANSLATE_NOOP("record", "September"), QT_TRANSLATE_NOOP("record", "October"), QT_TRANSLATE_NOOP("record", "November"),
        QT_TRANSLATE_NOOP("record", "December")};
    const QDate month = dayFromStored(row.text(u"month_on"_s));
    return month.isValid() ? say(months.at(size_t(month.month() - 1))) + u' ' + QString::number(month.year()) : QString();
}

} // namespace

template <> const Described<IncidentReview> &recordType<IncidentReview>()
{
    static const Described<IncidentReview> type
        = whatComesOfIt(Described<IncidentReview>({.table = "incident_review",
                                                      .title = QT_TRANSLATE_NOOP("record", "Review of an incident"),
                                                      .titleMany = QT_TRANSLATE_NOOP("record", "Reviews of incidents"),
                                                      .titleShort = QT_TRANSLATE_NOOP("record", "Review"),
                                                      .category = Category::Risk,
                                                      .access = kManagersReview,
                                                      .childOf = "incident_id",
                                                      .partSavedAlone = true,
                                                      .together = reviewIsWhole})
                            .field(&IncidentReview::incidentId, reviewedIncidentField())
                            .field(&IncidentReview::learned,
                                {.column = "learned",
                                    .label = QT_TRANSLATE_NOOP("record", "What did we learn?"),
                                    .searched = true,
                                    .listed = true,
                                    .multiline = true}));
    return type;
}

template <> const Described<IncidentAction> &recordType<IncidentAction>()
{
    static const Described<IncidentAction> type
        = Described<IncidentAction>({.table = "incident_action",
                                        .title = QT_TRANSLATE_NOOP("record", "Action after an incident"),
                                        .titleMany = QT_TRANSLATE_NOOP("record", "Actions after an incident"),
                                        .titleShort = QT_TRANSLATE_NOOP("record", "Action"),
                                        .category = Category::Risk,
                                        .orderBy = "due_on",
                                        .childOf = "incident_id",
                                        .partSavedAlone = true,
                                        .together = actionHasOwner})
              .field(&IncidentAction::incidentId, reviewedIncidentField())
              .field(&IncidentAction::what,
                  {.column = "what",
                      .label = QT_TRANSLATE_NOOP("record", "What will change"),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .maxLength = 500})
              .field(&IncidentAction::ownerId,
                  {.column = "owner_id", .label = QT_TRANSLATE_NOOP("record", "Who sees to it"), .refers = "staff", .listed = true})
              .field(&IncidentAction::ownerOther,
                  {.column = "owner_other",
                      .label = QT_TRANSLATE_NOOP("record", "Somebody who is not of the team"),
                      .listed = true,
                      .maxLength = 100})
              .field(&IncidentAction::dueOn,
                  {.column = "due_on", .label = QT_TRANSLATE_NOOP("record", "By"), .required = true, .listed = true, .days = kToCome})
              .field(&IncidentAction::doneOn,
                  {.column = "done_on", .label = QT_TRANSLATE_NOOP("record", "Done on"), .listed = true, .days = kHappened})
              .field(&IncidentAction::outcome,
                  {.column = "outcome",
                      .label = QT_TRANSLATE_NOOP("record", "What came of it"),
                      .shownWhen = {"done_on", nullptr},
                      .searched = true,
                      .multiline = true,
                      .maxLength = 2000});
    return type;
}

template <> const Described<IncidentQuestion> &recordType<IncidentQuestion>()
{
    static const Described<IncidentQuestion> type
        = Described<IncidentQuestion>({.table = "incident_question",
                                          .title = QT_TRANSLATE_NOOP("record", "More detail asked for"),
                                          .titleMany = QT_TRANSLATE_NOOP("record", "More detail asked for"),
                                          .category = Category::Risk,
                                          .access = {.add = Act::Manage, .amend = Act::Write},
                                          .childOf = "incident_id",
                                          .partSavedAlone = true})
              .field(&IncidentQuestion::incidentId, reviewedIncidentField())
              .field(&IncidentQuestion::askedOfId,
                  {.column = "asked_of_id",
                      .label = QT_TRANSLATE_NOOP("record", "Who is asked"),
                      .refers = "staff",
                      .required = true,
                      .listed = true})
              .field(&IncidentQuestion::question,
                  {.column = "question",
                      .label = QT_TRANSLATE_NOOP("record", "What is missing"),
                      .required = true,
                      .listed = true,
                      .multiline = true,
                      .maxLength = 2000})
              .field(&IncidentQuestion::answer,
                  {.column = "answer",
                      .label = QT_TRANSLATE_NOOP("record", "Answer"),
                      .searched = true,
                      .listed = true,
                      .multiline = true,
                      .maxLength = 4000});
    return type;
}

template <> const Described<DeathStep> &recordType<DeathStep>()
{
    static const Described<DeathStep> type
        = Described<DeathStep>({.table = "death_step",
                                   .title = QT_TRANSLATE_NOOP("record", "Step after a death"),
                                   .titleMany = QT_TRANSLATE_NOOP("record", "Steps after a death"),
                                   .category = Category::Risk,
                                   .orderBy = "done_at",
                                   .childOf = "incident_id",
                                   .partSavedAlone = true})
              .field(&DeathStep::incidentId, reviewedIncidentField())
              .field(&DeathStep::step,
                  {.column = "step",
                      .label = QT_TRANSLATE_NOOP("record", "What was done"),
                      .list = "death_step",
                      .required = true,
                      .listed = true})
              .field(&DeathStep::doneAt,
                  {.column = "done_at", .label = QT_TRANSLATE_NOOP("record", "When"), .required = true, .listed = true, .days = kHappened})
              .field(
                  &DeathStep::byId, {.column = "by_id", .label = QT_TRANSLATE_NOOP("record", "By whom"), .refers = "staff", .listed = true})
              .field(&DeathStep::byOther,
                  {.column = "by_other",
                      .label = QT_TRANSLATE_NOOP("record", "By somebody who is not of the team"),
                      .listed = true,
                      .maxLength = 100})
              .field(&DeathStep::note,
                  {.column = "note",
                      .label = QT_TRANSLATE_NOOP("record", "Reference, names, what was said"),
                      .searched = true,
                      .multiline = true,
                      .maxLength = 2000});
    return type;
}

template <> const Described<IncidentMonth> &recordType<IncidentMonth>()
{
    static const Described<IncidentMonth> type
        = Described<IncidentMonth>({.table = "incident_month",
                                       .title = QT_TRANSLATE_NOOP("record", "Review of a month"),
                                       .titleMany = QT_TRANSLATE_NOOP("record", "Reviews of a month"),
                                       .titleShort = QT_TRANSLATE_NOOP("record", "Months"),
                                       .category = Category::Risk,
                                       .access = kManagersReview,
                                       .place = Place::Incidents,
                                       .newOne = QT_TRANSLATE_NOOP("record", "Review a month"),
                                       .belongs = QT_TRANSLATE_NOOP("record",
                                           "All incidents of a month looked at together, near misses as well, and what that taught."),
                                       .orderBy = "month_on",
                                       .newestFirst = true,
                                       .called = "{month_on}"})
              .field(&IncidentMonth::monthOn,
                  {.column = "month_on",
                      .label = QT_TRANSLATE_NOOP("record", "Month"),
                      .help = QT_TRANSLATE_NOOP("record", "Any day of it; kept as the first."),
                      .onlyOne = QT_TRANSLATE_NOOP("record", "The month from %1 on was looked at already. Please add to that review."),
                      .told = monthOfRow,
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&IncidentMonth::reviewedOn,
                  {.column = "reviewed_on",
                      .label = QT_TRANSLATE_NOOP("record", "Looked at on"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&IncidentMonth::byId,
                  {.column = "by_id", .label = QT_TRANSLATE_NOOP("record", "By"), .refers = "staff", .required = true, .listed = true})
              .field(&IncidentMonth::who, {.column = "who", .label = QT_TRANSLATE_NOOP("record", "Who else took part")})
              .field(&IncidentMonth::incidents,
                  {.column = "incidents", .label = QT_TRANSLATE_NOOP("record", "Incidents"), .listed = true, .kept = true, .smallest = 0})
              .field(&IncidentMonth::nearMisses,
                  {.column = "near_misses",
                      .label = QT_TRANSLATE_NOOP("record", "Near misses among them"),
                      .listed = true,
                      .kept = true,
                      .smallest = 0})
              .field(&IncidentMonth::learned,
                  {.column = "learned",
                      .label = QT_TRANSLATE_NOOP("record", "What did we learn?"),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .multiline = true,
                      .saysWhy = true})
              .field(&IncidentMonth::changes,
                  {.column = "changes", .label = QT_TRANSLATE_NOOP("record", "What will change"), .searched = true, .multiline = true});
    return type;
}

} // namespace keywork
