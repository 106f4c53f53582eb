// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/partial_date.h"

#include "core/base/anniversary.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace keywork {

std::optional<PartialDate> PartialDate::fromText(const QString &text)
{
    static const QRegularExpression form(u"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\\z"_s);
    if (!form.match(text).hasMatch())
        return {};
    PartialDate date(text);
    if (!date.earliest().isValid())
        return {};
    return date;
}

PartialDate PartialDate::fromDate(QDate date) { return PartialDate(date.toString(Qt::ISODate)); }

QDate PartialDate::earliest() const
{
    if (m_text.size() == 4)
        return QDate(m_text.toInt(), 1, 1);
    if (m_text.size() == 7)
        return QDate(m_text.left(4).toInt(), m_text.mid(5).toInt(), 1);
    return QDate::fromString(m_text, Qt::ISODate);
}

QDate PartialDate::latest() const
{
    const QDate first = earliest();
    if (m_text.size() == 4)
        return QDate(first.year(), 12, 31);
    if (m_text.size() == 7)
        return QDate(first.year(), first.month(), first.daysInMonth());
    return first;
}

std::optional<int> ageOn(const PartialDate &born, QDate day)
{
    const QDate birth = born.earliest();
    if (!birth.isValid() || birth > day)
        return {};
    return yearsBetween(birth, day, MonthEnd::NextDay);
}

} // namespace keywork
