// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/heard_cells.h"

#include <QCoreApplication>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace keywork {

QString heardCell(const QString &column, const QString &value)
{
    return column + u": "_s + (value.isEmpty() ? QCoreApplication::translate("parts", "nothing") : value);
}

void hearCells(QTableWidget *table)
{
    for (int row = 0; row < table->rowCount(); ++row)
        for (int column = 0; column < table->columnCount(); ++column)
            if (QTableWidgetItem *cell = table->item(row, column)) {
                const QTableWidgetItem *head = table->horizontalHeaderItem(column);
                cell->setData(Qt::AccessibleTextRole, heardCell(head ? head->text() : QString(), cell->text()));
            }
}

} // namespace keywork
