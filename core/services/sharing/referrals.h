// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/referral_facts.h"
#include "core/services/care/care_plans.h"
#include "core/services/care/stages.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/disclosures.h"

namespace keywork {

class Forms;
class Records;

/// What somebody at the desk wants to send.
struct ReferralWish {
    Id<Person> person;
    Id<Agency> agency;
    QString reason;
    std::set<Category> sections; ///< who they are has to be among them
    std::optional<LawfulReason> lawful = {}; ///< for what was not agreed; person, agency and sections are filled in
    std::optional<QDate> chaseOn = {}; ///< none: two weeks from today
    Id<Referral> draft = {}; ///< a draft that is carried on
};

/// How it leaves.
struct ReferralForm {
    bool plainPdf = true; ///< everybody who finds the file can read it
    bool protectedPdf = false; ///< asks for the passphrase, holds the data
    bool data = false; ///< the data as a file of its own: some viewers don't show what a PDF holds
    QString passphrase = {};
};

/// Turns facts into pages; the program gives the PDF renderer, core draws nothing.
class DocumentRenderer {
public:
    virtual ~DocumentRenderer() = default;
    /// `fingerprint` of the data, printed on each page.
    virtual QByteArray referralPdf(const ReferralFacts &facts, const QString &fingerprint) const = 0;
};

/// A referral as it will leave, down to the last byte. Kept as a draft, so that it has its number.
struct PreparedReferral {
    Kept<Referral> referral;
    ReferralWish wish;
    ReferralFacts facts;
    QByteArray pdf; ///< without protection: what is shown
    QByteArray data; ///< FHIR JSON
    QString fingerprint; ///< of the data, as printed
};

struct HandedOver {
    Kept<Referral> referral;
    Kept<Disclosure> disclosure;
    QStringList paths;
};

/// How long an agency takes, over the referrals that were followed.
struct WaitingTime {
    int referrals = 0;
    int seen = 0;
    int declined = 0;
    int waiting = 0;
    double meanDaysToFirstSeen = 0; ///< of those seen
};

/// Referrals out. Nothing of a category that was not agreed leaves, unless a lawful reason is kept with it.
class Referrals {
public:
    Referrals(Records &records, People &people, CarePlans &plans, Stages &stages, Forms &forms, Agreements &agreements,
        Disclosures &disclosures, QByteArray vaultId);

    /// What the referral would say; keeps nothing. NotAgreed for a section outside the agreement and without a lawful
    /// reason, Invalid without a reason, a section or the person's name.
    Result<ReferralFacts> facts(const ReferralWish &wish) const;
    /// Keeps the draft with its number and makes the pages and the data.
    Result<PreparedReferral> prepare(const ReferralWish &wish, const DocumentRenderer &renderer);
    /// Writes exactly the prepared pages and data into the folder, when they still say what is agreed and on file; Conflict
    /// when something changed since. The referral, its lawful reason and the disclosure are kept before, in one commit.
    /// Invalid with `passphrase` when it is missing or easy to guess.
    Result<HandedOver> handOver(const PreparedReferral &prepared, const ReferralForm &form, const QString &folder);
    /// Both in one go, for the command line.
    Result<HandedOver> send(const ReferralWish &wish, const ReferralForm &form, const DocumentRenderer &renderer, const QString &folder);

    /// A word from either side. NotAllowedNow while it is a draft or was never handed over.
    Result<Kept<Referral>> follow(Id<Referral> referral, const ReferralStep &step);
    Result<QList<Kept<ReferralStep>>> stepsOf(Id<Referral> referral) const;
    Result<WaitingTime> waitingTime(Id<Agency> agency) const;

    /// Lawful reasons that a manager has not looked at, oldest first.
    Result<QList<Kept<LawfulReason>>> unreviewed() const;
    /// NotPermitted unless the role manages, or for one's own when there is another manager; Invalid without a note when
    /// it was not right, and when it was reviewed before.
    Result<Kept<LawfulReason>> review(const Kept<LawfulReason> &reason, LawfulReview view, const QString &note);

private:
    Result<ReferralFacts> gathered(const ReferralWish &wish, const AgreedScope &scope) const;
    /// What a lawful reason said when it left stays; once reviewed, the review stays too.
    Result<Violations> lawfulStays(const Row &row, qint64 self) const;
    Result<Kept<Referral>> keepDraft(const ReferralWish &wish);
    Result<QList<OutgoingFile>> filesOf(const PreparedReferral &prepared, const ReferralForm &form) const;
    Done keepSent(const PreparedReferral &prepared, HandedOver &result, Disclosure &about);
    Done checkUnchanged(const PreparedReferral &prepared) const;

    Records &m_records;
    People &m_people;
    CarePlans &m_plans;
    Stages &m_stages;
    Forms &m_forms;
    Agreements &m_agreements;
    Disclosures &m_disclosures;
    const QByteArray m_vaultId;
};

/// Days until an unanswered referral is asked after; house rule.
inline constexpr int kChaseDays = 14;
/// Hours within which a manager looks at what left without agreement (trust.md, "The law, as features").
inline constexpr int kReviewHours = 24;

} // namespace keywork
