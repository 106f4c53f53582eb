// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/withdrawal_line.h"

#include <QLineEdit>
#include <memory>

using namespace Qt::StringLiterals;

namespace keywork {

QLineEdit *withdrawalLine(std::function<bool(const QString &reason)> withdraw)
{
    auto *line = new QLineEdit;
    line->setObjectName(u"withdrawReason"_s);
    line->setPlaceholderText(QObject::tr("Why was it entered in error? Then press Enter."));
    line->setAccessibleName(QObject::tr("Why was it entered in error"));
    const auto isDone = std::make_shared<bool>(false); // outlives the line
    QObject::connect(
        line, &QLineEdit::returnPressed, line,
        [line, isDone, withdraw = std::move(withdraw)] {
            const auto done = isDone;
            if (!*done)
                *done = withdraw(line->text());
        },
        Qt::QueuedConnection); // whoever hears it takes the form away
    return line;
}

} // namespace keywork
