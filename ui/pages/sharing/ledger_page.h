// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QScrollArea;
QT_END_NAMESPACE

namespace keywork {

class Card;
class RecordTable;

/// Everything with somebody's data that left, for the manager: what waits for review, and what a lost paper could show.
class LedgerPage : public Page {
    Q_OBJECT
public:
    LedgerPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    QLineEdit *fingerprint() const { return m_fingerprint; }
    RecordTable *table() const { return m_table; }
    /// Looks for a file that was found: reads its fingerprint, keeps nothing of it.
    void lookFor(const QString &path);

private:
    void reloadReviews();
    void addReview(const Kept<LawfulReason> &reason);
    void showMatches();
    RecordTable *m_table = nullptr;
    QLineEdit *m_fingerprint = nullptr;
    QLabel *m_found = nullptr;
    Card *m_reviews = nullptr;
    QScrollArea *m_reviewPlace = nullptr;
};

} // namespace keywork
