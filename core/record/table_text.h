// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace keywork {

/// The rows of a table that somebody filled in, as the one text that is kept: JSON, a list of lists of texts. Rows without
/// a word are left out; no row at all is an empty text.
QString tableText(const QList<QStringList> &rows);
/// Every row has `columns` cells; what can't be read is no row.
QList<QStringList> tableRows(const QString &text, qsizetype columns);
/// A row a line, its cells with "·" between them; empty cells are left out.
QString tableWords(const QString &text, qsizetype columns);

} // namespace keywork
