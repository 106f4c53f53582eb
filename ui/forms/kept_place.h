// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollBar>
#include <QTableView>
#include <algorithm>
#include <functional>

namespace keywork {

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
    const int found = id > 0 ? rowOf(id) : -1;
    const bool isGone = id > 0 && found < 0;
    const int row = found >= 0 ? found : isGone && ifGone == IfGone::Neighbour ? std::min(rowBefore, rows - 1) : 0;
    view->setCurrentIndex(view->model()->index(row, column));
    if (ifGone == IfGone::Neighbour)
        view->verticalScrollBar()->setValue(scrolled);
}

} // namespace keywork
