// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration nameKeys()
{
    return {"Keys by which people are found, and found to be on file already",
        {
            // Filled by code at the next opening (storage/name_keys): SQL can't fold names. form: KeyForm.
            u"CREATE TABLE name_key (kind TEXT NOT NULL, record INTEGER NOT NULL, person INTEGER NOT NULL, form INTEGER NOT NULL, key TEXT NOT NULL, category TEXT NOT NULL) STRICT"_s,
            // It holds whole rows: who looks never reads the table itself.
            u"CREATE INDEX name_key_form_key ON name_key (form, key, person, kind, record, category)"_s,
            u"CREATE INDEX name_key_record ON name_key (kind, record)"_s,
        }};
}

} // namespace keywork
