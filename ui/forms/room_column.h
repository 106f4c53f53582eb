// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "ui/forms/derived_column.h"

namespace keywork {

/// Who lives in each room now. Name and room may be known of a closed record, too.
class RoomColumn : public DerivedColumn {
public:
    explicit RoomColumn(const Services &services)
        : m_services(services)
    {
    }
    static bool mayBeRead(const Services &services);
    QString title() const override;
    bool reads(const QString &table) const override { return table == QLatin1String("stay") || table == QLatin1String("person"); }
    void learn(const QList<KeptRow> &heads) override;
    void forget() override { m_names.reset(); }
    QString line(qint64 head) const override { return m_names ? m_names->value(head).join(QStringLiteral(", ")) : QString(); }
    Filter headsHolding(const QString &typed, const NamesOfTable &names) const override;
    bool staysOnScreen() const override { return true; }

private:
    using NamesByRoom = QHash<qint64, QStringList>;
    NamesByRoom read() const;
    const Services m_services;
    std::optional<NamesByRoom> m_names;
};

} // namespace keywork
