// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/child.h"
#include "core/domain/shared_fields.h"

namespace keywork {

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
                               .belongs = QT_TRANSLATE_NOOP("record", "Their children: where they live, and what contact there is.")})
              .field(&Child::personId, residentField())
              .field(&Child::name,
                  {.column = "name", .label = QT_TRANSLATE_NOOP("record", "Name"), .required = true, .searched = true, .listed = true})
              .field(&Child::bornOn,
                  {.column = "born_on",
                      .label = QT_TRANSLATE_NOOP("record", "Date of birth"),
                      .help = QT_TRANSLATE_NOOP("record", "The year alone, or month and year, will do."),
                      .listed = true,
                      .days = kChildBorn})
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
