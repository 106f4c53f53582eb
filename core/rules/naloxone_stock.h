// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/naloxone_kit.h"

#include <QSet>
#include <algorithm>

namespace keywork {

/// Why a kit is no stock, or should not be the first one that is taken. It may be given all the same: it may be all there is.
enum class KitDoubt { None, Expired, Recalled, Partial, Gone };

/// What is wrong with the kit on that day, the gravest first. A kit is good until the end of the last day that its expiry can
/// mean; on the day after it is no stock (house rule after additions.md, "Overdose, incidents, supplies").
/// `recalled`: batches as `batchKey` writes them.
KitDoubt doubtOf(const NaloxoneKit &kit, QDate today, const QSet<QString> &recalled = {});

/// Whether it counts as stock: ready, in date, not recalled.
inline bool isStock(const NaloxoneKit &kit, QDate today, const QSet<QString> &recalled = {})
{
    return doubtOf(kit, today, recalled) == KitDoubt::None;
}

/// The kit once so many doses of it were given (at least 1). A syringe is used up once it was opened; a pack of sprays with
/// doses left is partial (additions.md, "Overdose, incidents, supplies").
NaloxoneKit afterDoses(NaloxoneKit kit, qint64 doses, const QDateTime &at, Id<Incident> incident);

/// So many days are looked ahead, today being the first (domain.md, "What is watched": expiring within 60 days).
inline constexpr int kExpiringDays = 60;
/// Whether what is good until the end of `expires` runs out within `kExpiringDays`, and has not yet.
bool runsOutSoon(const std::optional<PartialDate> &expires, QDate today);

/// What a place holds on a day.
struct PlaceStock {
    Kept<NaloxonePlace> place;
    QList<Kept<NaloxoneKit>> stock = {}; ///< in the order of the kits
    QList<Kept<NaloxoneKit>> doubtful = {}; ///< here, and no stock

    qint64 missing() const { return std::max<qint64>(0, place.value.atLeast - stock.size()); }
};

/// Every place in use with the kits that lie there; a kit that somebody carries counts where it belongs, if it does anywhere.
QList<PlaceStock> stockByPlace(
    const QList<Kept<NaloxonePlace>> &places, const QList<Kept<NaloxoneKit>> &kits, QDate today, const QSet<QString> &recalled = {});

/// The day from which a place is to be looked over again: a month after the last time (house rule); one that nobody looked over yet, at
/// once.
QDate checkDueFrom(const std::optional<QDate> &lastChecked, QDate today);

/// What a recall finds. A kit whose batch nobody could read may be one of them.
enum class RecallMatch { No, Yes, NotReadable };
RecallMatch matchesRecall(const QString &batch, const QString &recalled);

/// A batch as it is compared: letters in capitals and digits, nothing between them, without a leading LOT.
QString batchKey(const QString &batch);

} // namespace keywork
