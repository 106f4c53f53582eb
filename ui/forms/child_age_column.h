// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "ui/forms/derived_column.h"

namespace keywork {

/// How old each child is today, whatever was written down when.
class ChildAgeColumn : public DerivedColumn {
public:
    explicit ChildAgeColumn(const Services &services)
        : m_services(services)
    {
    }
    QString title() const override;
    bool reads(const QString &) const override { return false; }
    void learn(const QList<KeptRow> &heads) override;
    void forget() override { m_ages.clear(); }
    QString line(qint64 head) const override { return m_ages.value(head); }
    Filter headsHolding(const QString &typed, const NamesOfTable &names) const override;

private:
    QString ageOf(const KeptRow &child) const;
    const Services m_services;
    QHash<qint64, QString> m_ages;
};

} // namespace keywork
