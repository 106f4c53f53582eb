// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/person.h"

namespace keywork {

/// Something that the house hands out so that people come to less harm (W, "Needle Exchange Programmes").
struct SupplyItem {
    QString name = {};
    Choice kind = {}; ///< of `supply_kind`
    bool comesBack = false; ///< used ones are brought back and counted
    std::optional<qint64> reorderAt = {}; ///< Today speaks of it when so many or fewer are left; none: nobody counts them
    Id<Agency> orderedFrom = {};
    /// Foil and pipes have laws of their own (dated.md, Section 9A): offered once a manager named paper and day.
    bool needsAuthority = false;
    QString authorityPaper = {};
    std::optional<QDate> switchedOn = {};
    bool outOfUse = false;
    QString note = {};

    /// Whether it may be handed out on the day.
    bool isOffered(QDate day) const
    {
        return !outOfUse && (!needsAuthority || (switchedOn && *switchedOn <= day && !authorityPaper.trimmed().isEmpty()));
    }
    bool operator==(const SupplyItem &) const = default;
};

enum class StockAct { Delivered, Counted, ThrownAway };

template <> struct Codes<StockAct> {
    static constexpr const char *list = "stock_act";
    static constexpr std::array options{
        FixedOption{"delivered", QT_TRANSLATE_NOOP("record", "Delivered")},
        FixedOption{"counted", QT_TRANSLATE_NOOP("record", "Counted: so many are there")},
        FixedOption{"thrown_away", QT_TRANSLATE_NOOP("record", "Out of date or damaged, thrown away")},
    };
};

/// What was delivered, counted or thrown away of an item.
struct SupplyStock {
    Id<SupplyItem> itemId = {};
    StockAct act = StockAct::Delivered;
    std::optional<qint64> quantity = {}; ///< single ones, 0 to 100,000
    QDateTime at = {};
    QString note = {};

    bool operator==(const SupplyStock &) const = default;
};

/// Equipment was handed out or brought back, once. What and how many stands in its lines.
struct SupplyVisit {
    QDateTime at = {};
    Id<Person> personId = {}; ///< none: nobody is named, and nobody has to be
    QString messages = {}; ///< codes of `harm_reduction_topic`
    QString leaflets = {}; ///< codes of `leaflet`
    bool isEstimate = false; ///< what came back was in a closed sharps box: nobody opens it to count
    QString note = {};

    bool operator==(const SupplyVisit &) const = default;
};

/// So many of one item, in one visit.
struct SupplyLine {
    Id<SupplyVisit> visitId = {};
    Id<SupplyItem> itemId = {};
    qint64 given = 0; ///< 0 to 1,000
    qint64 returned = 0; ///< used ones, 0 to 5,000

    bool operator==(const SupplyLine &) const = default;
};

/// A poster that says what protects: where it hangs, and when somebody last looked whether it is still up and still true.
struct HarmPoster {
    QString what = {};
    QString where = {};
    QDate putUpOn = {};
    std::optional<QDate> checkedOn = {};
    std::optional<QDate> takenDownOn = {};
    QString note = {};

    bool operator==(const HarmPoster &) const = default;
};

/// A sharps box of the house, until it is collected.
struct SharpsBox {
    QString label = {};
    QString where = {};
    QDate putOutOn = {};
    std::optional<QDate> closedOn = {}; ///< full to its line, and locked
    std::optional<QDate> collectedOn = {};
    Id<Agency> collectedBy = {};
    QString receipt = {}; ///< number of the consignment note

    bool operator==(const SharpsBox &) const = default;
};

} // namespace keywork
