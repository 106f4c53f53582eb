// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/number_series.h"

#include "core/record/record_type.h"
#include "core/storage/query.h"

using namespace Qt::StringLiterals;

namespace keywork {

Result<QString> nextNumber(Database &database, const QString &prefix)
{
    const auto number = valueOf(database,
        u"INSERT INTO number_series (prefix, last) VALUES (?, 1) "
        "ON CONFLICT (prefix) DO UPDATE SET last = last + 1 RETURNING last"_s,
        {prefix});
    if (!number)
        return number.error();
    return u"%1-%2"_s.arg(prefix).arg(number->toLongLong(), 4, 10, QChar(u'0'));
}

Result<QString> nextFreeNumber(Database &database, const RecordType &type)
{
    const QString taken = u"SELECT count(*) FROM "_s + QLatin1String(type.table) + u" WHERE number = ?"_s;
    while (true) { // ends: there are only so many records
        auto number = nextNumber(database, QString::fromLatin1(type.numberSeries));
        if (!number)
            return number;
        const auto others = valueOf(database, taken, {*number});
        if (!others)
            return others.error();
        if (others->toLongLong() == 0)
            return number;
    }
}

} // namespace keywork
