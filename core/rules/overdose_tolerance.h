// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/overdose_facts.h"

namespace keywork {

/// The figures that hold: a manager's in the place of ours.
class OverdoseRules {
public:
    explicit OverdoseRules(const QHash<int, OverdoseRule> &set)
        : m_set(set)
    {
    }
    int daysOf(OverdoseFactKind fact) const;
    /// Never of a fact that counts alone, whatever a row says.
    bool isOff(OverdoseFactKind fact) const;
    /// Whether the fact of these days lasts on `today`: the day of the event is day 1. A fact without a figure lasts for ever;
    /// what is still to come is none.
    bool holds(const KnownDays &days, OverdoseFactKind fact, QDate today) const;

private:
    const QHash<int, OverdoseRule> m_set;
};

/// When the substance was last used as far as the record tells; none: not used, or not known.
std::optional<KnownDays> usedOn(const UseOnFile &use);

/// Tolerance that was lowered, and is still low.
struct ToleranceDrop {
    OverdoseFactKind kind = OverdoseFactKind::LeftCustody;
    KnownDays since = {};
    QStringList what = {};
    DoseThere dose = DoseThere::NotKnown;
    std::optional<KnownDays> resumed = {}; ///< use, or a stable substitute dose; none: abstinent, so there is no end date
    RecordMark from = {};
};

/// Those that still count on `today`, each episode by itself (domain.md, "Risk": until 28 days after use or a stable
/// substitute dose resumes).
QList<ToleranceDrop> toleranceDrops(const OverdoseInput &input, const OverdoseRules &rules);
/// Dependent on alcohol or benzodiazepines and without for two days or more, not long ago.
QList<ToleranceDrop> suddenStops(const OverdoseInput &input, const OverdoseRules &rules);

/// Dose days without a dose, back from the latest one; "not known" neither adds to the run nor breaks it.
struct DoseRun {
    int certain = 0;
    int perhaps = 0; ///< with those that nobody knows about
    KnownDays last = {};
    RecordMark from = {};
};
DoseRun runWithoutDose(const QList<DoseDay> &doses, QDate today);

} // namespace keywork
