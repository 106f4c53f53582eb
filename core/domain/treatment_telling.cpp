// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/treatment_telling.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations tellingHangsTogether(const Row &row, QDate today)
{
    Violations wrong = endsAfterItBegan(row, today);
    if (const QString back = row.text(u"taken_back_on"_s); !back.isEmpty() && back < row.text(u"from_on"_s))
        wrong.append({u"taken_back_on"_s, Rule::EndsBeforeStart, {}});
    return wrong;
}

const char *tellingBegins(const Row &) { return QT_TRANSLATE_NOOP("record", "Said who may be told about treatment"); }

const char *tellingEnds(const Row &) { return QT_TRANSLATE_NOOP("record", "Took back who may be told about treatment"); }

} // namespace

template <> const Described<TreatmentAgreement> &recordType<TreatmentAgreement>()
{
    static const Described<TreatmentAgreement> type
        = Described<TreatmentAgreement>(
            {.table = "treatment_agreement",
                .title = QT_TRANSLATE_NOOP("record", "Who may be told about treatment"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Who may be told"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Who may be told"),
                .category = Category::Treatment,
                .place = Place::Treatment,
                .newOne = QT_TRANSLATE_NOOP("record", "Say who may be told about treatment"),
                .belongs = QT_TRANSLATE_NOOP("record",
                    "Whom the treatment service may talk to, only as the resident wishes. It lets nothing leave this house: that is an "
                    "agreement to share."),
                .listRank = 2,
                .orderBy = "from_on",
                .newestFirst = true,
                .happens = "from_on",
                .happened = tellingBegins,
                .ends = "taken_back_on",
                .ended = tellingEnds,
                .called = QT_TRANSLATE_NOOP("record", "Who may be told, from {from_on}"),
                .together = tellingHangsTogether})
              .field(&TreatmentAgreement::personId, residentField())
              .field(&TreatmentAgreement::agencyId,
                  {.column = "agency_id",
                      .label = QT_TRANSLATE_NOOP("record", "Which treatment service may tell"),
                      .refers = "agency",
                      .required = true,
                      .listed = true})
              .field(&TreatmentAgreement::fromOn, fromField())
              .field(&TreatmentAgreement::untilOn,
                  {.column = "until_on", .label = QT_TRANSLATE_NOOP("record", "Until"), .listed = true, .days = kEitherWay})
              .field(&TreatmentAgreement::how,
                  {.column = "how", .label = QT_TRANSLATE_NOOP("record", "How they agreed"), .required = true, .listed = true})
              .field(&TreatmentAgreement::takenBackOn,
                  {.column = "taken_back_on", .label = QT_TRANSLATE_NOOP("record", "Taken back on"), .listed = true, .days = kHappened})
              .field(&TreatmentAgreement::note,
                  {.column = "note", .label = QT_TRANSLATE_NOOP("record", "Note"), .searched = true, .multiline = true, .maxLength = 2000});
    return type;
}

template <> const Described<MayBeTold> &recordType<MayBeTold>()
{
    static const Described<MayBeTold> type
        = Described<MayBeTold>({.table = "may_be_told",
                                   .title = QT_TRANSLATE_NOOP("record", "Somebody who may be told"),
                                   .titleMany = QT_TRANSLATE_NOOP("record", "Those who may be told"),
                                   .category = Category::Treatment,
                                   .childOf = "agreement_id"})
              .field(&MayBeTold::agreementId,
                  {.column = "agreement_id",
                      .label = QT_TRANSLATE_NOOP("record", "Who may be told about treatment"),
                      .refers = "treatment_agreement",
                      .required = true,
                      .kept = true})
              .field(&MayBeTold::personId, residentField())
              .field(&MayBeTold::who, {.column = "who", .label = QT_TRANSLATE_NOOP("record", "Who"), .required = true, .listed = true})
              .field(&MayBeTold::name,
                  {.column = "name",
                      .label = QT_TRANSLATE_NOOP("record", "Their name"),
                      .shownWhen = {"who", "somebody"},
                      .required = true,
                      .listed = true})
              .field(&MayBeTold::relation,
                  {.column = "relation",
                      .label = QT_TRANSLATE_NOOP("record", "Who they are to them"),
                      .shownWhen = {"who", "somebody"},
                      .listed = true})
              .field(&MayBeTold::agencyId,
                  {.column = "agency_id",
                      .label = QT_TRANSLATE_NOOP("record", "Agency"),
                      .refers = "agency",
                      .shownWhen = {"who", "agency"},
                      .required = true,
                      .listed = true})
              .field(&MayBeTold::what,
                  {.column = "what",
                      .label = QT_TRANSLATE_NOOP("record", "What they may be told"),
                      .help = QT_TRANSLATE_NOOP("record", "Blank: everything about the treatment."),
                      .searched = true,
                      .listed = true,
                      .maxLength = 500});
    return type;
}

} // namespace keywork
