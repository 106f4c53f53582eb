// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/treatment_cover.h"
#include "ui/pages/house/records_page.h"

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;
class CustodyCard;
class DoseStepsView;
class EpisodeCard;
class GapCard;

/// A resident's treatment: what can't wait, each course of prescriptions day by day, the service they go to, the steps of the
/// dose, what was handed in here; below that the lists that all of it follows from.
class TreatmentPage : public KindsPage {
    Q_OBJECT
public:
    TreatmentPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    bool concerns(const QList<Change> &changes) const override;
    void showRecord(const RecordRef &record) override;

private:
    QWidget *buildCards();
    QLayout *buildPrints();
    void readAnew();
    void showCourses(const PersonTreatment &treatment);
    void showSteps(const PersonTreatment &treatment);
    void keep(qint64 script, QDate dueOn, CollectionOutcome outcome, QDate collectedOn);
    void recordArranged(qint64 script);
    const Id<Person> m_person;
    QWidget *m_cards = nullptr; ///< all above the lists; a form has the whole room
    QLabel *m_problem = nullptr;
    GapCard *m_gap = nullptr;
    QVBoxLayout *m_courses = nullptr;
    EpisodeCard *m_episode = nullptr;
    Card *m_titration = nullptr;
    DoseStepsView *m_steps = nullptr;
    QLabel *m_stepWords = nullptr;
    CustodyCard *m_custody = nullptr;
    QStringList m_keysTo; ///< names of what takes the keys once a press was kept
};

} // namespace keywork
