// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/stage_movement.h"

#include <QSet>
#include <algorithm>

namespace keywork {

QList<Kept<StageEntry>> holdingEntries(const QList<Kept<StageEntry>> &entries)
{
    QSet<qint64> corrected;
    for (const Kept<StageEntry> &entry : entries)
        if (!entry.withdrawn && entry.value.correctsId)
            corrected.insert(entry.value.correctsId.value);
    QList<Kept<StageEntry>> holding;
    for (const Kept<StageEntry> &entry : entries)
        if (!entry.withdrawn && !corrected.contains(entry.id.value))
            holding.append(entry);
    std::sort(holding.begin(), holding.end(), [](const Kept<StageEntry> &a, const Kept<StageEntry> &b) {
        return a.value.fromOn != b.value.fromOn ? a.value.fromOn < b.value.fromOn : a.id < b.id;
    });
    return holding;
}

std::optional<StageEntry> presentStage(const QList<Kept<StageEntry>> &entries)
{
    const QList<Kept<StageEntry>> holding = holdingEntries(entries);
    return holding.isEmpty() ? std::nullopt : std::optional(holding.last().value);
}

QList<StageMove> stageMoves(const QList<Kept<StageEntry>> &entries, QDate today)
{
    const QList<Kept<StageEntry>> holding = holdingEntries(entries);
    QList<StageMove> moves;
    for (qsizetype i = 0; i < holding.size(); ++i) {
        StageMove move{holding.at(i), Direction::First, 0};
        const QDate until = i + 1 < holding.size() ? holding.at(i + 1).value.fromOn : today;
        move.days = std::max<qint64>(0, move.entry.value.fromOn.daysTo(until));
        if (i > 0) {
            const int before = stageNumber(holding.at(i - 1).value.stage);
            const int now = stageNumber(move.entry.value.stage);
            move.direction = now > before ? Direction::Forward : now < before ? Direction::Back : Direction::Same;
        }
        moves.append(move);
    }
    return moves;
}

StageSpread stageSpread(const QList<qint64> &people, const QHash<qint64, QList<Kept<StageEntry>>> &entries, QDate since, QDate today)
{
    StageSpread spread;
    for (const qint64 person : people) {
        QList<Kept<StageEntry>> holding = holdingEntries(entries.value(person));
        holding.removeIf([today](const Kept<StageEntry> &entry) { return entry.value.fromOn > today; });
        if (holding.isEmpty()) {
            ++spread.unknown;
            continue;
        }
        Stage before = holding.first().value.stage;
        for (const Kept<StageEntry> &entry : std::as_const(holding))
            if (entry.value.fromOn <= since)
                before = entry.value.stage;
        const Stage now = holding.last().value.stage;
        ++spread.now[size_t(now)];
        spread.forward += now > before;
        spread.back += now < before;
    }
    return spread;
}

std::array<qint64, 5> daysInStages(const QList<Kept<StageEntry>> &entries, QDate today)
{
    std::array<qint64, 5> days{};
    for (const StageMove &move : stageMoves(entries, today))
        days[size_t(move.entry.value.stage)] += move.days;
    return days;
}

} // namespace keywork
