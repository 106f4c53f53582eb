// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "ui/text/timeline_reading.h"

#include <QAbstractListModel>

namespace keywork {

/// What happened, one sentence a row, newest first; read on while somebody scrolls.
class TimelineModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { DayRole = Qt::UserRole, TimeRole, KindRole, IsAheadRole, OpensDayRole };

    explicit TimelineModel(const Services &services, QObject *parent = nullptr);

    /// Reads anew, at least `atLeast` lines; false with `problem` when that failed.
    bool read(const TimelineRequest &request, const QString &words, int atLeast = 0);
    const SaidLine &lineAt(int row) const { return m_lines.at(row); }
    /// -1 when it is not among the lines that were read.
    int rowOf(const TimelineLine &line) const;
    const std::optional<Error> &problem() const { return m_problem; }
    bool gaveUp() const { return m_reading && m_reading->gaveUp(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    bool opensDay(int row) const;
    QList<SaidLine> readOn(int count);
    const Services m_services;
    std::optional<TimelineReading> m_reading;
    QList<SaidLine> m_lines;
    std::optional<Error> m_problem;
};

} // namespace keywork
