// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/referral.h"
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Whoever turned it down, or whatever ended it, the reason is what the next referral learns from.
Violations stepIsComplete(const Row &row, QDate)
{
    const auto state = fromCode<ReferralState>(row.text(u"state"_s));
    const bool ended = state == ReferralState::DeclinedByThem || state == ReferralState::DeclinedByPerson
        || state == ReferralState::Withdrawn || state == ReferralState::Closed;
    if (ended && row.text(u"note"_s).trimmed().isEmpty())
        return {{u"note"_s, Rule::ReasonNeeded, {}}};
    return {};
}

Violations lawfulReasonIsComplete(const Row &row, QDate)
{
    if (fromCode<PersonTold>(row.text(u"told"_s)) == PersonTold::NotSafeToTell && row.text(u"why_not_told"_s).trimmed().isEmpty())
        return {{u"why_not_told"_s, Rule::ReasonNeeded, {}}};
    return {};
}

} // namespace

template <> const Described<Referral> &recordType<Referral>()
{
    static const Described<Referral> type
        = Described<Referral>({.table = "referral",
                                  .title = QT_TRANSLATE_NOOP("record", "Referral"),
                                  .titleMany = QT_TRANSLATE_NOOP("record", "Referrals"),
                                  .category = Category::Identity,
                                  .access = kSharersRead,
                                  .newOne = QT_TRANSLATE_NOOP("record", "New referral"),
                                  .numberSeries = "R",
                                  .newestFirst = true,
                                  .cannotUndo = true,
                                  .called = "{number}"})
              .field(&Referral::number, numberField())
              .field(&Referral::personId, residentField())
              .field(&Referral::agencyId,
                  {.column = "agency_id", .label = QT_TRANSLATE_NOOP("record", "To"), .refers = "agency", .required = true, .listed = true})
              .field(&Referral::reason,
                  {.column = "reason",
                      .label = QT_TRANSLATE_NOOP("record", "Why"),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .multiline = true,
                      .maxLength = 2000})
              .field(&Referral::sections,
                  {.column = "sections",
                      .label = QT_TRANSLATE_NOOP("record", "What is shared"),
                      .list = "category",
                      .required = true,
                      .kept = true})
              .field(&Referral::state,
                  {.column = "state", .label = QT_TRANSLATE_NOOP("record", "State"), .required = true, .listed = true, .kept = true})
              .field(&Referral::sentOn,
                  {.column = "sent_on",
                      .label = QT_TRANSLATE_NOOP("record", "Handed over on"),
                      .listed = true,
                      .kept = true,
                      .days = kHappened})
              .field(&Referral::chaseOn,
                  {.column = "chase_on",
                      .label = QT_TRANSLATE_NOOP("record", "Ask them by"),
                      .help = QT_TRANSLATE_NOOP("record", "Today reminds you when nothing was heard by then."),
                      .listed = true,
                      .days = kToCome});
    return type;
}

