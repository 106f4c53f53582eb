// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/overdose_rule.h"
#include "core/domain/substance.h"

#include <QStringList>
#include <functional>

namespace keywork {

/// Where a fact stands.
struct RecordMark {
    QString kind = {}; ///< table
    qint64 record = 0;
    bool operator==(const RecordMark &) const = default;
};

/// A day, or the days that an approximate one can mean. What is about danger goes by the latest of them (additions.md,
/// "Counting").
struct KnownDays {
    QDate earliest = {};
    QDate latest = {};

    static KnownDays on(QDate day) { return {day, day}; }
    bool isAbout() const { return earliest != latest; }
    bool operator==(const KnownDays &) const = default;
};

// What the facts are read from, each with where it stands. All days are the house's. The order of entry never matters.

/// A substance in one review of substance use; an untouched one is here once for each review.
struct UseOnFile {
    RecordMark from = {};
    QDate asOf = {}; ///< the day of the review
    QDate saidOn = {}; ///< when the answers were last said ("same as"); invalid: in this review
    QDate answeredOn() const { return saidOn.isValid() ? saidOn : asOf; }
    SubstanceClass substance = SubstanceClass::Other;
    qint64 catalogued = 0; ///< the id of the substance
    QString name = {};
    std::optional<KnownDays> lastUsed = {};
    std::optional<qint64> days = {}; ///< of the 28 that end with asOf; none: not known
    bool isPrescribed = false;
    bool isDependent = false;
    bool isInjected = false;
    bool isAlone = false; ///< at least sometimes
    bool isSynthetic = false; ///< a nitazene, fentanyl or another synthetic opioid, known or suspected
    bool isOfUnknownContent = false; ///< tablets, powders or vapes that were bought
};

/// Whether the substitute dose was given where somebody was.
enum class DoseThere { NotKnown, Yes, No };

/// Somebody came out of custody, a hospital, detox or rehab.
struct LeavingOnFile {
    RecordMark from = {};
    OverdoseFactKind kind = OverdoseFactKind::LeftCustody; ///< or LeftHospital, LeftDetox
    KnownDays left = {};
    DoseThere dose = DoseThere::NotKnown;
};

/// A spell of substitute treatment.
struct TreatmentOnFile {
    RecordMark from = {};
    QString name = {};
    KnownDays started = {};
    std::optional<KnownDays> stopped = {};
    std::optional<QDate> stableSince = {}; ///< the dose has stayed the same and is known to be taken since; see stableDoseSince
};

enum class DoseHeld { Held, NotHeld, NotKnown };
/// A day on which a dose was due, whichever day it was to be collected on: days count, not pickups.
struct DoseDay {
    RecordMark from = {};
    QDate day = {};
    DoseHeld held = DoseHeld::NotKnown;
};

struct AlertOnFile {
    RecordMark from = {};
    QString what = {};
    QDate issuedOn = {};
    std::optional<QDate> validUntil = {};
    bool fits = false; ///< somebody decided so for this resident
};

/// Anything with a day and a few words: an overdose, an illness, a loss, a notice.
struct DatedOnFile {
    RecordMark from = {};
    KnownDays on = {};
    QString what = {};
};

struct NaloxoneOnFile {
    RecordMark from = {};
    QDate on = {};
    bool isToHand = false;
};

/// What is on file about one resident on one day. A list that stays empty says nothing, neither way.
struct OverdoseInput {
    QDate today = {};
    QList<DatedOnFile> reviews = {}; ///< of substance use, also those that name none
    QList<UseOnFile> uses = {};
    QList<DatedOnFile> overdoses = {};
    QList<LeavingOnFile> leavings = {};
    QList<TreatmentOnFile> treatments = {};
    QList<DoseDay> doses = {};
    QList<AlertOnFile> drugAlerts = {};
    QList<DatedOnFile> illnesses = {};
    QList<DatedOnFile> selfHarm = {};
    QList<DatedOnFile> losses = {};
    QList<DatedOnFile> notices = {};
    QList<NaloxoneOnFile> naloxone = {};
    QList<DatedOnFile> intoxicated = {};
    QHash<int, OverdoseRule> rules = {}; ///< by the fact, what a manager set in the place of ours
};

/// One fact that holds.
struct OverdoseFact {
    OverdoseFactKind kind = OverdoseFactKind::NotKnown;
    bool suggestsHigh = false; ///< counts alone
    KnownDays on = {}; ///< of what it rests on, the latest
    QStringList what = {}; ///< names, in the order of letters
    QList<KnownDays> all = {}; ///< the day of each, where there are several
    int days = 0; ///< in a row, known for certain; or how long it lasts (0: it has no end date)
    int perhaps = 0; ///< with the days that nobody knows about
    DoseThere dose = DoseThere::NotKnown;
    bool withoutTolerance = false; ///< no opioid is known that the body would be used to
    RecordMark from = {};

    bool operator==(const OverdoseFact &) const = default;
};

/// The facts that hold, those that count alone first. What is not known is no fact, and never counts as taken.
struct OverdoseReading {
    QList<OverdoseFact> facts = {};
    QList<OverdoseFact> notKnown = {};

    bool suggestsHigh() const;
    /// Those that count alone and rest on nothing of `known` (keys, separated by blanks): new since somebody looked.
    QList<OverdoseFact> newlyHigh(const QString &known) const;
    bool operator==(const OverdoseReading &) const = default;
};

/// Whether somebody uses what is sold under a name of the catalogue (its id): their latest review has it, neither prescribed to
/// them nor said to be unused. Additions.md: alerts match by what it was sold as.
bool usesWhatIsSoldAs(const QList<UseOnFile> &uses, qint64 catalogued);

/// Source: W, overdose prevention; domain.md "Risk" and additions.md "Support"; the figures are house rules.
OverdoseReading overdoseFacts(const OverdoseInput &input);

/// The fact as a sentence. `say` gives the marked pattern in the reader's language, `day` writes a day.
QString overdoseSentence(
    const OverdoseFact &fact, const std::function<QString(const char *)> &say, const std::function<QString(QDate)> &day);
/// The fact and the record it rests on, so that the same one is known again.
QString overdoseKey(const OverdoseFact &fact);
/// What it does: "lowers tolerance", "counts alone"; null: nothing by itself. Marked for translation ("overdose").
const char *overdoseMark(const OverdoseFact &fact);
/// Where the facts come from, and whose the figures are. Marked for translation ("overdose").
const char *overdoseSource();
/// What is said of facts that whoever asks may not read: never silence. Marked for translation ("overdose").
const char *unreadFactHolds(bool countsAlone);
/// What is said where no fact is on record. Marked for translation ("overdose").
const char *nothingRecorded();

} // namespace keywork
