// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/substance_use.h"

#include <functional>
#include <set>

namespace keywork {

/// A review as rules read it: its day, and one row for each substance.
struct UseReview {
    QDate asOn = {};
    QList<SubstanceUse> uses = {};
};

/// What is different between two reviews (W, "Regular keyworking": a new drug, and smoking that became injecting, are seen
/// there; the rest is a house rule).
enum class UseChangeKind {
    New, ///< never on record before
    Returned, ///< used again after a pause, or after it was stopped; flagged
    NowInjected, ///< flagged; `before` says how it was taken, if that was known
    NowShared, ///< equipment
    NowAlone,
    Stopped, ///< no day in the last 28
    NoLongerInjected,
    NoLongerShared,
    NowWithOthers, ///< no longer alone
    MoreDays,
    FewerDays,
    DaysDiffer, ///< the 28 days of both overlap: two numbers and no trend
    MoreAmount,
    LessAmount,
    RouteChanged,
    NotInReview, ///< it was in the earlier one and nothing is said of it: a gap, and never counted as stopped
    Answer, ///< another answer: `column` says which; what is only asked after another changed answer has no line of its own
};

/// What may be offered (W: "What if my client does not want to stop using drugs?" for equipment, company and where to get
/// help; "Store and administer naloxone").
enum class UseOffer { NeedleExchange, Naloxone, NotAlone, WhereToGetHelp };

/// One difference in one substance.
struct UseChange {
    UseChangeKind kind = UseChangeKind::Answer;
    Id<Substance> substance = {};
    QString column = {}; ///< of Answer
    std::optional<SubstanceUse> before = {};
    std::optional<SubstanceUse> now = {};
    QList<UseOffer> offers = {};

    bool isFlagged() const { return kind == UseChangeKind::Returned || kind == UseChangeKind::NowInjected; }
};

struct UseComparison {
    int sharedDays = 0; ///< how many days both last 28 have in common
    QList<UseChange> changes = {}; ///< what matters most first; the order of the rows in the reviews is of no matter
};

/// Which class a substance has.
using ClassOf = std::function<SubstanceClass(Id<Substance>)>;

/// The day of the review is day 28 of its 28: reviews on one day share all of them, 28 days later none.
int sharedDays(QDate before, QDate now);

/// What is different in `now`, the later one. No change exactly when every answer is the same. `usedEarlier`: what older
/// reviews tell of use of; a substance among them is no new one.
UseComparison useChanges(const UseReview &before, const UseReview &now, const ClassOf &classOf, const std::set<qint64> &usedEarlier = {});

/// Whether both rows say the same of the same substance; whose and of which review they are, and since when, counts not.
bool sameAnswers(const SubstanceUse &one, const SubstanceUse &other);

/// The columns of the answers that are not the same.
QStringList differingAnswers(const SubstanceUse &before, const SubstanceUse &now);

/// The columns whose reason for not being answered is not the same.
QStringList differingReasons(const SubstanceUse &before, const SubstanceUse &now);

/// The rows of a review that is begun `now`: all as they were, each still as of the day when it was last said.
QList<SubstanceUse> carriedOn(const UseReview &before);

/// `now` with what each row rests on: what was neither changed nor confirmed is the same as on the day when it was last said,
/// and never taken for confirmed (additions.md, "Support").
QList<SubstanceUse> withSameAs(const UseReview &before, QList<SubstanceUse> now, const std::set<qint64> &confirmed);

/// One review in the history of a substance.
struct UsePoint {
    enum class Known { Days, NotKnown, Nothing }; ///< Nothing: the review says nothing of it, a gap
    QDate asOn = {};
    Known known = Known::Nothing;
    qint64 days = 0; ///< of 28
    std::optional<QDate> sameAs = {};
    bool overlapsBefore = false; ///< its 28 days and those of the review before have days in common

    bool operator==(const UsePoint &) const = default;
};

/// Every review from the first one that tells of the substance on, oldest first.
QList<UsePoint> useHistory(QList<UseReview> reviews, Id<Substance> substance);

} // namespace keywork
