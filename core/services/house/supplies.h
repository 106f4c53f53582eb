// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/supplies.h"
#include "core/rules/supply_counts.h"

namespace keywork {

class Records;

/// An item with how many are left.
struct ItemOnShelf {
    Kept<SupplyItem> item;
    std::optional<qint64> left = {}; ///< none: nothing was delivered or counted

    /// At the level at which it is to be reordered, or below.
    bool isToReorder() const { return item.value.reorderAt && left && *left <= *item.value.reorderAt; }
    /// More was given than is known of.
    bool isToCount() const { return left && *left < 0; }
};

/// Every item in use with what is left of it.
Result<QList<ItemOnShelf>> suppliesOnShelf(const Records &records);

/// What is handed out and brought back.
class Supplies {
public:
    explicit Supplies(Records &records);

    /// Puts in the usual items, as far as no item of that name is on file; those with laws of their own are not switched on.
    Done takeInShipped();
    /// What may be handed out on the day, needles and syringes first, then by kind and name.
    Result<QList<Kept<SupplyItem>>> offered(QDate day) const;
    /// Every item in use with what is left of it.
    Result<QList<ItemOnShelf>> shelf() const { return suppliesOnShelf(m_records); }
    /// The last `weeks` weeks, this one first; totals alone, whoever is in them.
    Result<QList<SupplyWeek>> weeks(int weeks) const;
    /// What one person was given and brought back in the last `days` days, as far as the reader may know of them.
    Result<ReturnRatio> ratioOf(Id<Person> person, int days) const;
    /// When a resident was last given each message: here, in reviews of substance use and in keywork.
    Result<MessagesGiven> messagesOf(Id<Person> person) const;

private:
    Result<Violations> lineProblems(const Row &row, qint64 self) const;
    Result<QSet<qint64>> comingBack() const;
    Records &m_records;
};

/// What comes with the program, in its order.
QList<SupplyItem> shippedSupplies();

} // namespace keywork
