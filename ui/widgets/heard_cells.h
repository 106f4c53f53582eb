// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QTableWidget;
QT_END_NAMESPACE

namespace keywork {

/// What a screen reader says of a cell: its column and its value, also that there is none.
QString heardCell(const QString &column, const QString &value);
/// Gives every cell of a filled table what is heard of it.
void hearCells(QTableWidget *table);

} // namespace keywork
