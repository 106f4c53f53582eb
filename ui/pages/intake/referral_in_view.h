// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/referral_in.h"
#include "ui/pages/page.h"

#include <QPointer>

namespace keywork {

class Card;
class OnFileAlready;
class RecordEditor;

/// One referral to us: what is known of it, the criteria, the decision, and who it is about.
class ReferralInView : public QWidget {
    Q_OBJECT
public:
    ReferralInView(const Kept<ReferralIn> &referral, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    RecordEditor *editor() const { return m_editor; }
    Id<ReferralIn> referral() const { return m_referral.id; }
    /// Somebody reads it who came by file: the form of their record.
    void beginRecord();

Q_SIGNALS:
    void saved();
    void cancelled();

private:
    QWidget *makeForm();
    void addPerson(Card *card);
    void addLetter(Card *card);
    void addWritten(Card *card, const QString &title, const QString &text);
    QString standing() const;
    Done save(const Row &row, const QList<CriterionAnswer> &answers);
    const Kept<ReferralIn> m_referral;
    const Services m_services;
    const Navigator m_navigator;
    RecordEditor *m_editor = nullptr;
    Card *m_who = nullptr;
    QPointer<OnFileAlready> m_onFile; ///< while somebody is taken on file
};

} // namespace keywork
