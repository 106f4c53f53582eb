// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QMap>
#include <QSet>
#include <optional>

namespace keywork {

/// What changed the number of an item on the shelf.
enum class ShelfMove { Delivered, Counted, ThrownAway, Given };

struct SupplyMove {
    ShelfMove move = ShelfMove::Delivered;
    qint64 quantity = 0; ///< single ones, not below 0
    QDateTime at;
};

/// How many are on the shelf once all of it happened, in the order of time, a count first among what bears the same moment;
/// none while nothing was delivered or counted. Below nought more was given than is known of: somebody has to count (house rule).
std::optional<qint64> onShelf(QList<SupplyMove> moves);

/// Of what is brought back once it was used: how many came back, and how many were given.
struct ReturnRatio {
    qint64 given = 0;
    qint64 returned = 0;

    /// In per cent, rounded to the nearest; above 100 when more came back than was given. None: nothing was given.
    std::optional<int> percent() const;
    bool operator==(const ReturnRatio &) const = default;
};

/// One line of what was handed out or brought back.
struct SupplyHandedOut {
    qint64 item = 0;
    qint64 visit = 0;
    QDate day;
    qint64 given = 0;
    qint64 returned = 0;
    bool isNamed = false; ///< a resident is
};

struct ItemTotals {
    qint64 given = 0;
    qint64 returned = 0;
    bool operator==(const ItemTotals &) const = default;
};

/// A week from Monday to Sunday.
struct SupplyWeek {
    QDate monday;
    QMap<qint64, ItemTotals> items = {};
    qint64 visits = 0;
    qint64 visitsNamed = 0; ///< of these, those of a resident
    ReturnRatio comesBack = {}; ///< over the items that are brought back

    bool operator==(const SupplyWeek &) const = default;
};

/// The Monday of the week that a day is in.
QDate mondayOf(QDate day);

/// The `weeks` weeks that end with the one of `today`, the latest first; a week without anything is there, too.
/// `comingBack`: the items that are brought back.
QList<SupplyWeek> supplyWeeks(const QList<SupplyHandedOut> &lines, const QSet<qint64> &comingBack, QDate today, int weeks);

/// When each message was last given, by its code in the list of harm-reduction topics.
class MessagesGiven {
public:
    /// `codes`: separated by commas.
    void add(const QString &codes, QDate day);
    /// What was talked about in keywork, whose list has words of its own for the same.
    void addKeywork(const QString &code, QDate day);
    std::optional<QDate> lastGiven(const QString &code) const;

private:
    QHash<QString, QDate> m_last;
};

} // namespace keywork
