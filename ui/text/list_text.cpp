// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/list_text.h"

#include "core/record/row_text.h"

#include <QCoreApplication>

namespace keywork {

QString csvOfList(const QStringList &labels, const QList<QStringList> &lines)
{
    QString text = QChar(0xfeff) + csvLine(labels);
    for (const QStringList &cells : lines)
        text += csvLine(cells);
    QStringList total{QCoreApplication::translate("words", QT_TRANSLATE_NOOP("words", "Total")), QString::number(lines.size())};
    while (total.size() < labels.size()) // each line has as many cells
        total.append(QString());
    return text + csvLine(total);
}

} // namespace keywork
