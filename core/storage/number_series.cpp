// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/number_series.h"

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

} // namespace keywork
