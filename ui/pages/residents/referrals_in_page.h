// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/referral_in.h"
#include "core/exchange/incoming_referral.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QStackedLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;
class RecordTable;

/// Referrals that came in as files: opened, read, kept, decided on.
class ReferralsInPage : public Page {
    Q_OBJECT
public:
    ReferralsInPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
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
    void addContent(Card *card, const QString &title, const QString &text);
    void openPart(QWidget *part);
    void openList();
    QStackedLayout *m_stack = nullptr;
    RecordTable *m_table = nullptr;
    QLabel *m_message = nullptr;
    QWidget *m_part = nullptr;
    std::optional<IncomingReferral> m_incoming;
};

} // namespace keywork
