// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "ui/forms/derived_column.h"

namespace keywork {

/// Whether a version of a policy holds today: older ones look as if they did.
class PolicyColumn : public DerivedColumn {
public:
    explicit PolicyColumn(const Services &services)
        : m_services(services)
    {
    }
    QString title() const override;
    bool reads(const QString &table) const override { return table == QLatin1String("policy"); }
    void learn(const QList<KeptRow> &heads) override;
    void forget() override { m_lines.clear(); }
    QString line(qint64 head) const override { return m_lines.value(head); }
    Filter headsHolding(const QString &typed, const NamesOfTable &names) const override;

private:
    QHash<qint64, QString> all() const;
    const Services m_services;
    QHash<qint64, QString> m_lines;
};

} // namespace keywork
