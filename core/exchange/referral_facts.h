// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/disclosure.h"
#include "core/domain/dose_told.h"
#include "core/domain/plan_snapshot.h"
#include "core/record/not_said.h"

#include <set>

namespace keywork {

/// One answer that leaves.
struct SharedValue {
    const Field *field = nullptr;
    QVariant value; ///< as the file keeps it
    QString text; ///< with the labels of codes; days in ISO form
    bool operator==(const SharedValue &) const = default;
};

/// A question without an answer, and why: whoever reads must not take "prefers not to say" for "none".
struct SharedUnanswered {
    const Field *field = nullptr;
    NotSaidReason reason = NotSaidReason::NotAsked;
    bool operator==(const SharedUnanswered &) const = default;
};

/// One record that leaves, with nothing in it but what may.
struct SharedRecord {
    const RecordType *type = nullptr;
    qint64 id = 0;
    QList<SharedValue> values;
    bool withoutAgreement = false; ///< its section is agreed, and what else it tells of leaves on the lawful reason
    QList<SharedUnanswered> unanswered = {}; ///< of what would leave

    /// Empty when the record has no such answer.
    QString text(const char *column) const;
    QString code(const char *column) const;
    bool operator==(const SharedRecord &) const = default;
};

/// The plan that was issued last.
struct SharedPlan {
    qint64 planId = 0;
    qint64 versionId = 0;
    QString fingerprint;
    QString signOff; ///< code of SignOffKind, empty: nothing was said to it yet
    PlanSnapshot snapshot; ///< the areas that may leave with goals and steps, nothing else of a person
    bool areasLeftOut = false; ///< the page says so; known from the categories alone, so that it tells nothing of the person
    QStringList withoutAgreement = {}; ///< codes of areas whose own category leaves on the lawful reason
    bool operator==(const SharedPlan &) const = default;
};

/// One answer of an assessment.
struct SharedAnswer {
    QString section; ///< its id, and its title
    QString sectionTitle;
    QString question; ///< its id
    QString asked;
    QString answer;
    bool operator==(const SharedAnswer &) const = default;
};

/// Of a finished assessment, the answers of one category.
struct SharedAssessment {
    qint64 id = 0;
    QString number;
    QString form; ///< its id
    qint64 formVersion = 1;
    QString title;
    QDateTime finishedAt; ///< UTC
    QList<SharedAnswer> answers;
    bool operator==(const SharedAssessment &) const = default;
};

/// What leaves of one category.
struct SharedSection {
    Category category = Category::Identity;
    bool agreed = true; ///< false: it leaves on the lawful reason
    QList<SharedRecord> records;
    QList<Kept<StageEntry>> stages;
    bool withHousing = false; ///< whether the stages tell the housing position, too
    QList<SharedAssessment> assessments;
    std::optional<SharedPlan> plan;
    bool noIssuedPlan = false;

    bool isEmpty() const { return records.isEmpty() && stages.isEmpty() && assessments.isEmpty() && !plan; }
    bool operator==(const SharedSection &) const;
};

struct Party {
    qint64 id = 0;
    QString name;
    QString address;
    QString telephone;
    QString email;
    bool operator==(const Party &) const = default;
};

/// The agreement that a referral rests on.
struct AgreementBasis {
    qint64 id = 0;
    QDate fromOn;
    QDate untilOn;
    bool operator==(const AgreementBasis &) const = default;
};

/// The lawful reason for what was not agreed.
struct LawfulBasis {
    LawfulGround ground = LawfulGround::VitalInterests;
    QString because;
    bool operator==(const LawfulBasis &) const = default;
};

/// All that a referral says, gathered once: paper, file and data are made from it and from nothing else.
struct ReferralFacts {
    QByteArray vaultId; ///< 16 bytes, the root of the identifiers in the data
    QDateTime preparedAt; ///< with the house's offset from UTC
    qint64 referralId = 0; ///< 0 in a preview
    QString number;
    Party hostel;
    Party author;
    std::optional<Party> keyworker;
    DosesTold doses; ///< beside every dose that leaves; without prescriptions where treatment stays
    Party agency;
    qint64 personId = 0;
    QString personNumber;
    QString person;
    QString reason;
    std::optional<AgreementBasis> agreement;
    std::optional<LawfulBasis> lawful;
    QList<SharedSection> sections;

    std::set<Category> categories() const;
    const SharedSection *section(Category category) const;
    /// Whether a dose is told of in the section, or may be in words of somebody's: then what goes wherever a dose goes stands there.
    bool tellsDoses(const SharedSection &section) const;
    /// Equal but for the moment and the number.
    bool saysTheSameAs(const ReferralFacts &other) const;
};

/// First 48 bits of SHA-256 as 7f3a-91c2-e04d: what is printed on each page.
QString shortFingerprint(const QByteArray &bytes);

} // namespace keywork
