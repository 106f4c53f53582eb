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
    return text + csvLine({QCoreApplication::translate("words", QT_TRANSLATE_NOOP("words", "Total")), QString::number(lines.size())});
}

} // namespace keywork
