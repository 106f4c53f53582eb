// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/referral_in.h"

#include "core/domain/shared_fields.h"
#include "core/record/validation.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const char *const kToOthers = "waiting_list,not_offered,withdrawn";

Violations decisionSaysWhy(const Row &row, QDate)
{
    Violations violations;
    const auto state = fromCode<ReferralInState>(row.text(u"state"_s));
    if (state == ReferralInState::Declined && row.text(u"decided_why"_s).trimmed().isEmpty())
        violations.append({u"decided_why"_s, Rule::ReasonNeeded, {}});
    const QString received = row.text(u"received_on"_s);
    for (const QString &column : {u"decided_on"_s, u"waiting_since"_s})
        if (const QString day = row.text(column); !day.isEmpty() && day < received)
            violations.append({column, Rule::BeforeReferral, received});
    if (row.value(u"person_id"_s).isNull() && row.text(u"person_name"_s).trimmed().isEmpty())
        violations.append({u"person_name"_s, Rule::Required, {}});
    return violations;
}

Violations waivingSaysWhy(const Row &row, QDate)
{
    const bool isWaived = row.text(u"answer"_s) == QLatin1String(codeOf(CriterionAnswered::Waived));
    return isWaived ? reasonProblems(u"why"_s, row.text(u"why"_s)) : Violations();
}

/// None yet for what came as a file.
Field referredPerson()
{
    Field field = residentField();
    field.required = false;
    return field;
}

const char *referralLine(const Row &row)
{
    return row.text(u"from_whom"_s).isEmpty() ? QT_TRANSLATE_NOOP("record", "Referred to us: {state}")
                                              : QT_TRANSLATE_NOOP("record", "Referred to us by {from_whom}: {state}");
}

} // namespace

bool isOpen(ReferralInState state)
{
    switch (state) {
    case ReferralInState::New:
    case ReferralInState::ContactMade:
    case ReferralInState::AssessmentBooked:
    case ReferralInState::AssessmentMissed:
    case ReferralInState::AssessmentHeld:
    case ReferralInState::WaitingList:
    case ReferralInState::Accepted:
        return true;
    case ReferralInState::Arrived:
    case ReferralInState::Declined:
    case ReferralInState::Withdrew:
        return false;
    }
    return true;
}

bool isDecision(ReferralInState state) { return state >= ReferralInState::WaitingList; }

