// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/draft_place.h"
#include "core/services/services.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/referrals.h"
#include "ui/pages/page.h"
#include "ui/pages/sharing/category_ticks.h"
#include "ui/pages/sharing/lawful_part.h"
#include "ui/pages/sharing/leaving_part.h"

#include <QTimer>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;
class PageView;

/// A referral in four steps: to whom, why, what to share, check and send. What is typed is kept as a draft all the while.
class ReferralWizard : public QWidget {
    Q_OBJECT
public:
    /// With a draft: carries it on, at what to share.
    ReferralWizard(Id<Person> person, const std::optional<Kept<Referral>> &draft, const Services &services, const Navigator &navigator,
        QWidget *parent = nullptr);
    ~ReferralWizard() override;

    void next();
    void back();
    int step() const { return m_step; }
    /// The whole way of "Hand over…" without the dialog; from the last step only.
    Done handOver(const QString &folder);
    void keepDraft();
    /// On with what was typed before, at what to share.
    void goOn() { show(What); }
    /// Puts the keyboard where the step begins.
    void focusStep();

    QPlainTextEdit *reasonEdit() const { return m_reason; }
    CategoryTicks *ticks() const { return m_ticks; }
    LawfulPart *lawful() const { return m_lawful; }
    LeavingPart *leaving() const { return m_leaving; }
    const std::optional<PreparedReferral> &prepared() const { return m_prepared; }

Q_SIGNALS:
    void left(); ///< cancelled, or closed after handing over
    /// They are asked now whether it may be shared; what was typed waits, and the wizard goes on with it (goOn).
    void agreementWanted(keywork::Id<keywork::Agency> agency, keywork::Id<keywork::Referral> draft);

private:
    enum Step { Whom, Why, What, Send, HandedOverPage };
    void buildTop(QVBoxLayout *layout);
    QWidget *buildWhom();
    QWidget *buildWhy();
    QWidget *buildWhat();
    QWidget *buildSend();
    void fillAgencies();
    /// False when the agency that was chosen is no longer on file.
    bool restore(const std::optional<Kept<Referral>> &referral);
    void show(int step);
    void agencyChanged();
    void whatChanged();
    void shareLawfully();
    void prepare();
    void chooseFolder();
    void showHandedOver(const HandedOver &sent, const ReferralForm &form);
    void say(const QString &sentence);
    QWidget *besidePreview(QVBoxLayout *left, PageView **preview);
    ReferralWish wish() const;
    AgreedScope scope() const;

    const Id<Person> m_person;
    const Services m_services;
    const Navigator m_navigator;
    QString m_called;
    DraftPlace m_place; ///< of what was typed
    int m_step = 0;
    Id<Referral> m_draft;
    std::optional<PreparedReferral> m_prepared;
    QTimer m_draftTimer;
    QLabel *m_title = nullptr;
    QLabel *m_message = nullptr;
    QList<QLabel *> m_chips;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QStackedWidget *m_steps = nullptr;
    QComboBox *m_agency = nullptr;
    Card *m_agencyFacts = nullptr;
    QPlainTextEdit *m_reason = nullptr;
    Card *m_consent = nullptr;
    QPushButton *m_askNow = nullptr; ///< whether it may be shared
    QLabel *m_basis = nullptr;
    CategoryTicks *m_ticks = nullptr;
    QPushButton *m_lawfulLink = nullptr;
    QLabel *m_lawfulHint = nullptr;
    LawfulPart *m_lawful = nullptr;
    LeavingPart *m_leaving = nullptr;
    PageView *m_preview = nullptr; ///< while sections are ticked
    PageView *m_pages = nullptr; ///< as prepared: what leaves
    QVBoxLayout *m_handedOver = nullptr;
    QLabel *m_fingerprint = nullptr;
};

/// A passphrase that is still to be told waits, encrypted in the file, with the member of staff who sent it.
Done keepPassphrase(const Services &services, Id<Person> person, const QString &number, const QString &passphrase);
/// Number of the referral → passphrase.
QJsonObject waitingPassphrases(const Services &services, Id<Person> person);
Done forgetPassphrases(const Services &services, Id<Person> person);

} // namespace keywork
