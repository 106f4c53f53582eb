// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/naloxone_kit.h"
#include "core/domain/person.h"

namespace keywork {

/// Who hands it out. Only named professionals and services may supply naloxone to take home (dated.md, Human Medicines
/// amendment regulations 2024); the house does under an authority of its own that is on file (SupplyAuthority).
enum class TakeHomeFrom { Arranged, Supplier, Us, TheirOwn };

template <> struct Codes<TakeHomeFrom> {
    static constexpr const char *list = "take_home_from";
    static constexpr std::array options{
        FixedOption{
            "arranged", QT_TRANSLATE_NOOP("record", "Arranged with an authorised supplier"), QT_TRANSLATE_NOOP("record", "arranged")},
        FixedOption{"supplier", QT_TRANSLATE_NOOP("record", "Issued by an authorised supplier"),
            QT_TRANSLATE_NOOP("record", "issued by the supplier")},
        FixedOption{"us", QT_TRANSLATE_NOOP("record", "Issued by us, under our authority"), QT_TRANSLATE_NOOP("record", "issued by us")},
        FixedOption{"their_own", QT_TRANSLATE_NOOP("record", "They came with one of their own"), QT_TRANSLATE_NOOP("record", "their own")},
    };
};

enum class TakeHomeState { Expected, Has, Used, Lost, TakenAway, GivenBack };

template <> struct Codes<TakeHomeState> {
    static constexpr const char *list = "take_home_state";
    static constexpr std::array options{
        FixedOption{"expected", QT_TRANSLATE_NOOP("record", "Not handed over yet"), QT_TRANSLATE_NOOP("record", "not handed over yet")},
        FixedOption{"has", QT_TRANSLATE_NOOP("record", "They have it"), QT_TRANSLATE_NOOP("record", "they have it")},
        FixedOption{"used", QT_TRANSLATE_NOOP("record", "Used"), QT_TRANSLATE_NOOP("record", "used")},
        FixedOption{
            "lost", QT_TRANSLATE_NOOP("record", "Lost, or passed on to somebody"), QT_TRANSLATE_NOOP("record", "lost or passed on")},
        FixedOption{"taken_away", QT_TRANSLATE_NOOP("record", "Taken away from them"), QT_TRANSLATE_NOOP("record", "taken away")},
        FixedOption{"given_back", QT_TRANSLATE_NOOP("record", "Given back"), QT_TRANSLATE_NOOP("record", "given back")},
    };
};

/// Naloxone that a resident has, or is to get: for them and for whoever they are with.
struct TakeHomeNaloxone {
    Id<Person> personId = {};
    TakeHomeFrom from = TakeHomeFrom::Arranged;
    Id<Agency> supplierId = {}; ///< of one that is arranged or issued by a supplier
    Id<NaloxoneKit> kitId = {}; ///< of one that we issue: the kit leaves the stock by itself
    QDate onDay = {}; ///< on which it was arranged or handed over
    TakeHomeState state = TakeHomeState::Has;
    std::optional<QDate> endedOn = {}; ///< since when they do not have it any more
    Id<Incident> incidentId = {};
    QString whyAnother = {}; ///< of a re-issue: what became of the one before
    NaloxoneKind kind = NaloxoneKind::Spray;
    QString batch = {};
    std::optional<PartialDate> expiresOn = {};
    std::optional<QDate> shownOn = {}; ///< how to use it
    QString keptWhere = {};
    QString note = {};

    bool operator==(const TakeHomeNaloxone &) const = default;
};

} // namespace keywork
