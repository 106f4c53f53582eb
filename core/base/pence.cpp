// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pence.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace keywork {

std::optional<Pence> Pence::fromText(const QString &typed)
{
    static const QRegularExpression form(u"^(-?)\\s*£?\\s*([0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,12})(?:\\.([0-9]{1,2}))?\\z"_s);
    const auto match = form.match(typed.trimmed());
    if (!match.hasMatch())
        return {};
    const qint64 pounds = match.captured(2).remove(u',').toLongLong();
    const qint64 amount = pounds * 100 + match.captured(3).leftJustified(2, u'0').toLongLong();
    return Pence{match.captured(1).isEmpty() ? amount : -amount};
}

QString Pence::text() const
{
    // Not std::abs: it has no answer for the smallest number.
    const quint64 size = value < 0 ? 0 - quint64(value) : quint64(value);
    return (value < 0 ? u"-£%1.%2"_s : u"£%1.%2"_s).arg(size / 100).arg(size % 100, 2, 10, QChar(u'0'));
}

} // namespace keywork
