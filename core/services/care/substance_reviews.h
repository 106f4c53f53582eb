// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/rules/substance_changes.h"
#include "core/services/records/families.h"

namespace keywork {

class Records;
class Substances;

/// A review with its substances.
struct ReviewOnFile {
    Kept<SubstanceReview> head;
    QList<Kept<SubstanceUse>> uses;

    UseReview asRule() const;
};

/// What a new review begins with.
struct ReviewBegun {
    SubstanceReview head;
    QList<SubstanceUse> uses; ///< the last answers, each as of the day when it was last said
    std::optional<UseReview> before; ///< the review that they come from
};

/// What residents use: short reviews in which the last answers are filled in, and what changed between them (W).
class SubstanceReviews {
public:
    SubstanceReviews(Records &records, Families &families, Substances &substances);

    /// All of a resident's, oldest first.
    Result<QList<ReviewOnFile>> reviews(Id<Person> person) const;
    Result<ReviewOnFile> one(Id<SubstanceReview> id) const;
    /// From the latest one; without one only the day is filled in.
    Result<ReviewBegun> begin(Id<Person> person);
    /// The review in one commit, new or changed. `confirmed`: substances whose answers were asked and are the same; what was
    /// neither changed nor confirmed is kept as "same as" the day when it was last said. Invalid with the violations of the
    /// part at i under "i/column"; nothing is kept then.
    Result<Family> save(Family family, const std::set<qint64> &confirmed, const QString &removed);
    /// The latest review against the last one up to `since` (before that: the first one). No changes where there are not two.
    Result<UseComparison> changesSince(Id<Person> person, QDate since) const;
    /// A review against the one before it; nothing for the first.
    Result<std::optional<UseComparison>> changesOf(const ReviewOnFile &review) const;
    /// The one that was the last before this day and record; nothing for the first.
    Result<std::optional<ReviewOnFile>> before(Id<Person> person, QDate asOn, Id<SubstanceReview> self) const;
    Result<QList<UsePoint>> history(Id<Person> person, Id<Substance> substance) const;
    /// For rules: the class of every substance on file. Another one for what is not.
    ClassOf classes() const;

private:
    Done settle(Family &family, const std::set<qint64> &confirmed) const;
    Result<Violations> problemsOf(const Family &family) const;
    UseComparison compared(const QList<ReviewOnFile> &all, qsizetype before, qsizetype now) const;
    Records &m_records;
    Families &m_families;
    Substances &m_substances;
};

/// What does not fit together in a review, under "i/column": a substance or a rank twice, use after the day of the review or
/// before birth, days that the last day of use contradicts; of what is "same as" an earlier day, by that day. House rules.
Violations reviewProblems(QDate asOn, const std::optional<PartialDate> &born, const QList<std::optional<SubstanceUse>> &uses);

} // namespace keywork
