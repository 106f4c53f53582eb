// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/supply_counts.h"

#include <QStringList>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

std::optional<qint64> onShelf(QList<SupplyMove> moves)
{
    std::stable_sort(moves.begin(), moves.end(), [](const SupplyMove &a, const SupplyMove &b) {
        return a.at != b.at ? a.at < b.at : a.move == ShelfMove::Counted && b.move != ShelfMove::Counted;
    });
    qint64 number = 0;
    bool isKnown = false;
    for (const SupplyMove &one : std::as_const(moves)) {
        isKnown = isKnown || one.move == ShelfMove::Delivered || one.move == ShelfMove::Counted;
        switch (one.move) {
        case ShelfMove::Counted:
            number = one.quantity;
            break;
        case ShelfMove::Delivered:
            number += one.quantity;
            break;
        case ShelfMove::ThrownAway:
        case ShelfMove::Given:
            number -= one.quantity;
            break;
        }
    }
    return isKnown ? std::optional(number) : std::nullopt;
}

std::optional<int> ReturnRatio::percent() const
{
    if (given <= 0)
        return {};
    return int((returned * 200 + given) / (given * 2));
}

QDate mondayOf(QDate day) { return day.addDays(1 - day.dayOfWeek()); }

QList<SupplyWeek> supplyWeeks(const QList<SupplyHandedOut> &lines, const QSet<qint64> &comingBack, QDate today, int weeks)
{
    QList<SupplyWeek> found;
    const QDate latest = mondayOf(today);
    for (int i = 0; i < weeks; ++i)
        found.append(SupplyWeek{.monday = latest.addDays(-7 * i)});
    QSet<qint64> counted;
    for (const SupplyHandedOut &line : lines) {
        const qint64 back = mondayOf(line.day).daysTo(latest) / 7;
        if (line.day > today || back < 0 || back >= weeks)
            continue;
        SupplyWeek &week = found[back];
        ItemTotals &item = week.items[line.item];
        item.given += line.given;
        item.returned += line.returned;
        if (comingBack.contains(line.item)) {
            week.comesBack.given += line.given;
            week.comesBack.returned += line.returned;
        }
        if (counted.contains(line.visit))
            continue;
        counted.insert(line.visit);
        ++week.visits;
        week.visitsNamed += line.isNamed ? 1 : 0;
    }
    return found;
}

void MessagesGiven::add(const QString &codes, QDate day)
{
    for (const QString &code : codes.split(u',', Qt::SkipEmptyParts)) {
        QDate &last = m_last[code.trimmed()];
        if (!last.isValid() || last < day)
            last = day;
    }
}

void MessagesGiven::addKeywork(const QString &code, QDate day)
{
    static const QHash<QString, QString> topics{{u"after_a_break"_s, u"tolerance"_s}, {u"signs_of_overdose"_s, u"overdose_signs"_s},
        {u"blood_borne_viruses"_s, u"bbv"_s}, {u"treatment_service"_s, u"drug_service"_s}};
    add(topics.value(code, code), day);
}

std::optional<QDate> MessagesGiven::lastGiven(const QString &code) const
{
    const auto last = m_last.constFind(code);
    return last == m_last.constEnd() ? std::nullopt : std::optional(*last);
}

} // namespace keywork
