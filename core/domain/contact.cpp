// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/person.h"

#include "core/domain/shared_fields.h"
#include "core/domain/told.h"

namespace keywork {

namespace {

std::optional<Category> contactTells(const Row &row)
{
    const QString words = row.text(QStringLiteral("relation")) + u'\n' + row.text(QStringLiteral("name"));
    return speaksOfCourt(words) ? std::optional(Category::Offending) : std::nullopt;
}

} // namespace

template <> const Described<Contact> &recordType<Contact>()
{
    static const Described<Contact> type
        = Described<Contact>(
            {.table = "contact",
                .title = QT_TRANSLATE_NOOP("record", "Contact"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Contacts"),
                .category = Category::Family,
                .sharedAs = SharedAs::Listed,
                .alsoTells = contactTells,
                .access = {.add = Act::Record}, // also by whoever is there at night, who may not read it
                .place = Place::Resident,
                .newOne = QT_TRANSLATE_NOOP("record", "New contact"),
                .belongs = QT_TRANSLATE_NOOP("record", "Next of kin, family, friends, solicitors: whom to ring, and whom not."),
                .listRank = 2})
              .field(&Contact::personId, residentField())
              .field(&Contact::name,
                  {.column = "name", .label = QT_TRANSLATE_NOOP("record", "Name"), .required = true, .searched = true, .listed = true})
              .field(&Contact::relation,
                  {.column = "relation", .label = QT_TRANSLATE_NOOP("record", "Relation"), .list = "relation", .listed = true})
              .field(&Contact::telephone,
                  {.column = "telephone", .label = QT_TRANSLATE_NOOP("record", "Telephone"), .listed = true, .maxLength = 60})
              .field(&Contact::email, emailField())
              .field(&Contact::nextOfKin, {.column = "next_of_kin", .label = QT_TRANSLATE_NOOP("record", "Next of kin"), .listed = true})
              .field(&Contact::contactWanted,
                  {.column = "contact_wanted",
                      .label = QT_TRANSLATE_NOOP("record", "Being in touch"),
                      .list = "contact_wanted",
                      .listed = true,
                      .keptInHouse = true})
              .field(&Contact::mayBeTold,
                  {.column = "may_be_told",
                      .label = QT_TRANSLATE_NOOP("record", "May be told"),
                      .help = QT_TRANSLATE_NOOP("record", "What the resident agreed we may tell this person."),
                      .listed = true,
                      .multiline = true,
                      .maxLength = 500})
              .field(
                  &Contact::notes, {.column = "notes", .label = QT_TRANSLATE_NOOP("record", "Notes"), .searched = true, .multiline = true});
    return type;
}

} // namespace keywork
