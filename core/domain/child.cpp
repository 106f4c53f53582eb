// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/child.h"
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// An age is true for the day on which it was told, and grows from then on; so it needs that day.
Violations childAgeHasItsDay(const Row &row, QDate)
{
    const bool hasAge = !row.value(u"age"_s).isNull();
    const bool hasDay = !row.text(u"age_on"_s).isEmpty();
    return hasAge == hasDay ? Violations() : Violations{{hasAge ? u"age_on"_s : u"age"_s, Rule::Required, {}}};
}

} // namespace

template <> const Described<Child> &recordType<Child>()
{
    static const Described<Child> type
        = Described<Child>({.table = "child",
                               .title = QT_TRANSLATE_NOOP("record", "Child"),
                               .titleMany = QT_TRANSLATE_NOOP("record", "Children"),
                               .category = Category::Family,
                               .sharedAs = SharedAs::Listed,
                               .place = Place::Resident,
                               .newOne = QT_TRANSLATE_NOOP("record", "New child"),
                               .belongs = QT_TRANSLATE_NOOP("record", "Their children: where they live, and what contact there is."),
                               .together = childAgeHasItsDay})
              .field(&Child::personId, residentField())
              .field(&Child::name,
                  {.column = "name", .label = QT_TRANSLATE_NOOP("record", "Name"), .required = true, .searched = true, .listed = true})
              .field(&Child::bornOn,
                  {.column = "born_on",
                      .label = QT_TRANSLATE_NOOP("record", "Date of birth"),
                      .help = QT_TRANSLATE_NOOP("record", "The year alone, or month and year, will do."),
                      .listed = true,
                      .days = kChildBorn})
              .field(&Child::age,
                  {.column = "age",
                      .label = QT_TRANSLATE_NOOP("record", "Or how old they were, in years"),
                      .listed = true,
                      .keptInHouse = true,
                      .smallest = 0,
                      .largest = 70})
              .field(&Child::ageOn,
                  {.column = "age_on",
                      .label = QT_TRANSLATE_NOOP("record", "On which day they were so old"),
                      .listed = true,
                      .keptInHouse = true,
                      .days = kHappened})
              .field(&Child::livesWhere,
                  {.column = "lives_where", .label = QT_TRANSLATE_NOOP("record", "Lives where, with whom"), .listed = true})
              .field(&Child::contactWanted,
                  {.column = "contact_wanted",
                      .label = QT_TRANSLATE_NOOP("record", "Contact"),
                      .list = "contact_wanted",
                      .listed = true,
                      .keptInHouse = true})
              .field(&Child::socialWorker,
                  {.column = "social_worker", .label = QT_TRANSLATE_NOOP("record", "Social worker, name and telephone"), .listed = true})
              .field(&Child::notes,
                  {.column = "notes",
                      .label = QT_TRANSLATE_NOOP("record", "Notes"),
                      .multiline = true,
                      .keptInHouse = true,
                      .maxLength = 1000});
    return type;
}

} // namespace keywork
