// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/search_anew.h"

#include "core/domain/kinds.h"
#include "core/record/row_text.h"
#include "core/record/ties.h"
#include "core/storage/choice_store.h"
#include "core/storage/rescue.h"
#include "core/storage/search.h"
#include "core/storage/table.h"

namespace keywork {

namespace {

/// Search words of every row, from their descriptions.
Done writeAllSearchWords(Database &database)
{
    ChoiceStore choices;
    if (Done loaded = choices.load(database); !loaded)
        return loaded;
    for (const RecordType *type : allKinds()) {
        const auto rows = Table(database, *type).list({});
        if (!rows)
            return rows.error();
        for (const KeptRow &row : *rows)
            if (Done done = writeSearchWords(database, *type, row.id, personOf(*type, row.id, row.row), searchText(row.row, choices));
                !done)
                return done;
    }
    return {};
}

} // namespace

Done writeSearchAnew(Database &database)
{
    if (Done emptied = emptySearch(database); !emptied)
        return emptied;
    return writeAllSearchWords(database);
}

} // namespace keywork