template <> const Described<ReferralStep> &recordType<ReferralStep>()
{
    static const Described<ReferralStep> type
        = Described<ReferralStep>(
            {.table = "referral_step",
                .title = QT_TRANSLATE_NOOP("record", "What became of a referral"),
                .titleMany = QT_TRANSLATE_NOOP("record", "What became of referrals"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Referral"),
                .category = Category::Identity,
                .access = kSharersRead,
                .cannotUndo = true,
                .happens = "on_day",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Referral {referral_id}: {state}"); },
                .together = stepIsComplete,
                .frozen = alwaysFrozen})
              .field(&ReferralStep::referralId,
                  {.column = "referral_id",
                      .label = QT_TRANSLATE_NOOP("record", "Referral"),
                      .refers = "referral",
                      .required = true,
                      .kept = true})
              .field(&ReferralStep::personId, residentField())
              .field(&ReferralStep::state,
                  {.column = "state", .label = QT_TRANSLATE_NOOP("record", "Where it stands"), .required = true, .listed = true})
              .field(&ReferralStep::onDay,
                  {.column = "on_day", .label = QT_TRANSLATE_NOOP("record", "Day"), .required = true, .listed = true, .days = kHappened})
              .field(&ReferralStep::heardFrom,
                  {.column = "heard_from", .label = QT_TRANSLATE_NOOP("record", "Who said so"), .listed = true, .maxLength = 100})
              .field(&ReferralStep::note,
                  {.column = "note",
                      .label = QT_TRANSLATE_NOOP("record", "Reason or note"),
                      .listed = true,
                      .multiline = true,
                      .maxLength = 1000})
              .field(&ReferralStep::askAgainOn,
                  {.column = "ask_again_on",
                      .label = QT_TRANSLATE_NOOP("record", "Ask them again by"),
                      .help = QT_TRANSLATE_NOOP("record", "While something is still waited for; Today reminds you."),
                      .days = kToCome});
    return type;
}

template <> const Described<LawfulReason> &recordType<LawfulReason>()
{
    static const Described<LawfulReason> type
        = Described<LawfulReason>({.table = "lawful_reason",
                                      .title = QT_TRANSLATE_NOOP("record", "Shared without agreement"),
                                      .titleMany = QT_TRANSLATE_NOOP("record", "Shared without agreement"),
                                      .category = Category::Identity,
                                      .listsWhen = true,
                                      .access = kSharersRead,
                                      .newestFirst = true,
                                      .cannotUndo = true,
                                      .answeredFor = true,
                                      .called = "{ground}",
                                      .together = lawfulReasonIsComplete})
              .field(&LawfulReason::personId,
                  {.column = "person_id",
                      .label = QT_TRANSLATE_NOOP("record", "Resident"),
                      .refers = "person",
                      .required = true,
                      .listed = true,
                      .kept = true,
                      .tie = Tie::Owner})
              .field(&LawfulReason::agencyId,
                  {.column = "agency_id",
                      .label = QT_TRANSLATE_NOOP("record", "With which agency"),
                      .refers = "agency",
                      .required = true,
                      .listed = true,
                      .kept = true})
              .field(&LawfulReason::ground,
                  {.column = "ground", .label = QT_TRANSLATE_NOOP("record", "Ground"), .required = true, .listed = true, .kept = true})
              .field(&LawfulReason::because,
                  {.column = "because",
                      .label = QT_TRANSLATE_NOOP("record", "Why it has to be shared now"),
                      .required = true,
                      .listed = true,
                      .multiline = true,
                      .kept = true,
                      .saysWhy = true,
                      .maxLength = 2000})
              .field(&LawfulReason::sections,
                  {.column = "sections",
                      .label = QT_TRANSLATE_NOOP("record", "What was shared without agreement"),
                      .list = "category",
                      .required = true,
                      .kept = true,
                      .maxLength = 500})
              .field(&LawfulReason::authority,
                  {.column = "authority",
                      .label = QT_TRANSLATE_NOOP("record", "Who asked; reference of the order or request"),
                      .help = QT_TRANSLATE_NOOP("record", "Can be completed later."),
                      .maxLength = 500})
              .field(&LawfulReason::told,
                  {.column = "told",
                      .label = QT_TRANSLATE_NOOP("record", "Does the resident know"),
                      .help = QT_TRANSLATE_NOOP("record", "Can be completed later."),
                      .required = true,
                      .listed = true})
              .field(&LawfulReason::whyNotTold,
                  {.column = "why_not_told",
                      .label = QT_TRANSLATE_NOOP("record", "Why they are not told"),
                      .multiline = true,
                      .maxLength = 1000})
              .field(&LawfulReason::review,
                  {.column = "review",
                      .label = QT_TRANSLATE_NOOP("record", "The manager's view"),
                      .required = true,
                      .listed = true,
                      .kept = true})
              .field(&LawfulReason::reviewedAt,
                  {.column = "reviewed_at", .label = QT_TRANSLATE_NOOP("record", "Reviewed at"), .kept = true, .days = kHappened})
              .field(&LawfulReason::reviewedBy,
                  {.column = "reviewed_by", .label = QT_TRANSLATE_NOOP("record", "Reviewed by"), .refers = "staff", .kept = true})
              .field(&LawfulReason::reviewNote,
                  {.column = "review_note",
                      .label = QT_TRANSLATE_NOOP("record", "What the manager says to it"),
                      .multiline = true,
                      .kept = true,
                      .maxLength = 2000});
    return type;
}

} // namespace keywork
