// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/restriction.h"
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

bool wasReviewed(const Row &row) { return !row.text(u"reviewed_at"_s).isEmpty(); }

} // namespace

template <> const Described<Restriction> &recordType<Restriction>()
{
    static const Described<Restriction> type
        = Described<Restriction>({.table = "restriction",
                                     .title = QT_TRANSLATE_NOOP("record", "Restriction"),
                                     .titleMany = QT_TRANSLATE_NOOP("record", "Who may open this record"),
                                     .category = Category::Identity,
                                     .access = kManagersChange,
                                     .place = Place::Resident,
                                     .newOne = QT_TRANSLATE_NOOP("record", "Restrict this record"),
                                     .belongs = QT_TRANSLATE_NOOP("record", "A record that only some of the team need to know."),
                                     .orderBy = "from_on",
                                     .newestFirst = true,
                                     .together = endsAfterItBegan})
              .field(&Restriction::personId, residentField())
              .field(&Restriction::why,
                  {.column = "why",
                      .label = QT_TRANSLATE_NOOP("record", "Why only some may open it"),
                      .help = QT_TRANSLATE_NOOP("record",
                          "Whoever is not named under “Who needs to know” has to give a reason first; the keyworker and whoever restricted "
                          "it need not."),
                      .required = true,
                      .listed = true,
                      .category = Category::Team, // why tells of a colleague: managers only
                      .saysWhy = true,
                      .maxLength = 500})
              .field(&Restriction::fromOn, fromField())
              .field(&Restriction::untilOn, untilEndedField());
    return type;
}

template <> const Described<NeedToKnow> &recordType<NeedToKnow>()
{
    static const Described<NeedToKnow> type
        = Described<NeedToKnow>({.table = "need_to_know",
                                    .title = QT_TRANSLATE_NOOP("record", "Somebody who needs to know"),
                                    .titleMany = QT_TRANSLATE_NOOP("record", "Who needs to know"),
                                    .category = Category::Identity,
                                    .access = kManagersChange,
                                    .place = Place::Resident,
                                    .newOne = QT_TRANSLATE_NOOP("record", "Name somebody who needs to know"),
                                    .belongs = QT_TRANSLATE_NOOP("record", "Who may open this record while it is restricted.")})
              .field(&NeedToKnow::personId, residentField())
              .field(&NeedToKnow::staffId,
                  {.column = "staff_id",
                      .label = QT_TRANSLATE_NOOP("record", "Member of the team"),
                      .refers = "staff",
                      .required = true,
                      .listed = true})
              .field(&NeedToKnow::why,
                  {.column = "why",
                      .label = QT_TRANSLATE_NOOP("record", "Why"),
                      .listed = true,
                      .category = Category::Team,
                      .saysWhy = true});
    return type;
}

template <> const Described<RestrictedOpening> &recordType<RestrictedOpening>()
{
    static const Described<RestrictedOpening> type
        = Described<RestrictedOpening>({.table = "restricted_opening",
                                           .title = QT_TRANSLATE_NOOP("record", "Restricted record opened"),
                                           .titleMany = QT_TRANSLATE_NOOP("record", "Restricted records opened"),
                                           .category = Category::Identity,
                                           .access = {.readers = Act::Manage, .amend = Act::Manage},
                                           .orderBy = "id",
                                           .newestFirst = true,
                                           .cannotUndo = true,
                                           .answeredFor = true,
                                           .frozen = wasReviewed})
              .field(&RestrictedOpening::personId, residentField())
              .field(&RestrictedOpening::openedBy,
                  {.column = "opened_by",
                      .label = QT_TRANSLATE_NOOP("record", "Opened by"),
                      .refers = "staff",
                      .required = true,
                      .listed = true,
                      .kept = true})
              .field(&RestrictedOpening::reason,
                  {.column = "reason",
                      .label = QT_TRANSLATE_NOOP("record", "Why it had to be opened"),
                      .required = true,
                      .listed = true,
                      .multiline = true,
                      .saysWhy = true,
                      .maxLength = 1000})
              .field(&RestrictedOpening::reviewedAt,
                  {.column = "reviewed_at",
                      .label = QT_TRANSLATE_NOOP("record", "Looked at by a manager"),
                      .listed = true,
                      .kept = true,
                      .days = kHappened})
              .field(&RestrictedOpening::reviewedBy,
                  {.column = "reviewed_by", .label = QT_TRANSLATE_NOOP("record", "Manager"), .refers = "staff", .kept = true})
              .field(&RestrictedOpening::reviewNote,
                  {.column = "review_note", .label = QT_TRANSLATE_NOOP("record", "What came of it"), .maxLength = 500});
    return type;
}

} // namespace keywork
