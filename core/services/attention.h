// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/people.h"

namespace keywork {

/// Why someone is on Today. Each has its rule in watchList and its sentence in `ui/text`.
/// In the order in which Today shows them.
enum class Watch {
    LawfulReasonUnreviewed,
    LawfulReasonIncomplete,
    PlanReviewOverdue,
    PlanNotSigned,
    AskAgain,
    NoKeyworker,
    NoPlan,
    NoStage,
    ExpectedToday,
    ReferralUnanswered,
    AskAboutSharing,
    AgreementEnding,
    AgreementLapsed
};

/// One line of what needs attention: the fact, and where to go.
struct WatchItem {
    Watch watch = Watch::NoPlan;
    Id<Person> person;
    QString name;
    QString room;
    QDate day; ///< the date that the fact rests on, may be invalid
    QString detail; ///< a version number or an agency
};

/// Days after arrival until a missing plan or stage shows; house rule.
inline constexpr int kSettlingInDays = 7;
/// Days before its end that an agreement shows (domain.md, "What is watched").
inline constexpr int kAgreementWarningDays = 14;
inline constexpr int kLapsedDays = 28; ///< so long Today asks whether a lapsed agreement is to be asked for again

/// What stands on Today for the people in `lines`, most pressing first.
/// `seesStages`: whether whoever looks may know that a stage is missing.
QList<WatchItem> watchList(const QList<ResidentLine> &lines, QDate today, bool seesStages = true, bool seesPlans = true);

class Attention {
public:
    Attention(Records &records, People &people)
        : m_records(records)
        , m_people(people)
    {
    }
    Result<QList<WatchItem>> today() const;
    /// Residents here now in each stage.
    Result<std::array<int, 5>> stageCounts() const;

private:
    Done watchReferrals(const QHash<qint64, QString> &agencies, QDate today, QList<WatchItem> &items) const;
    Done watchLawfulReasons(const QHash<qint64, QString> &agencies, QList<WatchItem> &items) const;
    Result<WatchItem> itemAbout(Id<Person> person, Watch watch, QDate day, const QString &detail) const;
    Done watchAgreements(
        const QList<ResidentLine> &here, const QHash<qint64, QString> &agencies, QDate today, QList<WatchItem> &items) const;
    Records &m_records;
    People &m_people;
};

} // namespace keywork
