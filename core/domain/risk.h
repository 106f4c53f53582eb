// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

/// From this product of likelihood and impact on (1 to 25) a risk is high and a manager looks at it; house rule.
inline constexpr qint64 kHighRiskProduct = 12;

/// Something that may happen to somebody, by them or around them, and what is done about it (W, risk assessments). The product
/// of its two figures orders; it is never shown without what it is made of.
struct Risk {
    Id<Person> personId = {};
    Choice kind = {};
    QString whatMayHappen = {};
    QString triggers = {};
    QString earlySigns = {};
    QString protects = {};
    std::optional<qint64> likelihood = {}; ///< 1 to 5
    std::optional<qint64> impact = {}; ///< 1 to 5
    QString plan = {};
    QString whoMustKnow = {};
    QString tolerance = {}; ///< what the service accepts inside, outside and on return (W)
    QDate reviewedOn = {}; ///< looked at with them, last
    QDate reviewOn = {};
    std::optional<QDate> endedOn = {};
    Id<Staff> approvedBy = {}; ///< the manager who looked at a high one as it stands; set by `Risks`
    std::optional<QDate> approvedOn = {};

    qint64 product() const { return likelihood.value_or(0) * impact.value_or(0); }
    bool isHigh() const { return product() >= kHighRiskProduct; }
    bool waitsForManager() const { return isHigh() && !approvedBy && !endedOn; }
    bool operator==(const Risk &) const = default;
};

/// What a worker says. There is no "low" on purpose: no fact on record is no safety.
enum class OverdoseLevelKind { High, Raised, NotKnown };

template <> struct Codes<OverdoseLevelKind> {
    static constexpr const char *list = "overdose_level_kind";
    static constexpr std::array options{
        FixedOption{"high", QT_TRANSLATE_NOOP("record", "High")},
        FixedOption{"raised", QT_TRANSLATE_NOOP("record", "Raised")},
        FixedOption{"not_known", QT_TRANSLATE_NOOP("record", "Not known")},
    };
};

/// The level of overdose risk as a worker recorded it, with the facts that held at that moment. The latest one counts.
struct OverdoseLevel {
    Id<Person> personId = {};
    OverdoseLevelKind level = OverdoseLevelKind::High;
    std::optional<QDate> notKnownSince = {};
    QString reason = {};
    QDate reviewOn = {};
    Choice naloxoneOffered = {};
    QString checks = {}; ///< which checks were set: how often, until when
    QString facts = {}; ///< a line each, written by `Risks` when it was recorded
    QString marks = {}; ///< what those that count alone rested on, separated by blanks: a later one is new (`overdoseKey`)

    bool operator==(const OverdoseLevel &) const = default;
};

/// What somebody does when thoughts of suicide come, in their own words. The latest one counts; each is theirs.
struct SafetyPlan {
    Id<Person> personId = {};
    QDate madeOn = {};
    QString warningSigns = {};
    QString whatHelps = {};
    QString peopleAndPlaces = {};
    QString whomToRing = {};
    QString makingSafe = {};
    QString reasons = {};
    Choice onSheet = {}; ///< yes: they agreed that it stands on the emergency sheet
    std::optional<QDate> reviewOn = {};

    bool operator==(const SafetyPlan &) const = default;
};

/// Somebody seemed intoxicated: what was seen, no incident and no blame (additions.md, "Support").
struct SeemedIntoxicated {
    Id<Person> personId = {};
    QDateTime seenAt = {};
    QString signs = {}; ///< codes of intoxicated_sign, separated by commas
    QString otherSigns = {};
    QString substance = {}; ///< if told
    QString checks = {};
    std::optional<QDateTime> seenAgainAt = {};
    std::optional<QDate> talkedOn = {}; ///< about staying safer

    bool operator==(const SeemedIntoxicated &) const = default;
};

} // namespace keywork
