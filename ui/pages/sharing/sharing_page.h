// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/pages/sharing/category_ticks.h"

#include <QTimer>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;
class PageView;
class RecordEditor;
class RecordTable;

/// Agreements to share, referrals, and what left.
class SharingPage : public Page {
    Q_OBJECT
public:
    SharingPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    ~SharingPage() override;
    void reload() override;
    void openAgreement();
    void openReferral();
    /// The whole way of "Hand over as PDF" without the dialog.
    Done handOver(const QString &folder);
    RecordEditor *editor() const { return m_editor; }
    CategoryTicks *ticks() const { return m_ticks; }
    QComboBox *agencyBox() const { return m_agency; }
    QPlainTextEdit *reasonEdit() const { return m_reason; }

private:
    QString referralDraft() const;
    void keepReferralDraft();
    void buildLists();
    void buildReferral();
    void reloadAgreements();
    void referralChanged();
    void chooseFolder();
    void backToLists();
    const Id<Person> m_person;
    QString m_called;
    QTimer m_draftTimer;
    QStackedLayout *m_stack = nullptr;
    Card *m_agreements = nullptr;
    RecordTable *m_referrals = nullptr;
    RecordTable *m_disclosures = nullptr;
    QWidget *m_editorPlace = nullptr;
    QWidget *m_referral = nullptr;
    RecordEditor *m_editor = nullptr;
    CategoryTicks *m_ticks = nullptr;
    QComboBox *m_agency = nullptr;
    QPlainTextEdit *m_reason = nullptr;
    QLabel *m_basis = nullptr;
    QLabel *m_message = nullptr;
    PageView *m_preview = nullptr;
    QPushButton *m_handOver = nullptr;
};

} // namespace keywork
