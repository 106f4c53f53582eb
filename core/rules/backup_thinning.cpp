// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/backup_thinning.h"

#include <QSet>
#include <algorithm>
#include <functional>
#include <numeric>

namespace keywork {

namespace {

constexpr int kNewest = 6; // what was made by hand before something risky is not gone the same evening
constexpr int kDays = 14;
constexpr int kWeeks = 8;
constexpr int kMonths = 12;

} // namespace

QList<qsizetype> backupsToThin(const QList<QDateTime> &made)
{
    QList<qsizetype> order(made.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) { return made.at(a) > made.at(b); });
    QSet<qsizetype> kept(order.cbegin(), order.cbegin() + std::min<qsizetype>(kNewest, order.size()));
    const auto keepNewestOf = [&](int periods, const std::function<qint64(const QDate &)> &periodOf) {
        QSet<qint64> seen;
        for (const qsizetype index : std::as_const(order)) {
            const qint64 period = periodOf(made.at(index).date());
            if (seen.contains(period))
                continue;
            if (seen.size() == periods)
                return;
            seen.insert(period);
            kept.insert(index);
        }
    };
    keepNewestOf(kDays, [](const QDate &day) { return day.toJulianDay(); });
    keepNewestOf(kWeeks, [](const QDate &day) { return day.toJulianDay() / 7; }); // a Julian day divisible by 7 is a Monday
    keepNewestOf(kMonths, [](const QDate &day) { return qint64(day.year()) * 12 + day.month(); });
    QList<qsizetype> gone;
    for (qsizetype i = 0; i < made.size(); ++i)
        if (!kept.contains(i))
            gone.append(i);
    return gone;
}

} // namespace keywork
