// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/person.h"

#include "core/domain/shared_fields.h"

namespace keywork {

template <> const Described<PersonName> &recordType<PersonName>()
{
    static const Described<PersonName> type
        = Described<PersonName>({.table = "person_name",
                                    .title = QT_TRANSLATE_NOOP("record", "Other name"),
                                    .titleMany = QT_TRANSLATE_NOOP("record", "Other names"),
                                    .category = Category::Identity,
                                    .sharedAs = SharedAs::Listed,
                                    .place = Place::Resident,
                                    .newOne = QT_TRANSLATE_NOOP("record", "Add another name"),
                                    .belongs = QT_TRANSLATE_NOOP("record", "Nicknames and former names, by which they are found.")})
              .field(&PersonName::personId, residentField())
              .field(&PersonName::kind,
                  {.column = "kind",
                      .label = QT_TRANSLATE_NOOP("record", "Kind of name"),
                      .list = "name_kind",
                      .required = true,
                      .listed = true})
              .field(&PersonName::name,
                  {.column = "name",
                      .label = QT_TRANSLATE_NOOP("record", "Name"),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .knownBy = KnownBy::Name});
    return type;
}

} // namespace keywork
