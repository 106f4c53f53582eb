// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/naloxone_stock.h"

#include "core/base/anniversary.h"

using namespace Qt::StringLiterals;

namespace keywork {

KitDoubt doubtOf(const NaloxoneKit &kit, QDate today, const QSet<QString> &recalled)
{
    if (!isHere(kit.state))
        return KitDoubt::Gone;
    if (const QString key = batchKey(kit.batch); !key.isEmpty() && recalled.contains(key))
        return KitDoubt::Recalled;
    if (!kit.expiresOn || kit.expiresOn->latest() < today)
        return KitDoubt::Expired;
    return kit.state == KitState::Partial ? KitDoubt::Partial : KitDoubt::None;
}

NaloxoneKit afterDoses(NaloxoneKit kit, qint64 doses, const QDateTime &at, Id<Incident> incident)
{
    const qint64 left = kit.dosesLeft.value_or(0) - doses;
    const bool isPartial = kit.kind == NaloxoneKind::Spray && left > 0;
    kit.state = isPartial ? KitState::Partial : KitState::Used;
    kit.dosesLeft = isPartial ? std::optional(left) : std::nullopt;
    kit.usedAt = at;
    kit.incidentId = incident;
    kit.becameOf.clear();
    return kit;
}

bool runsOutSoon(const std::optional<PartialDate> &expires, QDate today)
{
    return expires && expires->latest() >= today && expires->latest() <= today.addDays(kExpiringDays - 1);
}

QList<PlaceStock> stockByPlace(
    const QList<Kept<NaloxonePlace>> &places, const QList<Kept<NaloxoneKit>> &kits, QDate today, const QSet<QString> &recalled)
{
    QList<PlaceStock> stocks;
    for (const Kept<NaloxonePlace> &place : places) {
        if (place.value.outOfUse)
            continue;
        PlaceStock stock{.place = place};
        for (const Kept<NaloxoneKit> &kit : kits)
            if (kit.value.placeId == place.id && isHere(kit.value.state))
                (isStock(kit.value, today, recalled) ? stock.stock : stock.doubtful).append(kit);
        stocks.append(stock);
    }
    return stocks;
}

QDate checkDueFrom(const std::optional<QDate> &lastChecked, QDate today)
{
    return lastChecked ? monthsAfter(*lastChecked, 1, MonthEnd::LastDay) : today;
}

RecallMatch matchesRecall(const QString &batch, const QString &recalled)
{
    const QString key = batchKey(batch);
    if (key.isEmpty())
        return RecallMatch::NotReadable;
    return key == batchKey(recalled) ? RecallMatch::Yes : RecallMatch::No;
}

QString batchKey(const QString &batch)
{
    QString key;
    for (const QChar letter : batch.normalized(QString::NormalizationForm_KC).toUpper())
        if (letter.isLetterOrNumber())
            key.append(letter);
    return key.startsWith(u"LOT"_s) && key.size() > 3 ? key.mid(3) : key;
}

} // namespace keywork
