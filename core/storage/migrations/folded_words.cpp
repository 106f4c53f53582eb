// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration foldedWords()
{
    const QString columns = u"body, plain, kind, record, person, category"_s;
    return {"Words of notes as people type them, beside the words as they stand there",
        {
            // Four letters, too: of a short word that stands in every other note ("that") every place was read at each key.
            // `plain` is filled by code at the next opening (storage/search): SQL can't fold words.
            u"CREATE VIRTUAL TABLE search_anew USING fts5 (body, plain, kind UNINDEXED, record UNINDEXED, person UNINDEXED, category UNINDEXED, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4')"_s,
            u"INSERT INTO search_anew (search_anew, rank) VALUES ('pgsz', 4000)"_s,
            u"INSERT INTO search_anew (rowid, %1) SELECT rowid, body, '', kind, record, person, category FROM search_text"_s.arg(columns),
            u"DROP TABLE search_text"_s,
            u"ALTER TABLE search_anew RENAME TO search_text"_s,
        }};
}

} // namespace keywork
