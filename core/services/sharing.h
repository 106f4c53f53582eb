// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/sharing.h"
#include "core/services/care_plans.h"
#include "core/services/durable_file.h"
#include "core/services/stages.h"

#include <set>

namespace keywork {

/// What a resident agreed to for one agency, today.
struct AgreedScope {
    std::optional<Kept<SharingAgreement>> agreement; ///< none: nothing was ever recorded
    std::set<Category> categories; ///< empty unless the agreement holds today
};

/// A document's content, free of layout: sections of labelled lines and of tables.
struct ReferralSection {
    Category category = Category::Identity;
    QList<std::pair<QString, QString>> lines; ///< label (marked for translation), value
    QStringList columns; ///< labels of a table, may be empty
    QList<QStringList> rows;
    QString note; ///< a code of ui/text, may be empty
};

struct ReferralContent {
    QString number; ///< empty in a preview
    QString hostel, hostelAddress, hostelTelephone;
    QString agency;
    QString person;
    QString pronouns;
    QString born;
    QString preparedBy;
    QDate preparedOn;
    QString reason;
    QString basis; ///< ISO days: "from|until"
    QList<ReferralSection> sections;
};

/// Turns content into the bytes that leave; the program gives the PDF renderer, core draws nothing.
class DocumentRenderer {
public:
    virtual ~DocumentRenderer() = default;
    virtual QByteArray referralPdf(const ReferralContent &content) const = 0;
};

/// What was handed over.
struct HandedOver {
    Kept<Referral> referral;
    Kept<Disclosure> disclosure;
    QByteArray bytes;
};

/// Agreements and referrals. Nothing of a category that was not agreed leaves; each exit is kept before it happens.
class Sharing {
public:
    Sharing(Records &records, People &people, CarePlans &plans, Stages &stages)
        : m_records(records)
        , m_people(people)
        , m_plans(plans)
        , m_stages(stages)
    {
    }

    /// Categories a referral can carry now: those with records behind them.
    static const std::vector<Category> &offered();

    Result<Kept<SharingAgreement>> record(const SharingAgreement &agreement, const std::set<Category> &categories);
    /// From this moment sharing is refused.
    Done withdraw(const Kept<SharingAgreement> &agreement, const QString &reason);
    Result<AgreedScope> scope(Id<Person> person, Id<Agency> agency, QDate on) const;

    /// NotAgreed when a section is outside the agreement, Invalid without a reason or a section.
    Result<ReferralContent> content(Id<Person> person, Id<Agency> agency, const QString &reason, const std::set<Category> &sections) const;
    /// Renders in memory, keeps referral and disclosure with the file's fingerprint in one commit, then writes the file
    /// durably. When the file can't be written, the disclosure says that nothing left and the error is returned.
    Result<HandedOver> handOver(Id<Person> person, Id<Agency> agency, const QString &reason, const std::set<Category> &sections,
        const DocumentRenderer &renderer, const QString &folder);

    /// A print for the resident or a crew: kept before it happens, like a referral.
    Result<Kept<Disclosure>> notePrint(
        Id<Person> person, DisclosureKind kind, const QString &recipient, const QByteArray &bytes, const QString &sections);
    Done didNotLeave(const Kept<Disclosure> &disclosure);

private:
    Result<QList<ReferralSection>> sectionsOf(const Kept<Person> &person, const std::set<Category> &sections) const;
    Done addPersonFields(const Kept<Person> &person, ReferralSection &section) const;
    Done addRecords(const Kept<Person> &person, ReferralSection &section) const;
    Done addPlan(const Kept<Person> &person, ReferralSection &section) const;
    Done addStages(const Kept<Person> &person, ReferralSection &section) const;

    Records &m_records;
    People &m_people;
    CarePlans &m_plans;
    Stages &m_stages;
};

} // namespace keywork