template <> const Described<ReferralIn> &recordType<ReferralIn>()
{
    static const Described<ReferralIn> type
        = Described<ReferralIn>({.table = "referral_in",
                                    .title = QT_TRANSLATE_NOOP("record", "Referral in"),
                                    .titleMany = QT_TRANSLATE_NOOP("record", "Referrals in"),
                                    .category = Category::Housing,
                                    // Read by those who may share: it tells why somebody needs a place. Taken down by whoever
                                    // answers the telephone at night.
                                    .access = {.readers = Act::Share, .add = Act::Record},
                                    .numberSeries = "RI",
                                    .orderBy = "received_on", // the longest waiting first
                                    .happens = "received_on",
                                    .happened = referralLine,
                                    .called = "{number}",
                                    .together = decisionSaysWhy})
              .field(&ReferralIn::number, numberField())
              .field(&ReferralIn::personId, referredPerson())
              .field(&ReferralIn::receivedOn,
                  {.column = "received_on",
                      .label = QT_TRANSLATE_NOOP("record", "Referred on"),
                      .heading = QT_TRANSLATE_NOOP("record", "The referral"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&ReferralIn::how, {.column = "how", .label = QT_TRANSLATE_NOOP("record", "How it came")})
              .field(&ReferralIn::source,
                  {.column = "source", .label = QT_TRANSLATE_NOOP("record", "Referred by"), .list = "referral_source", .listed = true})
              .field(&ReferralIn::agencyId,
                  {.column = "agency_id", .label = QT_TRANSLATE_NOOP("record", "Agency on file"), .refers = "agency"})
              .field(&ReferralIn::fromWhom,
                  {.column = "from_whom", .label = QT_TRANSLATE_NOOP("record", "Name and telephone of who referred"), .searched = true})
              .field(&ReferralIn::theirReference,
                  {.column = "their_reference", .label = QT_TRANSLATE_NOOP("record", "Their reference"), .searched = true})
              .field(&ReferralIn::personName,
                  {.column = "person_name", .label = QT_TRANSLATE_NOOP("record", "About"), .searched = true, .listed = true, .kept = true})
              .field(&ReferralIn::born, {.column = "born", .label = QT_TRANSLATE_NOOP("record", "Born"), .kept = true})
              .field(&ReferralIn::reason,
                  {.column = "reason",
                      .label = QT_TRANSLATE_NOOP("record", "Why they need a place"),
                      .searched = true,
                      .multiline = true,
                      .category = Category::Risk})
              .field(&ReferralIn::homelessReason,
                  {.column = "homeless_reason",
                      .label = QT_TRANSLATE_NOOP("record", "Main reason for homelessness"),
                      .list = "homeless_reason",
                      .heading = QT_TRANSLATE_NOOP("record", "Where they come from")})
              .field(&ReferralIn::lastAccommodation,
                  {.column = "last_accommodation",
                      .label = QT_TRANSLATE_NOOP("record", "Where they stayed last"),
                      .list = "last_accommodation"})
              .field(&ReferralIn::localConnection,
                  {.column = "local_connection", .label = QT_TRANSLATE_NOOP("record", "Local connection"), .list = "local_connection"})
              .field(&ReferralIn::supportNeeds,
                  {.column = "support_needs",
                      .label = QT_TRANSLATE_NOOP("record", "Support needs"),
                      .list = "support_need",
                      .category = Category::Risk})
              .field(&ReferralIn::primaryNeed,
                  {.column = "primary_need",
                      .label = QT_TRANSLATE_NOOP("record", "Primary support need"),
                      .list = "support_need",
                      .category = Category::Risk})
              .field(&ReferralIn::inTheirWords,
                  {.column = "in_their_words",
                      .label = QT_TRANSLATE_NOOP("record", "What they say themselves about coming here"),
                      .help = QT_TRANSLATE_NOOP("record", "Asked once, in their own words. It decides nothing."),
                      .multiline = true,
                      .category = Category::Risk,
                      .maxLength = 4000})
              .field(&ReferralIn::state,
                  {.column = "state",
                      .label = QT_TRANSLATE_NOOP("record", "How far it is"),
                      .heading = QT_TRANSLATE_NOOP("record", "What happens with it"),
                      .required = true,
                      .listed = true})
              .field(&ReferralIn::decidedOn,
                  {.column = "decided_on",
                      .label = QT_TRANSLATE_NOOP("record", "Decided on"),
                      .shownWhen = {"state", "waiting_list,accepted,taken_in,not_offered,withdrawn"},
                      .days = kHappened})
              .field(&ReferralIn::decidedWhy,
                  {.column = "decided_why",
                      .label = QT_TRANSLATE_NOOP("record", "Reason for the decision"),
                      .help = QT_TRANSLATE_NOOP("record", "In plain words: it stands in the letter."),
                      .shownWhen = {"state", "waiting_list,accepted,taken_in,not_offered,withdrawn"},
                      .multiline = true,
                      .category = Category::Risk})
              .field(&ReferralIn::pointedTo,
                  {.column = "pointed_to",
                      .label = QT_TRANSLATE_NOOP("record", "Where else they may turn"),
                      .help = QT_TRANSLATE_NOOP("record", "Names and telephone numbers: it stands in the letter."),
                      .shownWhen = {"state", kToOthers},
                      .multiline = true,
                      .maxLength = 1000})
              .field(&ReferralIn::waitingSince,
                  {.column = "waiting_since",
                      .label = QT_TRANSLATE_NOOP("record", "On the waiting list since"),
                      .shownWhen = {"state", "waiting_list"},
                      .days = kHappened})
              .field(&ReferralIn::waitingPlace,
                  {.column = "waiting_place",
                      .label = QT_TRANSLATE_NOOP("record", "Place on the waiting list"),
                      .shownWhen = {"state", "waiting_list"},
                      .listed = true,
                      .smallest = 1,
                      .largest = 999})
              .field(&ReferralIn::heldById,
                  {.column = "held_by_id", .label = QT_TRANSLATE_NOOP("record", "Who has it"), .refers = "staff", .listed = true})
              .field(&ReferralIn::nextStep,
                  {.column = "next_step", .label = QT_TRANSLATE_NOOP("record", "What is next"), .searched = true, .listed = true})
              .field(&ReferralIn::nextOn,
                  {.column = "next_on", .label = QT_TRANSLATE_NOOP("record", "By when"), .listed = true, .days = kToCome})
              .field(&ReferralIn::criteriaId,
                  {.column = "entry_criteria_id",
                      .label = QT_TRANSLATE_NOOP("record", "Decided by the entry criteria"),
                      .refers = "entry_criteria",
                      .kept = true})
              .field(&ReferralIn::content,
                  {.column = "content",
                      .label = QT_TRANSLATE_NOOP("record", "What they wrote"),
                      .multiline = true,
                      .kept = true,
                      .category = Category::Offending, // it may hold any category: read by those who may read them all
                      .maxLength = 100'000})
              .field(&ReferralIn::document,
                  {.column = "document",
                      .label = QT_TRANSLATE_NOOP("record", "The data as it came"),
                      .multiline = true,
                      .kept = true,
                      .category = Category::Offending,
                      .maxLength = 4'000'000})
              .field(&ReferralIn::fingerprint,
                  {.column = "fingerprint", .label = QT_TRANSLATE_NOOP("record", "Fingerprint of the file"), .kept = true})
              .field(&ReferralIn::documentId,
                  {.column = "document_id",
                      .label = QT_TRANSLATE_NOOP("record", "Identifier of the document"),
                      .kept = true,
                      .maxLength = 500});
    return type;
}

template <> const Described<CriterionAnswer> &recordType<CriterionAnswer>()
{
    static const Described<CriterionAnswer> type
        = Described<CriterionAnswer>({.table = "criterion_answer",
                                         .title = QT_TRANSLATE_NOOP("record", "Answer to a criterion"),
                                         .titleMany = QT_TRANSLATE_NOOP("record", "Entry criteria at the referral"),
                                         .category = Category::Housing,
                                         .access = {.readers = Act::Share, .add = Act::Record},
                                         .childOf = "referral_in_id",
                                         .together = waivingSaysWhy})
              .field(&CriterionAnswer::referralInId,
                  {.column = "referral_in_id",
                      .label = QT_TRANSLATE_NOOP("record", "Referral in"),
                      .refers = "referral_in",
                      .required = true,
                      .listed = true,
                      .kept = true})
              .field(&CriterionAnswer::personId, referredPerson())
              .field(&CriterionAnswer::criterionId,
                  {.column = "entry_criterion_id",
                      .label = QT_TRANSLATE_NOOP("record", "Criterion"),
                      .refers = "entry_criterion",
                      .required = true,
                      .listed = true})
              .field(&CriterionAnswer::answer,
                  {.column = "answer", .label = QT_TRANSLATE_NOOP("record", "Is it met"), .required = true, .listed = true})
              .field(&CriterionAnswer::waivedById,
                  {.column = "waived_by_id",
                      .label = QT_TRANSLATE_NOOP("record", "Waived by"),
                      .refers = "staff",
                      .shownWhen = {"answer", "waived"},
                      .listed = true})
              .field(&CriterionAnswer::why,
                  {.column = "why",
                      .label = QT_TRANSLATE_NOOP("record", "Why"),
                      .shownWhen = {"answer", "not_met,waived"},
                      .listed = true,
                      .maxLength = 500});
    return type;
}

} // namespace keywork
