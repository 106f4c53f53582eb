// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/agreement.h"
#include "core/domain/disclosure.h"
#include "core/record/record_type.h"

#include <QPair>
#include <QSet>
#include <set>

namespace keywork {

class Records;

/// What a resident agreed to for one agency, today.
struct AgreedScope {
    std::optional<Kept<SharingAgreement>> agreement; ///< none: nothing was ever recorded; `withdrawn`: entered in error
    std::set<Category> categories; ///< empty unless the agreement holds today
};

/// Agreements to share: given, narrowed, refused, lapsed, withdrawn (W, confidentiality agreement). Only a new word of the
/// resident opens anything: where the latest one was entered in error nothing leaves, and no earlier one is in force again.
/// What was said is not changed afterwards, except that it was withdrawn.
class Agreements {
public:
    explicit Agreements(Records &records);

    /// Categories that a referral can carry: those that a kind of record, a field or an area of the care plan belongs to.
    static const std::vector<Category> &offered();

    /// Invalid for an agreement that is older than the latest word to the agency, a refusal or withdrawal entered in error
    /// included; the day of an agreement that was entered in error says nothing.
    Result<Kept<SharingAgreement>> record(const SharingAgreement &agreement, const std::set<Category> &categories);
    /// From this moment sharing is refused.
    Done withdraw(const Kept<SharingAgreement> &agreement, const QString &reason);
    /// The latest word to the agency and what it covers on the day; on no day before the latest one of the history.
    /// NeedToKnow when the record is closed: whether something was agreed is not known then.
    Result<AgreedScope> scope(Id<Person> person, Id<Agency> agency, QDate on) const;
    /// Whether something that the person said since could not be saved in this session (no room, or the file is gone): what is
    /// on file may not be their latest word then.
    bool hasUnsavedWord(Id<Person> person) const;
    /// The categories of one agreement, whether or not it holds.
    Result<std::set<Category>> categoriesOf(Id<SharingAgreement> agreement) const;
    /// What left to the agency about the person: what they already hold when an agreement ends. Newest first.
    Result<QList<Kept<Disclosure>>> heldBy(Id<Person> person, Id<Agency> agency) const;

    /// The wording that is asked for now; the shipped one as version 0 until a manager keeps another.
    Result<AgreementWording> wording() const;
    /// Keeps a new version of it. NotPermitted to whom the role doesn't let manage.
    Result<Kept<AgreementWording>> saveWording(const QString &text);

private:
    /// Newest first, those entered in error included; `limit` 0: all.
    Result<QList<Kept<SharingAgreement>>> words(Id<Person> person, Id<Agency> agency, int limit = 0) const;
    Result<Violations> staysAsSaid(const Row &row, qint64 self) const;
    Result<Violations> categoryStays(const Row &row, qint64 self) const;
    void noteOutcome(qint64 person, qint64 agency, bool isKept);
    Records &m_records;
    QSet<QPair<qint64, qint64>> m_unsaved; ///< person, agency
    Id<SharingAgreement> m_recording; ///< the one whose categories are being kept
};

} // namespace keywork
