// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/table_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

QString tableText(const QList<QStringList> &rows)
{
    QJsonArray kept;
    for (const QStringList &row : rows)
        if (std::any_of(row.cbegin(), row.cend(), [](const QString &cell) { return !cell.trimmed().isEmpty(); }))
            kept.append(QJsonArray::fromStringList(row));
    return kept.isEmpty() ? u""_s : QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

QList<QStringList> tableRows(const QString &text, qsizetype columns)
{
    QList<QStringList> rows;
    for (const QJsonValue &row : QJsonDocument::fromJson(text.toUtf8()).array()) {
        QStringList cells;
        for (qsizetype i = 0; i < columns; ++i)
            cells.append(row.toArray().at(i).toString());
        rows.append(cells);
    }
    return rows;
}

QString tableWords(const QString &text, qsizetype columns)
{
    QStringList lines;
    for (QStringList row : tableRows(text, columns)) {
        row.removeIf([](const QString &cell) { return cell.trimmed().isEmpty(); });
        if (!row.isEmpty())
            lines.append(row.join(u" · "_s));
    }
    return lines.join(u'\n');
}

} // namespace keywork
