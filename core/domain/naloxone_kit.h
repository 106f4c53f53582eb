// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/partial_date.h"
#include "core/domain/agency.h"
#include "core/domain/incident.h"
#include "core/domain/staff.h"

namespace keywork {

/// Where the house keeps naloxone: looked over every month, by list, and never with fewer kits than it is said to need.
struct NaloxonePlace {
    QString name = {}; ///< "Reception, red bag"
    qint64 atLeast = 1; ///< kits that count as stock (core/rules/naloxone_stock), 0 to 50
    bool outOfUse = false;
    bool goesOut = false; ///< leaves the house, as an outreach bag: its kits are offered behind those that hang here
    QString note = {}; ///< how to get at it at night

    bool operator==(const NaloxonePlace &) const = default;
};

/// How it is given (W, "Store and Administer Naloxone": into a muscle, or into the nose).
enum class NaloxoneKind { Spray, Syringe };

template <> struct Codes<NaloxoneKind> {
    static constexpr const char *list = "naloxone_kind";
    static constexpr std::array options{
        FixedOption{"spray", QT_TRANSLATE_NOOP("record", "Nasal spray"), QT_TRANSLATE_NOOP("record", "nasal spray")},
        FixedOption{
            "syringe", QT_TRANSLATE_NOOP("record", "Injection into a muscle, one syringe"), QT_TRANSLATE_NOOP("record", "injection")},
    };
};

/// Where a kit is in its life. Ready and partial ones are here; the others have left the stock.
enum class KitState { Ready, Partial, Used, GivenOut, SentBack, Disposed, Missing };

template <> struct Codes<KitState> {
    static constexpr const char *list = "naloxone_kit_state";
    static constexpr std::array options{
        FixedOption{"ready", QT_TRANSLATE_NOOP("record", "Ready"), QT_TRANSLATE_NOOP("record", "ready")},
        FixedOption{"partial", QT_TRANSLATE_NOOP("record", "Partial, replace"), QT_TRANSLATE_NOOP("record", "partial, replace")},
        FixedOption{"used", QT_TRANSLATE_NOOP("record", "Used"), QT_TRANSLATE_NOOP("record", "used")},
        FixedOption{"given_out", QT_TRANSLATE_NOOP("record", "Given to a resident to take home"), QT_TRANSLATE_NOOP("record", "given out")},
        FixedOption{"sent_back", QT_TRANSLATE_NOOP("record", "Sent back to the supplier"), QT_TRANSLATE_NOOP("record", "sent back")},
        FixedOption{"disposed", QT_TRANSLATE_NOOP("record", "Disposed of"), QT_TRANSLATE_NOOP("record", "disposed of")},
        FixedOption{"missing", QT_TRANSLATE_NOOP("record", "Not found"), QT_TRANSLATE_NOOP("record", "not found")},
    };
};

/// Whether a kit in this state is still in the house, and may be given.
constexpr bool isHere(KitState state) { return state == KitState::Ready || state == KitState::Partial; }

/// One kit of the house. What residents have of their own is a TakeHomeNaloxone.
struct NaloxoneKit {
    QString number = {}; ///< as its label says it; no two that stand have the same
    NaloxoneKind kind = NaloxoneKind::Spray;
    Choice product = {};
    QString batch = {}; ///< LOT; empty: not readable, so that no recall can leave it out
    std::optional<PartialDate> expiresOn = {}; ///< a month means its last day
    KitState state = KitState::Ready;
    std::optional<qint64> dosesLeft = {}; ///< of a ready or partial one, 1 to 20
    Id<NaloxonePlace> placeId = {};
    Id<Staff> holderId = {}; ///< who carries it, of the team
    std::optional<QDateTime> usedAt = {};
    Id<Incident> incidentId = {}; ///< in which it was used
    QString becameOf = {}; ///< of one that was sent back, disposed of or not found
    Id<Agency> suppliedBy = {};
    std::optional<QDate> suppliedOn = {};
    QString note = {};

    bool operator==(const NaloxoneKit &) const = default;
};

} // namespace keywork
