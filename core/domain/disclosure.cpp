// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/disclosure.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const char *disclosureLine(const Row &row)
{
    return row.value(u"did_leave"_s).toLongLong() == 0 ? nullptr : QT_TRANSLATE_NOOP("record", "Handed out: {kind}, to {recipient}");
}

} // namespace

template <> const Described<Disclosure> &recordType<Disclosure>()
{
    static const Described<Disclosure> type
        = Described<Disclosure>({.table = "disclosure",
                                    .title = QT_TRANSLATE_NOOP("record", "Disclosure"),
                                    .titleMany = QT_TRANSLATE_NOOP("record", "Disclosure log"),
                                    .category = Category::Identity,
                                    .listsWhen = true,
                                    .access = {.readers = Act::Share, .add = Act::Record},
                                    .newestFirst = true,
                                    .cannotUndo = true,
                                    .answeredFor = true,
                                    .happens = "created_at",
                                    .happened = disclosureLine})
              .field(&Disclosure::personId,
                  {.column = "person_id",
                      .label = QT_TRANSLATE_NOOP("record", "Resident"),
                      .refers = "person",
                      .listed = true,
                      .kept = true,
                      .tie = Tie::Owner})
              .field(&Disclosure::kind, {.column = "kind", .label = QT_TRANSLATE_NOOP("record", "What"), .required = true, .listed = true})
              .field(&Disclosure::recipient,
                  {.column = "recipient", .label = QT_TRANSLATE_NOOP("record", "To whom"), .required = true, .listed = true})
              .field(&Disclosure::agencyId, {.column = "agency_id", .label = QT_TRANSLATE_NOOP("record", "Agency"), .refers = "agency"})
              .field(&Disclosure::referralId,
                  {.column = "referral_id", .label = QT_TRANSLATE_NOOP("record", "Referral"), .refers = "referral"})
              .field(&Disclosure::agreementId,
                  {.column = "agreement_id", .label = QT_TRANSLATE_NOOP("record", "Agreement to share"), .refers = "sharing_agreement"})
              .field(&Disclosure::lawfulId,
                  {.column = "lawful_id", .label = QT_TRANSLATE_NOOP("record", "Shared without agreement"), .refers = "lawful_reason"})
              .field(
                  &Disclosure::basis, {.column = "basis", .label = QT_TRANSLATE_NOOP("record", "Basis"), .required = true, .listed = true})
              .field(&Disclosure::sections,
                  {.column = "sections",
                      .label = QT_TRANSLATE_NOOP("record", "What was in it"),
                      .list = "category",
                      .listed = true,
                      .maxLength = 500})
              .field(&Disclosure::reason,
                  {.column = "reason", .label = QT_TRANSLATE_NOOP("record", "Why"), .multiline = true, .maxLength = 2000})
              .field(&Disclosure::residents,
                  {.column = "residents",
                      .label = QT_TRANSLATE_NOOP("record", "Residents in the list"),
                      .multiline = true,
                      .maxLength = 20'000})
              .field(&Disclosure::fileFingerprint,
                  {.column = "file_fingerprint",
                      .label = QT_TRANSLATE_NOOP("record", "Fingerprint of the file"),
                      .required = true,
                      .kept = true,
                      .maxLength = 500})
              .field(&Disclosure::extent,
                  {.column = "extent", .label = QT_TRANSLATE_NOOP("record", "Pages and copies"), .kept = true, .maxLength = 500})
              .field(&Disclosure::left, {.column = "did_leave", .label = QT_TRANSLATE_NOOP("record", "Left the house"), .listed = true});
    return type;
}

} // namespace keywork
