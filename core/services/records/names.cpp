// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/names.h"

#include "core/domain/kinds.h"
#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

void gather(const KeptRow &kept, const Field &field, QHash<QString, QSet<qint64>> &wanted)
{
    if (!field.refers)
        return;
    if (const qint64 id = kept.row.value(QString::fromLatin1(field.column)).toLongLong(); id > 0)
        wanted[QString::fromLatin1(field.refers)].insert(id);
}

} // namespace

Result<QHash<qint64, Row>> namesOf(const Records &records, const RecordType &type, const QList<qint64> &ids)
{
    QHash<qint64, Row> rows;
    if (ids.isEmpty())
        return rows;
    const auto found = records.some(type, ids);
    if (!found)
        return found.error();
    for (const KeptRow &kept : *found)
        rows.insert(kept.id, kept.row);
    return rows;
}

void Names::learn(const QList<KeptRow> &rows, const QList<const Field *> &fields)
{
    QHash<QString, QSet<qint64>> wanted;
    for (const KeptRow &kept : rows) {
        for (const Field *field : fields)
            gather(kept, *field, wanted);
        if (fields.isEmpty())
            for (const Field &field : kept.row.type->fields)
                gather(kept, field, wanted);
    }
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        QHash<qint64, Row> &known = m_known[it.key()];
        it->removeIf([&known](qint64 id) { return known.contains(id); });
        const RecordType *type = kindOf(it.key());
        const auto found = type ? namesOf(m_records, *type, it->values()) : Result<QHash<qint64, Row>>(QHash<qint64, Row>());
        for (const qint64 id : std::as_const(*it))
            known.insert(id, found ? found->value(id) : Row());
    }
}

const Row *Names::named(const QString &table, qint64 id) const
{
    const auto known = m_known.constFind(table);
    if (known == m_known.constEnd())
        return nullptr;
    const auto row = known->constFind(id);
    return row == known->constEnd() || !row->type ? nullptr : &*row;
}

} // namespace keywork
