// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/hostel_file.h"

#include <QAbstractTableModel>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;
QT_END_NAMESPACE

namespace keywork {

/// Rows of one kind with its listed fields as columns.
class RecordTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    RecordTableModel(const RecordType &type, const Services &services, QObject *parent = nullptr);

    void setRows(const QList<KeptRow> &rows);
    const KeptRow &rowAt(int index) const { return m_rows.at(index); }
    /// -1 when the column is not listed.
    int columnOf(const QString &column) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// The whole list as CSV with a line of labels.
    QString csv() const;
    /// Everybody whom one of the rows is about, once.
    QList<Id<Person>> people() const;

private:
    QString cell(int row, int column) const;
    const RecordType &m_type;
    const Services m_services;
    /// Null for the moment that a record was kept.
    const Field *fieldAt(int column) const;
    QList<const Field *> m_columns;
    QList<KeptRow> m_rows;
    QHash<QString, QHash<qint64, QString>> m_names;
};

/// The list of a kind: sorted by a click, filtered by typing; Enter opens.
class RecordTable : public QWidget {
    Q_OBJECT
public:
    RecordTable(const RecordType &type, const Services &services, QWidget *parent = nullptr);

    void reload(const ListRequest &request = {});
    /// Rows that a service chose, in its order.
    void setRows(const QList<KeptRow> &rows);
    void setEmptyText(const QString &sentence) { m_emptyText = sentence; }
    RecordTableModel *model() const { return m_model; }
    QTableView *view() const { return m_view; }
    QLineEdit *filter() const { return m_filter; }
    std::optional<KeptRow> current() const;

Q_SIGNALS:
    void opened(const keywork::KeptRow &row);

private:
    const RecordType &m_type;
    const Services m_services;
    RecordTableModel *m_model = nullptr;
    QSortFilterProxyModel *m_proxy = nullptr;
    QTableView *m_view = nullptr;
    QLineEdit *m_filter = nullptr;
    QLabel *m_empty = nullptr;
    QString m_emptyText; ///< what belongs here and how it comes
};

} // namespace keywork
