// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/open_hostel.h"
#include "core/services/keeping/retention.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;

/// How long records are kept, what is due, and their end by two people.
class RetentionPage : public Page {
    Q_OBJECT
public:
    RetentionPage(OpenHostel &hostel, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;

private:
    void showRules();
    void showDue();
    void showWaiting();
    QString nameOf(const Erasure &erasure) const;
    QString memberName(qint64 staff) const;
    void showDone();
    void buildWish();
    void lookUp();
    QString sayMatches(const QString &typed);
    void propose(const DueRecord &record, ErasureWhy why);
    void approve(const Kept<Erasure> &erasure);
    void compact();
    void tell(const Done &done, const QString &good);
    OpenHostel &m_hostel;
    Card *m_rules = nullptr;
    Card *m_due = nullptr;
    Card *m_waiting = nullptr;
    Card *m_done = nullptr;
    Card *m_wish = nullptr;
    QLineEdit *m_number = nullptr;
    QComboBox *m_why = nullptr;
    QLabel *m_named = nullptr;
    QVBoxLayout *m_matches = nullptr;
    QPushButton *m_propose = nullptr;
    std::optional<DueRecord> m_wished;
};

} // namespace keywork
