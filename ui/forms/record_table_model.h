// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"
#include "core/services/records/listing.h"
#include "core/services/records/names.h"
#include "core/services/services.h"
#include "ui/forms/derived_column.h"
#include "ui/text/list_text.h"

#include <QAbstractTableModel>

namespace keywork {

/// Rows of one kind with its listed fields as columns, read page by page as somebody scrolls; filtered and ordered where
/// they are kept. What has a derived column ends with it. Rows that a service chose stand as they came until they are ordered.
class RecordTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    RecordTableModel(const RecordType &type, const Services &services, QObject *parent = nullptr);

    void setRows(const QList<KeptRow> &rows);
    /// Reads anew, as many rows as were shown before; false with `problem` when that failed.
    bool setRequest(const ListRequest &request);
    /// Says also whose record, or of which other record a part, each is, where the list on a screen stands at theirs.
    void showWhose();
    /// A column of what a service knows of each record, behind the kind's own; not ordered or filtered by.
    void addSaid(const QString &title, std::function<QString(const KeptRow &)> says);
    void setFilterText(const QString &typed);
    const KeptRow &rowAt(int index) const { return m_rows.at(index); }
    /// -1 when it is not among the rows that were read.
    int rowOf(qint64 id) const;
    /// Whether its last column rests on records of this other kind.
    bool derivesFrom(const QString &table) const { return m_parts && m_parts->reads(table); }
    /// -1 when the column is not listed.
    int columnOf(const QString &column) const;
    /// Null for the moment that a record was kept, and for what its parts are.
    const Field *fieldAt(int column) const;
    /// How many rows there are with this filter, read or not.
    qint64 total() const { return m_total; }
    const std::optional<Error> &problem() const { return m_problem; }
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    /// Column -1: the kind's own order.
    void sort(int column, Qt::SortOrder order) override;
    /// The whole list with this filter, in its order, as CSV with a line of labels; also what nobody scrolled to.
    Result<QString> csv();
    QStringList labels() const;
    /// The same lines as texts, one a column, for whoever reads them.
    Result<QList<QStringList>> allCells(ListReader reader = ListReader::People);
    /// Everybody whom one of these rows is about, once.
    Result<QList<Id<Person>>> people() const;

private:
    QString cell(const KeptRow &row, int column, ListReader reader = ListReader::People) const;
    QVariant sortKey(const KeptRow &row, int column) const;
    /// Whether the column says what the parts are: no field of the kind.
    bool isOfParts(int column) const { return m_parts && column == columnCount() - 1; }
    /// Of what leaves as a file or on paper.
    int columnsThatLeave() const { return columnCount() - (m_parts && m_parts->staysOnScreen() ? 1 : 0); }
    struct Said {
        QString title;
        std::function<QString(const KeptRow &)> says;
    };
    /// Null for any other column.
    const Said *saidAt(int column) const;
    ListRequest wanted();
    QVariantList ranksOf(const Field &field);
    void read(int atLeast);
    void showChosen();
    Result<QList<KeptRow>> allRows() const;
    void forgetNames();
    void learnNames(const QList<KeptRow> &rows);
    const QHash<qint64, QString> &allNames(const QString &table);

    const RecordType &m_type;
    const Services m_services;
    QList<const Field *> m_columns;
    std::unique_ptr<DerivedColumn> m_parts; ///< the last one, of what stands in no field; null for none
    QList<Said> m_said; ///< in the order of their columns
    QList<KeptRow> m_rows;
    std::optional<QList<KeptRow>> m_chosen; ///< by a service: all of them
    ListRequest m_request; ///< as the page asked
    ListRequest m_reading; ///< with filter and order, of the rows that were read
    bool m_hasMore = false;
    qint64 m_total = 0;
    QString m_filterText;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::optional<Error> m_problem;
    Names m_names; ///< of what the rows refer to
    QHash<QString, QHash<qint64, QString>> m_allNames; ///< of whole tables, for filter and order
};

} // namespace keywork
