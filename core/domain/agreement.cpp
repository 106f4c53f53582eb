// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/agreement.h"
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

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

/// Nobody is written off: who can't decide now is asked again.
Violations capacityIsComplete(const Row &row, QDate)
{
    if (fromCode<CapacityOutcome>(row.text(u"outcome"_s)) != CapacityOutcome::Able && row.text(u"ask_again_on"_s).isEmpty())
        return {{u"ask_again_on"_s, Rule::Required, {}}};
    return {};
}

} // namespace

template <> const Described<SharingAgreement> &recordType<SharingAgreement>()
{
    static const Described<SharingAgreement> type
        = Described<SharingAgreement>(
            {.table = "sharing_agreement",
                .title = QT_TRANSLATE_NOOP("record", "Agreement to share"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Agreements to share"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Agreement"),
                .category = Category::Identity,
                .access = kSharersRead,
                .newOne = QT_TRANSLATE_NOOP("record", "Record an agreement to share"),
                .orderBy = "from_on",
                .newestFirst = true,
                .cannotUndo = true,
                .happens = "from_on",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "About sharing with {agency_id}: {state}"); },
                .called = QT_TRANSLATE_NOOP("record", "Agreement of {from_on}"),
                .together = agreementIsComplete})
              .field(&SharingAgreement::personId, residentField())
              .field(&SharingAgreement::agencyId,
                  {.column = "agency_id",
                      .label = QT_TRANSLATE_NOOP("record", "With which agency"),
                      .refers = "agency",
                      .required = true,
                      .listed = true})
              .field(&SharingAgreement::state,
                  {.column = "state", .label = QT_TRANSLATE_NOOP("record", "What the resident decided"), .required = true, .listed = true})
              .field(&SharingAgreement::means,
                  {.column = "means", .label = QT_TRANSLATE_NOOP("record", "How"), .required = true, .listed = true})
              .field(&SharingAgreement::witness, {.column = "witness", .label = QT_TRANSLATE_NOOP("record", "Witness"), .maxLength = 100})
              .field(&SharingAgreement::fromOn,
                  {.column = "from_on", .label = QT_TRANSLATE_NOOP("record", "From"), .required = true, .listed = true, .days = kHappened})
              .field(&SharingAgreement::untilOn,
                  {.column = "until_on", .label = QT_TRANSLATE_NOOP("record", "Until"), .listed = true, .days = kToCome})
              .field(&SharingAgreement::askAgainOn,
                  {.column = "ask_again_on", .label = QT_TRANSLATE_NOOP("record", "Ask again on"), .days = kToCome})
              .field(&SharingAgreement::wording,
                  {.column = "wording",
                      .label = QT_TRANSLATE_NOOP("record", "Wording that was read or signed"),
                      .multiline = true,
                      .maxLength = 4000})
              .field(&SharingAgreement::wordingVersion,
                  {.column = "wording_version", .label = QT_TRANSLATE_NOOP("record", "Version of the wording"), .kept = true})
              .field(&SharingAgreement::formKeptWhere,
                  {.column = "form_kept_where", .label = QT_TRANSLATE_NOOP("record", "Where the signed form is kept"), .maxLength = 200})
              .field(&SharingAgreement::withdrawnOn,
                  {.column = "withdrawn_on",
                      .label = QT_TRANSLATE_NOOP("record", "Withdrawn on"),
                      .listed = true,
                      .kept = true,
                      .days = kHappened})
              .field(&SharingAgreement::withdrawnReason,
                  {.column = "withdrawn_reason",
                      .label = QT_TRANSLATE_NOOP("record", "Why it was withdrawn"),
                      .kept = true,
                      .saysWhy = true});
    return type;
}

