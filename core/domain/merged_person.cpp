// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/merged_person.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

bool isUndone(const Row &row) { return !row.text(u"undone_at"_s).isEmpty(); }

Violations anotherThanThemselves(const Row &row, QDate)
{
    if (row.value(u"person_id"_s) != row.value(u"other_id"_s))
        return {};
    return {{u"other_id"_s, Rule::AnotherPerson, {}}};
}

} // namespace

template <> const Described<MergedPerson> &recordType<MergedPerson>()
{
    static const Described<MergedPerson> type
        = Described<MergedPerson>({.table = "merged_person",
                                      .title = QT_TRANSLATE_NOOP("record", "Two records made one"),
                                      .titleMany = QT_TRANSLATE_NOOP("record", "Records made one"),
                                      .category = Category::Identity,
                                      .access = kManagersChange,
                                      .orderBy = "id",
                                      .newestFirst = true,
                                      .cannotUndo = true,
                                      .frozen = isUndone})
              .field(&MergedPerson::personId, residentField())
              .field(&MergedPerson::mergedId,
                  {.column = "merged_id",
                      .label = QT_TRANSLATE_NOOP("record", "The other record"),
                      .refers = "person",
                      .required = true,
                      .kept = true,
                      .anyOnFile = true,
                      .tie = Tie::Owner})
              .field(&MergedPerson::mergedNumber,
                  {.column = "merged_number",
                      .label = QT_TRANSLATE_NOOP("record", "Its number"),
                      .listed = true,
                      .kept = true,
                      .knownBy = KnownBy::Number})
              .field(&MergedPerson::mergedName,
                  {.column = "merged_name",
                      .label = QT_TRANSLATE_NOOP("record", "Its name"),
                      .listed = true,
                      .kept = true,
                      .maxLength = 500})
              .field(&MergedPerson::because,
                  {.column = "because",
                      .label = QT_TRANSLATE_NOOP("record", "How you know that they are one person"),
                      .required = true,
                      .listed = true,
                      .keptInHouse = true,
                      .saysWhy = true,
                      .maxLength = 500})
              .field(&MergedPerson::wereHereAtOnce,
                  {.column = "were_here_at_once", .label = QT_TRANSLATE_NOOP("record", "Both had a room on one night"), .kept = true})
              .field(&MergedPerson::moved,
                  {.column = "moved", .label = QT_TRANSLATE_NOOP("record", "What was moved"), .kept = true, .maxLength = 10'000'000})
              .field(&MergedPerson::replaced,
                  {.column = "replaced",
                      .label = QT_TRANSLATE_NOOP("record", "What was taken over"),
                      .kept = true,
                      .maxLength = 10'000'000})
              .field(&MergedPerson::undoneAt,
                  {.column = "undone_at", .label = QT_TRANSLATE_NOOP("record", "Undone"), .listed = true, .kept = true, .days = kHappened})
              .field(&MergedPerson::undoneBecause,
                  {.column = "undone_because",
                      .label = QT_TRANSLATE_NOOP("record", "Why it was undone"),
                      .kept = true,
                      .keptInHouse = true,
                      .saysWhy = true,
                      .maxLength = 500});
    return type;
}

template <> const Described<DifferentPeople> &recordType<DifferentPeople>()
{
    static const Described<DifferentPeople> type
        = Described<DifferentPeople>({.table = "different_people",
                                         .title = QT_TRANSLATE_NOOP("record", "Not the same person"),
                                         .titleMany = QT_TRANSLATE_NOOP("record", "People who are alike and not the same"),
                                         .category = Category::Identity,
                                         .access = kManagersChange,
                                         .together = anotherThanThemselves})
              .field(&DifferentPeople::personId, residentField())
              .field(&DifferentPeople::otherId,
                  {.column = "other_id",
                      .label = QT_TRANSLATE_NOOP("record", "The other one"),
                      .refers = "person",
                      .required = true,
                      .listed = true,
                      .kept = true,
                      .anyOnFile = true,
                      .tie = Tie::Owner})
              .field(&DifferentPeople::because,
                  {.column = "because",
                      .label = QT_TRANSLATE_NOOP("record", "How you know that they are two people"),
                      .required = true,
                      .listed = true,
                      .keptInHouse = true,
                      .saysWhy = true,
                      .maxLength = 500});
    return type;
}

} // namespace keywork
