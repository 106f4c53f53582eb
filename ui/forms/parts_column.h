// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "ui/forms/derived_column.h"

namespace keywork {

/// A column of a list that says what the records' parts are: who was in an incident. Read for a page of rows in one go; parts
/// that whoever reads may not see are left out.
class PartsColumn : public DerivedColumn {
public:
    /// `part`: a kind that is a part of the listed one.
    PartsColumn(const RecordType &part, const Services &services);

    QString title() const override;
    bool reads(const QString &table) const override { return table == QLatin1String(m_part.table); }
    void learn(const QList<KeptRow> &heads) override;
    void forget() override { m_lines.clear(); }
    QString line(qint64 head) const override { return m_lines.value(head).join(QStringLiteral(", ")); }
    /// Heads with a part that holds what was typed.
    Filter headsHolding(const QString &typed, const NamesOfTable &names) const override;

private:
    using NamesById = QHash<QString, QHash<qint64, QString>>; ///< by table
    NamesById namesIn(const QList<KeptRow> &parts) const;
    QString countsOf(const Row &part) const;
    QString head() const { return QString::fromLatin1(m_part.childOf); }
    const RecordType &m_part;
    const Services m_services;
    QList<const Field *> m_fields; ///< names: what its list refers to, and what is described in words
    QList<const Field *> m_counts; ///< how many, behind the names
    QHash<qint64, QStringList> m_lines;
};

} // namespace keywork
