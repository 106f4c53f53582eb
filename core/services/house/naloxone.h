// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/naloxone_watch.h"
#include "core/domain/staff.h"
#include "core/domain/take_home_naloxone.h"
#include "core/rules/naloxone_stock.h"
#include "core/rules/take_home.h"

namespace keywork {

class Records;

/// A kit that a recall finds. Of one whose batch nobody could read somebody has to look at the kit itself.
template <class T> struct RecalledKit {
    Kept<T> kit;
    RecallMatch match = RecallMatch::Yes;
};

/// Every kit of a batch that is called back, as far as whoever asks may know.
struct RecallFound {
    QList<RecalledKit<NaloxoneKit>> inHouse = {}; ///< those that are here, and those that left the stock to where nobody knows
    QList<RecalledKit<TakeHomeNaloxone>> atHome = {}; ///< of residents and of those who left; without those that were used or given back
    qint64 hidden = 0; ///< at people whose record, or whose risk, the reader may not read: a manager or keyworker has to look

    bool isEmpty() const { return inHouse.isEmpty() && atHome.isEmpty() && hidden == 0; }
};

/// The house's naloxone: what is stock where, what a recall finds, and what follows when a kit goes home with a resident.
class Naloxone {
public:
    explicit Naloxone(Records &records);

    /// Batches that were called back, as `batchKey` writes them.
    Result<QSet<QString>> recalled() const;
    /// The same with the day of each.
    Result<RecallDays> recalledSince() const;
    /// Every kit of the house that stands on file, and what is wrong with it; those that left the stock as well.
    struct KitNow {
        Kept<NaloxoneKit> kit;
        KitDoubt doubt = KitDoubt::None;
    };
    Result<QList<KitNow>> kits() const;
    /// The kits of each place in use, and what is short there.
    Result<QList<PlaceStock>> places() const;
    /// When each place was last looked over, by its id.
    Result<QHash<qint64, QDate>> lastChecked() const;
    Result<RecallFound> findRecalled(const QString &batch) const;
    /// Who of the team was trained in giving it, by what holds on that day: whoever is signed in first, then by name, each once.
    Result<QList<Kept<Staff>>> trained(QDate day) const;
    /// Whether the house may hand it out to take home on that day, by an authority on file.
    Result<bool> maySupply(QDate day) const;

private:
    Result<Violations> takeHomeProblems(const Row &row, qint64 self) const;
    Result<Violations> kitProblems(const TakeHomeNaloxone &one, const std::optional<TakeHomeNaloxone> &before) const;
    void takeFromKit(Row &row) const;
    Done followKit(const KeptRow &kept, const std::optional<Row> &before) const;
    Done saveKit(const Kept<NaloxoneKit> &kit) const;
    Done leaveStock(Id<NaloxoneKit> id) const;
    Done putBack(Id<NaloxoneKit> id, qint64 self) const;
    Records &m_records;
};

} // namespace keywork
