// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/referral_in.h"
#include "core/exchange/incoming_referral.h"
#include "core/record/sql.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;
class NewReferral;
class RecordTable;
class ReferralInView;

/// Referrals to us as a list to work from, the longest waiting first: taken down here, or opened as files of other houses.
class ReferralsInPage : public Page {
    Q_OBJECT
public:
    /// Which of them the list shows.
    enum class Group { Open, Mine, Waiting, Closed, All };
    /// `person`: who on file is referred anew, once a new one is asked for.
    ReferralsInPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    void showGroup(Group group);
    void openNew(Id<Person> person = {});
    NewReferral *newReferral() const { return m_new; }
    ReferralInView *referral() const { return m_view; }
    RecordTable *table() const { return m_table; }
    void showRecord(const RecordRef &record) override;
    /// The way of "Open a file…" without the dialog.
    void openFile(const QString &path, const QString &passphrase = {});
    void keep();
    const std::optional<IncomingReferral> &incoming() const { return m_incoming; }

private:
    void chooseFile();
    QString refusal(const Error &error) const;
    void askForPassphrase(const QString &path, const QString &sentence);
    void showIncoming();
    void showKept(const Kept<ReferralIn> &referral);
    void showNew(Id<Person> person, const Row &start);
    ListRequest request() const;
    void addContent(Card *card, const QString &title, const QString &text);
    void openPart(QWidget *part);
    void openList();
    QStackedLayout *m_stack = nullptr;
    RecordTable *m_table = nullptr;
    QLabel *m_message = nullptr;
    QWidget *m_part = nullptr;
    NewReferral *m_new = nullptr;
    ReferralInView *m_view = nullptr;
    const Id<Person> m_person;
    Group m_group = Group::Open;
    QList<QPushButton *> m_pills;
    std::optional<IncomingReferral> m_incoming;
};

} // namespace keywork
