// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/parts_at_opening.h"

#include "core/services/records/families.h"

using namespace Qt::StringLiterals;

namespace keywork {

void PartsAtOpening::note(const QList<KeptRow> &parts)
{
    for (const KeptRow &part : parts)
        if (part.id > 0)
            m_parts.insert({QString::fromLatin1(part.row.type->table), part.id});
}

QJsonArray PartsAtOpening::toJson() const
{
    QJsonArray all;
    for (const auto &[table, id] : m_parts)
        all.append(QJsonArray{table, id});
    return all;
}

void PartsAtOpening::fromJson(const QJsonValue &kept)
{
    if (!kept.isArray())
        return;
    m_parts.clear();
    for (const QJsonValue &part : kept.toArray())
        m_parts.insert({part.toArray().at(0).toString(), part.toArray().at(1).toInteger()});
}

QList<KeptRow> PartsAtOpening::addedSince(const RecordType &head, qint64 record, const Services &services) const
{
    QList<KeptRow> added;
    const auto now = services.families.one(head, record);
    for (const KeptRow &part : now ? now->parts : QList<KeptRow>())
        if (!m_parts.contains({QString::fromLatin1(part.row.type->table), part.id}))
            added.append(part);
    return added;
}

} // namespace keywork
