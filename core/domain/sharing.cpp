// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/sharing.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Field personField()
{
    return {.column = "person_id", .label = QT_TRANSLATE_NOOP("record", "Resident"), .refers = "person", .required = true, .kept = true};
}

Violations agreementIsComplete(const Row &row, QDate)
{
    Violations violations;
    const auto state = fromCode<AgreementState>(row.text(u"state"_s));
    const bool agreed = state == AgreementState::Given || state == AgreementState::InPart;
    if (agreed && row.text(u"means"_s) == QLatin1String(codeOf(AgreementMeans::Spoken)) && row.text(u"witness"_s).trimmed().isEmpty())
        violations.append({u"witness"_s, Rule::WitnessNeeded, {}});
    const QString until = row.text(u"until_on"_s);
    if (agreed && until.isEmpty())
        violations.append({u"until_on"_s, Rule::Required, {}});
    if (!until.isEmpty() && until < row.text(u"from_on"_s))
        violations.append({u"until_on"_s, Rule::EndsBeforeStart, {}});
    if (state == AgreementState::CouldNotDecide && row.text(u"ask_again_on"_s).isEmpty())
        violations.append({u"ask_again_on"_s, Rule::Required, {}});
    return violations;
}

} // namespace

template <> const Described<SharingAgreement> &recordType<SharingAgreement>()
{
    static const Described<SharingAgreement> type
        = Described<SharingAgreement>({.table = "sharing_agreement",
                                          .title = QT_TRANSLATE_NOOP("record", "Agreement to share"),
                                          .titleMany = QT_TRANSLATE_NOOP("record", "Agreements to share"),
                                          .category = Category::Identity,
                                          .sharersOnly = true,
                                          .orderBy = "from_on",
                                          .newestFirst = true,
                                          .together = agreementIsComplete})
              .field(&SharingAgreement::personId, personField())
              .field(&SharingAgreement::agencyId,
                  {.column = "agency_id",
                      .label = QT_TRANSLATE_NOOP("record", "With which agency"),
                      .refers = "agency",
                      .required = true,
                      .listed = true})
              .field(&SharingAgreement::state,
                  {.column = "state",
                      .label = QT_TRANSLATE_NOOP("record", "What the resident decided"),
                      .list = "agreement_state",
                      .required = true,
                      .listed = true})
              .field(&SharingAgreement::means,
                  {.column = "means",
                      .label = QT_TRANSLATE_NOOP("record", "How"),
                      .list = "agreement_means",
                      .required = true,
                      .listed = true})
              .field(&SharingAgreement::witness, {.column = "witness", .label = QT_TRANSLATE_NOOP("record", "Witness"), .maxLength = 100})
              .field(&SharingAgreement::fromOn,
                  {.column = "from_on",
                      .label = QT_TRANSLATE_NOOP("record", "From"),
                      .required = true,
                      .listed = true,
                      .rule = Rule::InTheFuture})
              .field(&SharingAgreement::untilOn, {.column = "until_on", .label = QT_TRANSLATE_NOOP("record", "Until"), .listed = true})
              .field(&SharingAgreement::askAgainOn, {.column = "ask_again_on", .label = QT_TRANSLATE_NOOP("record", "Ask again on")})
              .field(&SharingAgreement::wording,
                  {.column = "wording",
                      .label = QT_TRANSLATE_NOOP("record", "Wording that was read or signed"),
                      .multiline = true,
                      .maxLength = 4000})
              .field(&SharingAgreement::withdrawnOn,
                  {.column = "withdrawn_on", .label = QT_TRANSLATE_NOOP("record", "Withdrawn on"), .listed = true, .kept = true})
              .field(&SharingAgreement::withdrawnReason,
                  {.column = "withdrawn_reason", .label = QT_TRANSLATE_NOOP("record", "Why it was withdrawn"), .kept = true});
    return type;
}

