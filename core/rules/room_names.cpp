// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/room_names.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

void addName(RoomNames &names, const QString &name)
{
    if (!names.names.contains(name, Qt::CaseInsensitive))
        names.names.append(name);
    else if (!names.twice.contains(name, Qt::CaseInsensitive))
        names.twice.append(name);
}

/// Adds every room of the range; false when it is none.
bool addRange(RoomNames &names, const QRegularExpressionMatch &range)
{
    const QString before = range.captured(1);
    const QString again = range.captured(3);
    const qint64 first = range.captured(2).toLongLong();
    const qint64 last = range.captured(4).toLongLong();
    if (first > last || (!again.isEmpty() && again.compare(before, Qt::CaseInsensitive) != 0))
        return false;
    if (last - first >= kMostRoomsAtOnce) {
        names.isTooMany = true;
        return true;
    }
    for (qint64 number = first; number <= last; ++number)
        addName(names, before + QString::number(number).rightJustified(range.captured(2).size(), u'0'));
    return true;
}

} // namespace

RoomNames roomNames(const QString &typed)
{
    static const QRegularExpression separator(u"[,;\\n]"_s);
    // Nine digits are more than any house has, and fit into a number.
    static const QRegularExpression range(u"^(\\D*)(\\d{1,9})\\s*[-\\x{2010}-\\x{2014}]\\s*(\\D*)(\\d{1,9})$"_s);
    RoomNames names;
    for (const QString &one : typed.split(separator)) {
        const QString part = one.simplified();
        if (part.isEmpty())
            continue;
        const auto match = range.match(part);
        if (!match.hasMatch())
            addName(names, part);
        else if (!addRange(names, match))
            names.unclear.append(part);
    }
    names.isTooMany = names.isTooMany || names.names.size() > kMostRoomsAtOnce;
    if (names.isTooMany)
        names.names.clear();
    return names;
}

} // namespace keywork
