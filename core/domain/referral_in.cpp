// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/referral_in.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations decisionSaysWhy(const Row &row, QDate)
{
    const auto state = fromCode<ReferralInState>(row.text(u"state"_s));
    if (state == ReferralInState::NotOffered && row.text(u"decided_why"_s).trimmed().isEmpty())
        return {{u"decided_why"_s, Rule::ReasonNeeded, {}}};
    return {};
}

} // namespace

template <> const Described<ReferralIn> &recordType<ReferralIn>()
{
    static const Described<ReferralIn> type
        = Described<ReferralIn>({.table = "referral_in",
                                    .title = QT_TRANSLATE_NOOP("record", "Referral in"),
                                    .titleMany = QT_TRANSLATE_NOOP("record", "Referrals in"),
                                    .category = Category::Offending, // it may hold any category: read by those who may read them all
                                    .access = kSharersRead,
                                    .numberSeries = "RI",
                                    .newestFirst = true,
                                    .together = decisionSaysWhy})
              .field(&ReferralIn::number,
                  {.column = "number", .label = QT_TRANSLATE_NOOP("record", "Number"), .searched = true, .listed = true, .kept = true})
              .field(&ReferralIn::receivedOn,
                  {.column = "received_on",
                      .label = QT_TRANSLATE_NOOP("record", "Opened here on"),
                      .required = true,
                      .listed = true,
                      .kept = true,
                      .days = kHappened})
              .field(&ReferralIn::fromWhom,
                  {.column = "from_whom", .label = QT_TRANSLATE_NOOP("record", "From"), .searched = true, .listed = true, .kept = true})
              .field(&ReferralIn::theirReference,
                  {.column = "their_reference", .label = QT_TRANSLATE_NOOP("record", "Their reference"), .listed = true, .kept = true})
              .field(&ReferralIn::personName,
                  {.column = "person_name",
                      .label = QT_TRANSLATE_NOOP("record", "About"),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .kept = true})
              .field(&ReferralIn::born, {.column = "born", .label = QT_TRANSLATE_NOOP("record", "Born"), .listed = true, .kept = true})
              .field(&ReferralIn::reason,
                  {.column = "reason",
                      .label = QT_TRANSLATE_NOOP("record", "Why they ask"),
                      .listed = true,
                      .multiline = true,
                      .kept = true,
                      .maxLength = 4000})
              .field(&ReferralIn::content,
                  {.column = "content",
                      .label = QT_TRANSLATE_NOOP("record", "What they wrote"),
                      .multiline = true,
                      .kept = true,
                      .maxLength = 100'000})
              .field(&ReferralIn::document,
                  {.column = "document",
                      .label = QT_TRANSLATE_NOOP("record", "The data as it came"),
                      .multiline = true,
                      .kept = true,
                      .maxLength = 4'000'000})
              .field(&ReferralIn::fingerprint,
                  {.column = "fingerprint",
                      .label = QT_TRANSLATE_NOOP("record", "Fingerprint of the file"),
                      .required = true,
                      .kept = true})
              .field(&ReferralIn::documentId,
                  {.column = "document_id",
                      .label = QT_TRANSLATE_NOOP("record", "Identifier of the document"),
                      .kept = true,
                      .maxLength = 500})
              .field(&ReferralIn::state,
                  {.column = "state", .label = QT_TRANSLATE_NOOP("record", "Decision"), .required = true, .listed = true})
              .field(&ReferralIn::decidedWhy,
                  {.column = "decided_why",
                      .label = QT_TRANSLATE_NOOP("record", "Reason for the decision"),
                      .multiline = true,
                      .maxLength = 1000});
    return type;
}

} // namespace keywork
