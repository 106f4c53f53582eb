// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>
#include <QVariantMap>
#include <algorithm>
#include <functional>

namespace keywork {

/// The column and way that a list is ordered by, its row and how far it is scrolled.
inline QVariantMap placeOf(const QTableView *view, qint64 id)
{
    return {{QStringLiteral("sort"), view->horizontalHeader()->sortIndicatorSection()},
        {QStringLiteral("descending"), view->horizontalHeader()->sortIndicatorOrder() == Qt::DescendingOrder}, {QStringLiteral("id"), id},
        {QStringLiteral("scrolled"), view->verticalScrollBar()->value()}};
}

/// The order of `left`; row and place come after it by goTo().
inline void orderAs(QTableView *view, const QVariantMap &left)
{
    const bool descending = left.value(QStringLiteral("descending")).toBool();
    view->horizontalHeader()->setSortIndicator(
        left.value(QStringLiteral("sort"), -1).toInt(), descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

/// Selects the row of `left` again, reading on as far as it takes.
inline void goTo(QTableView *view, const QVariantMap &left, const std::function<int(qint64 id)> &rowOf)
{
    const qint64 id = left.value(QStringLiteral("id")).toLongLong();
    if (id <= 0)
        return;
    int row = rowOf(id);
    for (; row < 0 && view->model()->canFetchMore({}); row = rowOf(id))
        view->model()->fetchMore({});
    if (row < 0)
        return;
    view->setCurrentIndex(view->model()->index(row, 0));
    view->verticalScrollBar()->setValue(left.value(QStringLiteral("scrolled")).toInt());
}

/// What is selected when the selected record is not in the list any more.
enum class IfGone { Neighbour, First };

/// Reads a list anew without anybody losing their place: the same record stays selected, and the list stays scrolled where
/// it was. `idAt` and `rowOf` say which record stands in which row.
inline void keepingPlace(QTableView *view, IfGone ifGone, const std::function<qint64(int row)> &idAt,
    const std::function<int(qint64 id)> &rowOf, const std::function<void()> &readAnew)
{
    const QModelIndex before = view->currentIndex();
    const int rowBefore = before.row();
    const int column = std::max(0, before.column());
    const qint64 id = before.isValid() ? idAt(rowBefore) : 0;
    const int scrolled = view->verticalScrollBar()->value();
    readAnew();
    const int rows = view->model()->rowCount();
    if (rows == 0)
        return;
    int found = id > 0 ? rowOf(id) : -1;
    if (found < 0 && id > 0 && ifGone == IfGone::Neighbour && view->model()->canFetchMore({})) {
        view->model()->fetchMore({}); // what is new before it pushed it behind the rows that were read
        found = rowOf(id);
    }
    const bool isGone = id > 0 && found < 0;
    const int row = found >= 0 ? found : isGone && ifGone == IfGone::Neighbour ? std::min(rowBefore, rows - 1) : 0;
    view->setCurrentIndex(view->model()->index(row, column));
    if (ifGone == IfGone::Neighbour)
        view->verticalScrollBar()->setValue(scrolled);
}

} // namespace keywork
