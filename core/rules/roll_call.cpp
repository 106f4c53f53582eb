// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/roll_call.h"

#include "core/base/text.h"

#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <numeric>
#include <tuple>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// In, not known, out, away: those who are looked for stand first.
int rankOfWhereabouts(Whereabouts where)
{
    switch (where) {
    case Whereabouts::In:
        return 0;
    case Whereabouts::NotKnown:
        return 1;
    case Whereabouts::Out:
        return 2;
    case Whereabouts::Away:
        return 3;
    }
    return 3;
}

auto rollKey(const RollEntry &entry)
{
    const bool isResident = entry.sort == RollSort::Resident;
    const bool isFirst = isResident && entry.needsHelp;
    const int looked = isFirst ? int(!isLookedFor(entry)) : 0;
    const bool hasPlace = !isResident || !entry.building.isEmpty() || !entry.floor.isEmpty(); // who has none stands behind
    return std::tuple(!isFirst, int(entry.sort), looked, !hasPlace, orderKey(isResident ? entry.building : QString()),
        orderKey(isResident ? entry.floor : QString()), isResident ? rankOfWhereabouts(entry.where) : 0,
        orderKey(isResident ? entry.room : QString()), orderKey(entry.name));
}

/// The words alone, in small letters.
QString plainWords(const QString &text)
{
    static const QRegularExpression other(u"[^\\p{L}\\p{N}]+"_s);
    return folded(text).replace(other, u" "_s).trimmed();
}

} // namespace

bool isLookedFor(const RollEntry &entry)
{
    return entry.sort != RollSort::Resident || entry.where == Whereabouts::In || entry.where == Whereabouts::NotKnown;
}

QList<qsizetype> rollOrder(const QList<RollEntry> &entries)
{
    QList<qsizetype> order(entries.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(
        order.begin(), order.end(), [&entries](qsizetype a, qsizetype b) { return rollKey(entries[a]) < rollKey(entries[b]); });
    return order;
}

RollCount rollCount(const QList<RollEntry> &entries)
{
    RollCount count;
    for (const RollEntry &entry : entries) {
        const bool isWanted = isLookedFor(entry);
        count.lookedFor += isWanted;
        count.accounted += isWanted && entry.isTicked;
        count.alsoSeen += !isWanted && entry.isTicked;
    }
    return count;
}

bool needsHelpToGetOut(const QString &plan)
{
    static const QStringList kAlone{u"alone"_s, u"alone like everybody"_s, u"alone like everyone"_s, u"like everybody"_s,
        u"like everyone"_s, u"no help needed"_s, u"none"_s, u"none needed"_s, u"no"_s, u"by themselves"_s, u"not needed"_s, u"n a"_s};
    const QString words = plainWords(plan);
    return !words.isEmpty() && !kAlone.contains(words);
}

bool mayMissAlarm(const QString &communication)
{
    static const QRegularExpression senses(
        u"\\b(deaf\\w*|hear|hears|hearing|bsl|sign language|lip ?read\\w*|blind\\w*|sight|partially sighted|deafblind)\\b"_s);
    return senses.match(plainWords(communication)).hasMatch();
}

} // namespace keywork
