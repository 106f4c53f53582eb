// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kPlaces = 6;
}

std::optional<Decimal> Decimal::fromText(const QString &text)
{
    static const QRegularExpression form(u"^(-?)([0-9]{1,12})(?:\\.([0-9]{1,6}))?\\z"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    const qint64 behind = match.captured(3).leftJustified(kPlaces, u'0').toLongLong();
    const qint64 size = match.captured(2).toLongLong() * kScale + behind;
    return Decimal(match.captured(1).isEmpty() ? size : -size);
}

std::optional<Decimal> Decimal::fromStored(const QString &text)
{
    const auto number = fromText(text);
    return number && number->text() == text ? number : std::nullopt;
}

QString Decimal::text() const
{
    const qint64 size = std::abs(m_millionths);
    QString text = (m_millionths < 0 ? u"-"_s : QString()) + QString::number(size / kScale);
    QString behind = QString::number(size % kScale).rightJustified(kPlaces, u'0');
    while (behind.endsWith(u'0'))
        behind.chop(1);
    return behind.isEmpty() ? text : text + u'.' + behind;
}

} // namespace keywork
