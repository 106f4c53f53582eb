// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/naloxone_kit.h"

namespace keywork {

enum class PlaceFound { AllRight, PutRight, NotRight };

template <> struct Codes<PlaceFound> {
    static constexpr const char *list = "naloxone_place_found";
    static constexpr std::array options{
        FixedOption{"all_right", QT_TRANSLATE_NOOP("record", "All there, sealed and in date")},
        FixedOption{"put_right", QT_TRANSLATE_NOOP("record", "Something was put right")},
        FixedOption{"not_right", QT_TRANSLATE_NOOP("record", "Something is still wrong")},
    };
};

/// A place was looked over, as by the list for the month.
struct NaloxoneCheck {
    Id<NaloxonePlace> placeId = {};
    QDate onDay = {};
    std::optional<qint64> kitsFound = {}; ///< 0 to 50
    PlaceFound found = PlaceFound::AllRight;
    QString what = {};
    Id<Staff> checkedBy = {};

    bool operator==(const NaloxoneCheck &) const = default;
};

/// A maker or the authorities called a batch back. Every kit of it is no stock from then on, and is looked for, those at
/// residents' too.
struct NaloxoneRecall {
    QString batch = {}; ///< compared as `batchKey` writes it
    Choice product = {};
    QDate onDay = {};
    QString issuedBy = {};
    QString reference = {}; ///< of the notice
    QString whatToDo = {}; ///< as the notice says
    std::optional<QDate> endedOn = {}; ///< when every kit had been dealt with

    bool operator==(const NaloxoneRecall &) const = default;
};

/// Somebody of the team learned to recognise an overdose and to give naloxone (W: the training is short, free, and given by the
/// local drug treatment service). Anyone may give it in an emergency all the same.
struct NaloxoneTraining {
    Id<Staff> staffId = {};
    QDate onDay = {};
    Id<Agency> givenBy = {};
    std::optional<QDate> untilOn = {}; ///< the last day on which it counts; none: nobody said

    bool holdsOn(QDate day) const { return onDay <= day && (!untilOn || *untilOn >= day); }
    bool operator==(const NaloxoneTraining &) const = default;
};

enum class AuthorityFor { TakeHomeNaloxone, NeedleExchange };

template <> struct Codes<AuthorityFor> {
    static constexpr const char *list = "authority_for";
    static constexpr std::array options{
        FixedOption{"take_home_naloxone", QT_TRANSLATE_NOOP("record", "Supplying naloxone to take home")},
        FixedOption{"needle_exchange", QT_TRANSLATE_NOOP("record", "Needle exchange in the house")},
    };
};

/// On what paper, since when and with whom the house supplies something that a law reserves to those it names. Never assumed
/// (dated.md: naloxone supply law; Section 9A supplies).
struct SupplyAuthority {
    AuthorityFor what = AuthorityFor::TakeHomeNaloxone;
    QString paper = {}; ///< what it is called and where it lies
    Id<Agency> agencyId = {}; ///< who gave it, or with whom it is run
    QDate fromOn = {};
    std::optional<QDate> untilOn = {};
    QString note = {};

    /// Whether it holds on the day, its last day included.
    bool holdsOn(QDate day) const { return fromOn <= day && (!untilOn || *untilOn >= day); }
    bool operator==(const SupplyAuthority &) const = default;
};

} // namespace keywork
