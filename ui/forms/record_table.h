// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/kept_place.h"
#include "ui/forms/record_table_model.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace keywork {

class EmptyHint;
class ListPreview;

/// The list of a kind: sorted by a click, filtered by typing, read on while scrolling; Enter opens the selected line.
class RecordTable : public QWidget {
    Q_OBJECT
public:
    RecordTable(const RecordType &type, const Services &services, QWidget *parent = nullptr);

    /// Selection, filter, order and place stay.
    void reload(const ListRequest &request = {});
    /// Rows that a service chose, in its order.
    void setRows(const QList<KeptRow> &rows);
    /// Instead of what the kind says of its list.
    void setEmptyText(const QString &sentence) { m_emptyText = sentence; }
    /// In the middle of a list without a line; see EmptyHint.
    void offerFirst(const QString &words, std::function<void()> begin);
    RecordTableModel *model() const { return m_model; }
    QTableView *view() const { return m_view; }
    QLineEdit *filter() const { return m_filter; }
    std::optional<KeptRow> current() const;
    /// Nothing when it is not among the lines.
    void select(qint64 id);
    /// Filter, order, row and place, and the list with them again.
    QVariantMap leftAs() const;
    void bringBack(const QVariantMap &left);

Q_SIGNALS:
    void opened(const keywork::KeptRow &row);

private:
    void showAnew(IfGone ifGone, const std::function<void()> &readAnew);
    void showCount();
    int rankOf(int column) const;
    QStringList inFull(const KeptRow &kept) const;
    const RecordType &m_type;
    const Services m_services;
    RecordTableModel *m_model = nullptr;
    QTableView *m_view = nullptr;
    QLineEdit *m_filter = nullptr;
    EmptyHint *m_empty = nullptr;
    ListPreview *m_preview = nullptr;
    QLabel *m_count = nullptr;
    QSet<int> m_sameOnEveryLine; ///< columns that the present filter makes needless
    QString m_emptyText; ///< what belongs here and how it comes
};

} // namespace keywork
