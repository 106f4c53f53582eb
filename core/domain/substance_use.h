// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"
#include "core/domain/substance.h"

namespace keywork {

enum class UseRank { Main, Second, Third };

template <> struct Codes<UseRank> {
    static constexpr const char *list = "use_rank";
    static constexpr std::array options{
        FixedOption{"main", QT_TRANSLATE_NOOP("record", "Main")},
        FixedOption{"second", QT_TRANSLATE_NOOP("record", "Second")},
        FixedOption{"third", QT_TRANSLATE_NOOP("record", "Third")},
    };
};

/// W: recreational is occasional and usually social; dependent is repeated, with withdrawal.
enum class UsePattern { Recreational, Dependent };

template <> struct Codes<UsePattern> {
    static constexpr const char *list = "use_pattern";
    static constexpr std::array options{
        FixedOption{"recreational", QT_TRANSLATE_NOOP("record", "Recreational")},
        FixedOption{"dependent", QT_TRANSLATE_NOOP("record", "Dependent")},
    };
};

/// How it is taken (W: comprehensive assessment).
enum class UseRoute { Smoke, Inject, Snort, Vape, Swallow, Other };

template <> struct Codes<UseRoute> {
    static constexpr const char *list = "use_route";
    static constexpr std::array options{
        FixedOption{"smoke", QT_TRANSLATE_NOOP("record", "Smoked")},
        FixedOption{"inject", QT_TRANSLATE_NOOP("record", "Injected")},
        FixedOption{"snort", QT_TRANSLATE_NOOP("record", "Snorted")},
        FixedOption{"vape", QT_TRANSLATE_NOOP("record", "Vaped")},
        FixedOption{"swallow", QT_TRANSLATE_NOOP("record", "Swallowed")},
        FixedOption{"other", QT_TRANSLATE_NOOP("record", "Another way")},
    };
};

/// How often something is so: using alone, sharing equipment.
enum class UseOften { No, Sometimes, Mostly, Always };

template <> struct Codes<UseOften> {
    static constexpr const char *list = "use_often";
    static constexpr std::array options{
        FixedOption{"no", QT_TRANSLATE_NOOP("record", "No")},
        FixedOption{"sometimes", QT_TRANSLATE_NOOP("record", "Sometimes")},
        FixedOption{"mostly", QT_TRANSLATE_NOOP("record", "Mostly")},
        FixedOption{"always", QT_TRANSLATE_NOOP("record", "Always")},
    };
};

/// Where it comes from.
enum class UseSource { Prescribed, OverTheCounter, SomeoneElses, Bought, Unknown };

template <> struct Codes<UseSource> {
    static constexpr const char *list = "use_source";
    static constexpr std::array options{
        FixedOption{"prescribed", QT_TRANSLATE_NOOP("record", "Prescribed to them")},
        FixedOption{"over_the_counter", QT_TRANSLATE_NOOP("record", "Over the counter")},
        FixedOption{"someone_elses", QT_TRANSLATE_NOOP("record", "Prescribed to someone else")},
        FixedOption{"bought", QT_TRANSLATE_NOOP("record", "Bought")},
        FixedOption{"unknown", QT_TRANSLATE_NOOP("record", "Not known")},
    };
};

/// What a resident uses, as of one day: told or seen, with what was talked about. The substances stand in its parts.
struct SubstanceReview {
    Id<Person> personId = {};
    QDate asOn = {}; ///< the day that the answers are about; "the last 28 days" end with it
    Choice knownFrom = {}; ///< whom or what it is known from
    QString toldBy = {}; ///< who told, where it is not the resident
    QString words = {}; ///< the resident's own
    QString talkedAbout = {}; ///< codes of harm_reduction_topic, separated by commas
    QString notes = {};

    bool operator==(const SubstanceReview &) const = default;
};

/// One substance in a review. A question without an answer may say why in `notSaid`.
struct SubstanceUse {
    Id<SubstanceReview> reviewId = {};
    Id<Person> personId = {};
    Id<Substance> substanceId = {};
    std::optional<UseRank> rank = {};
    std::optional<UsePattern> pattern = {};
    std::optional<UseRoute> route = {};
    QString sites = {}; ///< where they inject
    QString siteProblems = {};
    std::optional<qint64> days = {}; ///< of the 28 that end with the day of the review: 0 to 28; none: not known
    Choice frequency = {}; ///< in words, where days are not known or say too little
    std::optional<Decimal> amount = {}; ///< usual, on a day of use
    Choice unit = {};
    std::optional<Pence> spend = {}; ///< in a week
    std::optional<UseOften> alone = {};
    std::optional<UseOften> shares = {}; ///< equipment
    std::optional<UseSource> source = {};
    QString place = {}; ///< where
    QString withWhom = {};
    QString whatFor = {}; ///< what it does for them
    std::optional<qint64> firstAge = {}; ///< years
    std::optional<PartialDate> lastUsed = {};
    /// The day on which these answers were last said: "same as …". None: said in this review.
    std::optional<QDate> sameAs = {};
    NotSaid notSaid = {};

    /// Whether it was used at all in the 28 days; none: not known.
    std::optional<bool> isUsed() const { return days ? std::optional(*days > 0) : std::nullopt; }
    bool operator==(const SubstanceUse &) const = default;
};

} // namespace keywork
