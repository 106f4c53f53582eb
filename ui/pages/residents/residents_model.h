// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/last_seen.h"
#include "core/services/records/people.h"
#include "core/services/services.h"

#include <QAbstractTableModel>

namespace keywork {

/// The residents of a group, a line each; read page by page as somebody scrolls, filtered and ordered where they are kept.
class ResidentsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Resident, Room, Spectrum, Alerts, Keyworker, Plan, LastSeenAt, ColumnCount };
    enum Role { SecondLine = Qt::UserRole + 1, ChipKind, StageNumber };
    explicit ResidentsModel(const Services &services, QObject *parent = nullptr)
        : QAbstractTableModel(parent)
        , m_services(services)
    {
    }

    /// Reads a group anew, with the filter and order that it has; as many lines as were shown when it is the same group.
    void setGroup(ResidentGroup group);
    void setFilterText(const QString &typed);
    const ResidentLine &lineAt(int row) const { return m_lines.at(row); }
    /// -1 when they are not among the lines that were read.
    int rowOf(qint64 person) const;
    /// How many there are with this filter, read or not.
    qint64 total() const { return m_total; }
    const std::optional<Error> &problem() const { return m_problem; }
    /// All of them with this filter, in this order, also those whom nobody scrolled to.
    Result<QList<ResidentLine>> allLines() const;
    QString text(const ResidentLine &line, int column) const;
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_lines.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    /// Column -1: by name.
    void sort(int column, Qt::SortOrder order) override;

private:
    void read(int atLeast);
    void readSeenOf(const QList<ResidentLine> &lines);
    QString under(const ResidentLine &line) const;
    const Services m_services;
    QList<ResidentLine> m_lines;
    QHash<qint64, SeenTold> m_seen;
    ResidentsRequest m_request;
    bool m_isRead = false;
    qint64 m_total = 0;
    std::optional<Error> m_problem;
};

} // namespace keywork
