// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/parts_column.h"

#include "core/domain/kinds.h"
#include "core/services/records/listing.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/text/timeline_words.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork {

PartsColumn::PartsColumn(const RecordType &part, const Services &services)
    : m_part(part)
    , m_services(services)
{
    for (const Field &field : part.fields)
        if (field.listed && (field.refers || (field.kind == Kind::Text && !field.list)))
            m_fields.append(&field);
        else if (field.listed && field.kind == Kind::Integer)
            m_counts.append(&field);
}

QString PartsColumn::title() const { return words::label(m_part.titleMany); }

PartsColumn::NamesById PartsColumn::namesIn(const QList<KeptRow> &parts) const
{
    QHash<QString, QSet<qint64>> wanted;
    for (const KeptRow &part : parts)
        for (const Field *field : m_fields)
            if (const qint64 id = field->refers ? part.row.value(QString::fromLatin1(field->column)).toLongLong() : 0; id > 0)
                wanted[QString::fromLatin1(field->refers)].insert(id);
    NamesById names;
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it)
        if (const auto found = m_services.records.some(*kindOf(it.key()), it.value().values()))
            for (const KeptRow &row : *found)
                names[it.key()].insert(row.id, words::nameOf(row.row, m_services.records));
    return names;
}

void PartsColumn::learn(const QList<KeptRow> &heads)
{
    QList<qint64> unknown;
    for (const KeptRow &kept : heads)
        if (!m_lines.contains(kept.id))
            unknown.append(kept.id);
    if (unknown.isEmpty())
        return;
    const auto parts
        = m_services.records.list(m_part, {.filters = {{head(), Filter::Comparison::In, idList(unknown)}}, .orderBy = u"id"_s});
    for (const qint64 id : std::as_const(unknown))
        m_lines.insert(id, {});
    if (!parts)
        return;
    const NamesById known = namesIn(*parts);
    const auto names = [&known](const QString &table, qint64 id) { return known.value(table).value(id); };
    const Records &records = m_services.records;
    for (const KeptRow &part : *parts) {
        QStringList &lines = m_lines[part.row.value(head()).toLongLong()];
        const qsizetype before = lines.size();
        for (const Field *field : std::as_const(m_fields)) {
            const QString text = words::value(part.row, *field, records.choices(), names, records.clock()).simplified();
            if (!text.isEmpty())
                lines.append(text);
        }
        if (lines.size() > before)
            lines.last() += countsOf(part.row);
    }
}

/// " (given 10, brought back 4)"; empty where nothing was counted.
QString PartsColumn::countsOf(const Row &part) const
{
    QStringList counted;
    for (const Field *field : m_counts)
        if (const qint64 many = part.value(QString::fromLatin1(field->column)).toLongLong(); many != 0)
            counted.append(words::label(field->label).toLower() + u' ' + QString::number(many));
    return counted.isEmpty() ? QString() : u" (%1)"_s.arg(counted.join(u", "_s));
}

Filter PartsColumn::headsHolding(const QString &typed, const NamesOfTable &names) const
{
    const QList<Filter> holding = filtersFor(m_part, m_fields, typed, m_services.records, names);
    QList<qint64> heads;
    const auto parts
        = holding.isEmpty() ? Result<QList<KeptRow>>(QList<KeptRow>()) : Listing(m_services.records).all(m_part, {.anyOf = holding});
    for (const KeptRow &part : parts ? *parts : QList<KeptRow>())
        heads.append(part.row.value(head()).toLongLong());
    return {u"id"_s, Filter::Comparison::In, idList(heads)};
}

} // namespace keywork
