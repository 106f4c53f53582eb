// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QStackedLayout;
QT_END_NAMESPACE

#include <set>

namespace keywork {

class Card;
class RecordEditor;
class RecordTable;
class ReferralView;
class ReferralWizard;

/// Agreements to share, referrals and what became of them, and what left.
class SharingPage : public Page {
    Q_OBJECT
public:
    SharingPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    void showRecord(const RecordRef &record) override;
    void showForm(const RecordRef &record, const QString &part) override;
    void openAgreement();
    void openReferral();
    /// A draft is carried on, any other referral is followed.
    void openReferral(const Kept<Referral> &referral);
    RecordEditor *editor() const { return m_editor; }
    ReferralWizard *wizard() const { return m_wizard; }
    ReferralView *referralView() const { return m_referralView; }

private:
    void buildLists();
    /// With an agency that is meant; `after` it was kept or left.
    void askForAgreement(Id<Agency> agency, const std::function<void()> &after);
    void askNow(Id<Agency> agency, Id<Referral> draft);
    void openWizard(const std::optional<Kept<Referral>> &draft);
    void reloadAgreements();
    void reloadPassphrases();
    void addAgreement(const Kept<SharingAgreement> &agreement, const QString &agency);
    void addWithdrawal(QLayout *line, const Kept<SharingAgreement> &agreement, const QString &agency);
    void printAgreement(const SharingAgreement &agreement, const std::set<Category> &ticked);
    void showWithdrawn(const Kept<SharingAgreement> &agreement, const QString &agency);
    void printWhoHasMyData();
    void completeLawfulReason(const KeptRow &row);
    void openPart(QWidget *part);
    void openLists();

    const Id<Person> m_person;
    QString m_called;
    QString m_number;
    QStackedLayout *m_stack = nullptr;
    Card *m_agreements = nullptr;
    Card *m_passphrases = nullptr;
    Card *m_lawful = nullptr;
    RecordTable *m_lawfulReasons = nullptr;
    RecordTable *m_referrals = nullptr;
    RecordTable *m_disclosures = nullptr;
    QWidget *m_part = nullptr; ///< what is open in place of the lists
    Id<SharingAgreement> m_asked; ///< whose withdrawal waits for a second press
    RecordEditor *m_editor = nullptr;
    ReferralWizard *m_wizard = nullptr;
    ReferralView *m_referralView = nullptr;
};

} // namespace keywork
