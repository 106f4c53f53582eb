// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/agency.h"

namespace keywork {

template <> const Described<Agency> &recordType<Agency>()
{
    static const Described<Agency> type
        = Described<Agency>({.table = "agency",
                                .title = QT_TRANSLATE_NOOP("record", "Agency"),
                                .titleMany = QT_TRANSLATE_NOOP("record", "Partner agencies"),
                                .place = Place::Partners,
                                .orderBy = "name"})
              .field(&Agency::name,
                  {.column = "name", .label = QT_TRANSLATE_NOOP("record", "Name"), .required = true, .searched = true, .listed = true})
              .field(&Agency::category,
                  {.column = "category",
                      .label = QT_TRANSLATE_NOOP("record", "Kind of agency"),
                      .list = "agency_category",
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&Agency::telephone,
                  {.column = "telephone", .label = QT_TRANSLATE_NOOP("record", "Telephone"), .listed = true, .maxLength = 60})
              .field(&Agency::email, {.column = "email", .label = QT_TRANSLATE_NOOP("record", "E-mail"), .rule = Rule::NotAnEmailAddress})
              .field(&Agency::address,
                  {.column = "address", .label = QT_TRANSLATE_NOOP("record", "Address"), .multiline = true, .maxLength = 500})
              .field(&Agency::hours, {.column = "hours", .label = QT_TRANSLATE_NOOP("record", "Opening hours"), .listed = true})
              .field(&Agency::howToRefer,
                  {.column = "how_to_refer", .label = QT_TRANSLATE_NOOP("record", "How to refer"), .multiline = true, .maxLength = 2000})
              .field(&Agency::linkPerson,
                  {.column = "link_person",
                      .label = QT_TRANSLATE_NOOP("record", "Our link person there"),
                      .searched = true,
                      .listed = true})
              .field(
                  &Agency::notes, {.column = "notes", .label = QT_TRANSLATE_NOOP("record", "Notes"), .searched = true, .multiline = true});
    return type;
}

} // namespace keywork
