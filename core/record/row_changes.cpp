// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/row_changes.h"

#include "core/record/row_text.h"

#include <QJsonArray>

namespace keywork {

void applyChanges(Row &row, const QJsonObject &changes, Side side)
{
    for (auto it = changes.constBegin(); it != changes.constEnd(); ++it) {
        const Field *field = row.type->fieldNamed(it.key());
        if (!field || field->kind == Kind::Picture || !it.value().isArray())
            continue;
        const QJsonValue value = it.value().toArray().at(side == Side::Before ? 0 : 1);
        const qsizetype at = row.type->indexOf(QLatin1String(field->column));
        // An entry of a new record has nothing before it: the field's own empty value.
        row.values[at] = value.isNull() ? emptyRow(*row.type).values.at(at)
            : value.isDouble()          ? QVariant(value.toInteger())
                                        : value.toVariant();
    }
}

bool stillStands(const Row &row, const QJsonObject &changes)
{
    Row after = row;
    applyChanges(after, changes, Side::After);
    return changedFields(row, after).isEmpty();
}

} // namespace keywork
