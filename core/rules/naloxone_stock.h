// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/naloxone_kit.h"

#include <QSet>

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

/// A batch as it is compared: letters in capitals and digits, nothing between them, without a leading LOT.
QString batchKey(const QString &batch);

} // namespace keywork
