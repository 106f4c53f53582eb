// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/treatment_cover.h"

#include <QSet>
#include <functional>

namespace keywork {

/// Days in a row without a dose after which substitute treatment that goes on has begun anew: as many as the prescriber must
/// reassess after (domain.md, "Treatment and medicine"); that it is a new beginning is a house rule.
inline constexpr int kAnewAfterDays = kDosesMissedAlarm;
/// A treatment whose last prescription ran out is taken as stopped so many days later, if nothing came after it; house rule.
inline constexpr int kRanOutDays = 28;

/// Substitute treatment without a break, as prescriptions tell it.
struct TreatmentSpell {
    qint64 script = 0; ///< the first of it
    QDate began = {}; ///< with a last dose elsewhere: that day, since it went on from there
    std::optional<QDate> lastDay = {}; ///< that a prescription supplies; none: open-ended
    bool isOver = false; ///< stopped on purpose, ran out long ago, or another one began after a break

    bool operator==(const TreatmentSpell &) const = default;
};

/// The last day that one prescription supplies: also beyond the paper once the service confirmed it, and until the day before the
/// next injection is due. None: open-ended. A lost script is still prescribed.
std::optional<QDate> lastDaySupplied(const ScriptSpan &script);

/// The spells that have begun by `today`, the first one first. Days of `doses` on which a dose was held (in hospital, say) are no
/// break, whoever gave it.
QList<TreatmentSpell> treatmentSpells(const CoverageInput &input, const QList<DoseDay> &doses, QDate today);

/// Since when the dose has stayed the same and was known to be taken on every day of it: under somebody's eyes, which `seenTaken`
/// says of the collections, given elsewhere, or an injection. Collected is not taken, and neither is what they say: what lowers
/// an alarm needs more (domain.md, "Risk": a stable substitute dose; what counts as stable is a house rule). Today is not asked
/// yet. None: not stable, or not known.
std::optional<QDate> stableDoseSince(
    const QList<DoseDay> &doses, const QSet<qint64> &seenTaken, const std::function<QString(QDate)> &doseOn, QDate today);

/// What the prescriptions and other records (parts of a treatment) tell of the same treatment, once. Of what is prescribed the
/// house is the source: a record that meets a spell says at most that it began earlier, and that it ended where no prescription
/// goes on beyond that.
QList<TreatmentOnFile> treatmentsTold(const QList<TreatmentSpell> &spells, const QString &medicine, const QList<TreatmentOnFile> &others);

} // namespace keywork
