// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/owned_description.h"

namespace keywork {

OwnedDescription::OwnedDescription(const QString &table, const QString &title, const QString &titleMany)
{
    m_type.table = own(table);
    m_type.title = own(title);
    m_type.titleMany = own(titleMany);
}

const char *OwnedDescription::own(const QString &words) { return m_words.emplace_back(words.toStdString()).c_str(); }

void OwnedDescription::add(Kind kind, const QString &column, const QString &label, Field rest)
{
    rest.column = own(column);
    rest.label = own(label);
    rest.kind = kind;
    rest.nullable = kind != Kind::Text && kind != Kind::Choice && kind != Kind::Boolean && kind != Kind::Data && kind != Kind::Picture;
    m_type.fields.push_back(rest);
}

} // namespace keywork
