// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/row_words.h"

#include "core/domain/kinds.h"
#include "ui/text/timeline_words.h"
#include "ui/text/words.h"

namespace keywork {

QString inWords(const Row &row, const QString &column, const Records &records)
{
    const auto names = [&records](const QString &table, qint64 id) {
        const RecordType *type = kindOf(table);
        const auto kept = type ? records.one(*type, id) : Result<KeptRow>(Error{});
        return kept ? words::nameOf(kept->row, records) : QString();
    };
    return words::value(row, *row.type->fieldNamed(column), records.choices(), names, records.clock());
}

} // namespace keywork
