// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/treatment.h"

namespace keywork {

enum class ToldHow { Written, Spoken };

template <> struct Codes<ToldHow> {
    static constexpr const char *list = "told_how";
    static constexpr std::array options{
        FixedOption{"written", QT_TRANSLATE_NOOP("record", "In writing")},
        FixedOption{"spoken", QT_TRANSLATE_NOOP("record", "Spoken")},
    };
};

/// Who may be told about their treatment: the resident's agreement with the treatment service, only as they wish it (W). It lets
/// nothing leave this house: that is an agreement to share.
struct TreatmentAgreement {
    Id<Person> personId = {};
    Id<Agency> agencyId = {}; ///< the treatment service
    QDate fromOn = {};
    std::optional<QDate> untilOn = {};
    ToldHow how = ToldHow::Written;
    std::optional<QDate> takenBackOn = {};
    QString note = {};

    bool holdsOn(QDate day) const { return fromOn <= day && (!untilOn || day <= *untilOn) && (!takenBackOn || day < *takenBackOn); }
    bool operator==(const TreatmentAgreement &) const = default;
};

enum class ToldWho { Somebody, AnAgency, ThisHouse };

template <> struct Codes<ToldWho> {
    static constexpr const char *list = "told_who";
    static constexpr std::array options{
        FixedOption{"somebody", QT_TRANSLATE_NOOP("record", "Somebody by name")},
        FixedOption{"agency", QT_TRANSLATE_NOOP("record", "An agency")},
        FixedOption{"house", QT_TRANSLATE_NOOP("record", "Their keyworker here")},
    };
};

/// Somebody who may be told.
struct MayBeTold {
    Id<TreatmentAgreement> agreementId = {};
    Id<Person> personId = {};
    ToldWho who = ToldWho::Somebody;
    QString name = {};
    QString relation = {}; ///< sister, friend
    Id<Agency> agencyId = {};
    QString what = {}; ///< what they may be told; empty: everything about the treatment

    bool operator==(const MayBeTold &) const = default;
};

} // namespace keywork
