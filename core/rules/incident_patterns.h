// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QStringList>

namespace keywork {

/// An incident as far as patterns go.
struct PatternIncident {
    QString kind = {}; ///< code
    QString place = {}; ///< as it was written
    QDateTime at = {}; ///< on the house's clock
    QStringList substances = {}; ///< that the report names, each once

    /// A near miss counts beside the incidents, never among them, and never for less.
    bool isNearMiss() const { return kind == QStringLiteral("near_miss"); }
    bool operator==(const PatternIncident &) const = default;
};

/// One value with how often it occurs.
struct PatternCount {
    QString value = {}; ///< a code, a place, an hour 0–23, a weekday 1–7, a substance; empty: not said
    int incidents = 0;
    int nearMisses = 0;

    int all() const { return incidents + nearMisses; }
    bool operator==(const PatternCount &) const = default;
};

/// How incidents of a time fall. Kinds, places and substances: the most frequent first, then by their words, "not said" last.
/// Hours and weekdays: all of them, in their order, so that none is overlooked because nothing happened then.
struct IncidentPatterns {
    int incidents = 0;
    int nearMisses = 0;
    QList<PatternCount> byKind = {};
    QList<PatternCount> byPlace = {};
    QList<PatternCount> byHour = {};
    QList<PatternCount> byWeekday = {};
    QList<PatternCount> bySubstance = {}; ///< one incident may name several

    bool operator==(const IncidentPatterns &) const = default;
};

/// Source: the review of incidents (W: all are logged and reviewed; near misses count). Two places that differ only in case
/// and blanks are one; it is called as it was written most often.
IncidentPatterns incidentPatterns(const QList<PatternIncident> &incidents);

/// Those of the names that the text has as whole words, whatever their case; a longer name is not counted as a shorter one that
/// is part of it ("crack cocaine" is no "cocaine"). In the order of `names`.
QStringList substancesNamed(const QString &text, const QStringList &names);

} // namespace keywork