template <> const Described<AgreementCategory> &recordType<AgreementCategory>()
{
    static const Described<AgreementCategory> type
        = Described<AgreementCategory>({.table = "agreement_category",
                                           .title = QT_TRANSLATE_NOOP("record", "Agreed category"),
                                           .titleMany = QT_TRANSLATE_NOOP("record", "Agreed categories"),
                                           .category = Category::Identity,
                                           .access = kSharersRead,
                                           .cannotUndo = true})
              .field(&AgreementCategory::agreementId,
                  {.column = "agreement_id",
                      .label = QT_TRANSLATE_NOOP("record", "Agreement to share"),
                      .refers = "sharing_agreement",
                      .required = true,
                      .kept = true})
              .field(&AgreementCategory::personId, residentField())
              .field(&AgreementCategory::category,
                  {.column = "category", .label = QT_TRANSLATE_NOOP("record", "Category"), .required = true, .listed = true});
    return type;
}

template <> const Described<AgreementWording> &recordType<AgreementWording>()
{
    static const Described<AgreementWording> type
        = Described<AgreementWording>({.table = "agreement_wording",
                                          .title = QT_TRANSLATE_NOOP("record", "Wording of the agreement"),
                                          .titleMany = QT_TRANSLATE_NOOP("record", "Wordings of the agreement"),
                                          .access = kManagersChange,
                                          .newestFirst = true,
                                          .frozen = alwaysFrozen})
              .field(&AgreementWording::versionNumber,
                  {.column = "version_number",
                      .label = QT_TRANSLATE_NOOP("record", "Version"),
                      .listed = true,
                      .kept = true,
                      .smallest = 1})
              .field(&AgreementWording::text,
                  {.column = "text",
                      .label = QT_TRANSLATE_NOOP("record", "Wording"),
                      .help = QT_TRANSLATE_NOOP("record", "What residents read or hear before they decide."),
                      .required = true,
                      .listed = true,
                      .multiline = true,
                      .maxLength = 4000})
              .field(&AgreementWording::fromOn,
                  {.column = "from_on",
                      .label = QT_TRANSLATE_NOOP("record", "Used from"),
                      .required = true,
                      .listed = true,
                      .days = kEitherWay});
    return type;
}

template <> const Described<CapacityAssessment> &recordType<CapacityAssessment>()
{
    static const Described<CapacityAssessment> type
        = Described<CapacityAssessment>(
            {.table = "capacity_assessment",
                .title = QT_TRANSLATE_NOOP("record", "Capacity for a decision"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Capacity for decisions"),
                .category = Category::Health,
                .place = Place::Resident,
                .newOne = QT_TRANSLATE_NOOP("record", "Assess capacity for a decision"),
                .belongs = QT_TRANSLATE_NOOP("record", "Whether they could decide about one thing at one time, when there was doubt."),
                .orderBy = "assessed_on",
                .newestFirst = true,
                .together = capacityIsComplete})
              .field(&CapacityAssessment::personId, residentField())
              .field(&CapacityAssessment::decision,
                  {.column = "decision",
                      .label = QT_TRANSLATE_NOOP("record", "Which decision"),
                      .help = QT_TRANSLATE_NOOP("record", "One decision at one time, such as agreeing to share with an agency."),
                      .required = true,
                      .listed = true})
              .field(&CapacityAssessment::assessedOn,
                  {.column = "assessed_on",
                      .label = QT_TRANSLATE_NOOP("record", "Looked at on"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&CapacityAssessment::assessedBy,
                  {.column = "assessed_by",
                      .label = QT_TRANSLATE_NOOP("record", "Looked at by"),
                      .refers = "staff",
                      .required = true,
                      .listed = true})
              .field(&CapacityAssessment::outcome,
                  {.column = "outcome", .label = QT_TRANSLATE_NOOP("record", "Outcome"), .required = true, .listed = true})
              .field(&CapacityAssessment::why,
                  {.column = "why",
                      .label = QT_TRANSLATE_NOOP("record", "What it rests on"),
                      .required = true,
                      .multiline = true,
                      .maxLength = 2000})
              .field(&CapacityAssessment::bestInterests,
                  {.column = "best_interests",
                      .label = QT_TRANSLATE_NOOP("record", "Decided in their best interests, with whom"),
                      .multiline = true,
                      .maxLength = 2000})
              .field(&CapacityAssessment::askAgainOn,
                  {.column = "ask_again_on", .label = QT_TRANSLATE_NOOP("record", "Ask again on"), .listed = true, .days = kToCome});
    return type;
}

} // namespace keywork