template <> const Described<AgreementCategory> &recordType<AgreementCategory>()
{
    static const Described<AgreementCategory> type
        = Described<AgreementCategory>({.table = "agreement_category",
                                           .title = QT_TRANSLATE_NOOP("record", "Agreed category"),
                                           .titleMany = QT_TRANSLATE_NOOP("record", "Agreed categories"),
                                           .category = Category::Identity,
                                           .sharersOnly = true})
              .field(&AgreementCategory::agreementId,
                  {.column = "agreement_id",
                      .label = QT_TRANSLATE_NOOP("record", "Agreement to share"),
                      .refers = "sharing_agreement",
                      .required = true,
                      .kept = true})
              .field(&AgreementCategory::personId, personField())
              .field(&AgreementCategory::category,
                  {.column = "category",
                      .label = QT_TRANSLATE_NOOP("record", "Category"),
                      .list = "category",
                      .required = true,
                      .listed = true});
    return type;
}

template <> const Described<Referral> &recordType<Referral>()
{
    static const Described<Referral> type
        = Described<Referral>({.table = "referral",
                                  .title = QT_TRANSLATE_NOOP("record", "Referral"),
                                  .titleMany = QT_TRANSLATE_NOOP("record", "Referrals"),
                                  .category = Category::Identity,
                                  .sharersOnly = true,
                                  .numberSeries = "R",
                                  .newestFirst = true})
              .field(&Referral::number,
                  {.column = "number", .label = QT_TRANSLATE_NOOP("record", "Number"), .searched = true, .listed = true, .kept = true})
              .field(&Referral::personId, personField())
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
                  {.column = "state",
                      .label = QT_TRANSLATE_NOOP("record", "State"),
                      .list = "referral_state",
                      .required = true,
                      .listed = true,
                      .kept = true})
              .field(&Referral::sentOn,
                  {.column = "sent_on", .label = QT_TRANSLATE_NOOP("record", "Handed over on"), .listed = true, .kept = true});
    return type;
}

template <> const Described<Disclosure> &recordType<Disclosure>()
{
    static const Described<Disclosure> type
        = Described<Disclosure>({.table = "disclosure",
                                    .title = QT_TRANSLATE_NOOP("record", "What left"),
                                    .titleMany = QT_TRANSLATE_NOOP("record", "What left"),
                                    .category = Category::Identity,
                                    .listsWhen = true,
                                    .sharersOnly = true,
                                    .newestFirst = true})
              .field(&Disclosure::personId,
                  {.column = "person_id",
                      .label = QT_TRANSLATE_NOOP("record", "Resident"),
                      .refers = "person",
                      .required = true,
                      .listed = true,
                      .kept = true})
              .field(&Disclosure::kind,
                  {.column = "kind",
                      .label = QT_TRANSLATE_NOOP("record", "What"),
                      .list = "disclosure_kind",
                      .required = true,
                      .listed = true})
              .field(&Disclosure::recipient,
                  {.column = "recipient", .label = QT_TRANSLATE_NOOP("record", "To whom"), .required = true, .listed = true})
              .field(&Disclosure::agencyId, {.column = "agency_id", .label = QT_TRANSLATE_NOOP("record", "Agency"), .refers = "agency"})
              .field(&Disclosure::referralId,
                  {.column = "referral_id", .label = QT_TRANSLATE_NOOP("record", "Referral"), .refers = "referral"})
              .field(&Disclosure::agreementId,
                  {.column = "agreement_id", .label = QT_TRANSLATE_NOOP("record", "Agreement to share"), .refers = "sharing_agreement"})
              .field(&Disclosure::basis,
                  {.column = "basis",
                      .label = QT_TRANSLATE_NOOP("record", "Basis"),
                      .list = "disclosure_basis",
                      .required = true,
                      .listed = true})
              .field(&Disclosure::sections,
                  {.column = "sections",
                      .label = QT_TRANSLATE_NOOP("record", "What was in it"),
                      .list = "category",
                      .listed = true,
                      .maxLength = 500})
              .field(&Disclosure::reason,
                  {.column = "reason", .label = QT_TRANSLATE_NOOP("record", "Why"), .multiline = true, .maxLength = 2000})
              .field(&Disclosure::fileFingerprint,
                  {.column = "file_fingerprint",
                      .label = QT_TRANSLATE_NOOP("record", "Fingerprint of the file"),
                      .required = true,
                      .kept = true})
              .field(&Disclosure::left, {.column = "did_leave", .label = QT_TRANSLATE_NOOP("record", "Left the house"), .listed = true});
    return type;
}

} // namespace keywork
