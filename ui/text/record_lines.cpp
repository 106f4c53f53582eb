// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/record_lines.h"

#include "core/services/records/records.h"
#include "ui/text/timeline_words.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

bool isRead(const RecordType &type, const Field &field)
{
    const bool isWord = field.kind != Kind::Data && field.kind != Kind::Picture && (!field.kept || field.listed);
    const bool standsAbove = field.tie == Tie::Owner || (type.childOf && QLatin1String(type.childOf) == QLatin1String(field.column));
    return isWord && !standsAbove;
}

} // namespace

QList<RecordLine> recordLines(const Row &row, const keywork::Names &names)
{
    QList<RecordLine> lines;
    const Records &records = names.records();
    const char *pending = nullptr;
    for (const Field &field : row.type->fields) {
        pending = field.heading ? field.heading : pending;
        if (!isRead(*row.type, field))
            continue;
        QString said = value(row, field, records.choices(), namesFrom(names), records.clock());
        if (said.isEmpty())
            said = whyNoAnswer(row, field);
        if (said.isEmpty())
            continue;
        lines.append({pending ? label(pending) : QString(), label(field.label), said});
        pending = nullptr;
    }
    return lines;
}

} // namespace keywork::words
