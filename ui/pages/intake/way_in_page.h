// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/intake.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QStackedLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;
class RecordEditor;
class ReferralInView;

/// A resident's way in: their referrals, the stay that is planned, the day they come, and what is still open after it. Three
/// fields take somebody in at night; the rest waits below.
class WayInPage : public Page {
    Q_OBJECT
public:
    WayInPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    void showRecord(const RecordRef &record) override;
    /// Day, time and room; null once they are here.
    RecordEditor *arriving() const { return m_arriving; }
    /// Everything about the stay, with the steps of the way in and the conditions; null before a stay is planned.
    RecordEditor *stay() const { return m_stay; }
    ReferralInView *referral() const { return m_referral; }

private:
    bool isTyping() const;
    void build();
    void addReferrals(QVBoxLayout *layout);
    void addPlan(QVBoxLayout *layout);
    void addReturn(QVBoxLayout *layout, const Arrival &arrival);
    void addArriving(QVBoxLayout *layout, const Arrival &arrival);
    void addSteps(QVBoxLayout *layout, const Arrival &arrival);
    void addStay(QVBoxLayout *layout, const Arrival &arrival);
    void addOpen(QVBoxLayout *layout, const Arrival &arrival);
    void addPapers(QVBoxLayout *layout, bool hasStay);
    void openReferral(Id<ReferralIn> referral);
    void closeReferral();
    Done arrive(const Kept<Stay> &planned, const Row &row);
    const Id<Person> m_person;
    QStackedLayout *m_stack = nullptr;
    QWidget *m_overview = nullptr;
    RecordEditor *m_arriving = nullptr;
    RecordEditor *m_stay = nullptr;
    ReferralInView *m_referral = nullptr;
};

} // namespace keywork
