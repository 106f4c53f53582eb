// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/treatment_cover.h"
#include "ui/pages/page.h"
#include "ui/text/treatment_days.h"
#include "ui/widgets/parts.h"

namespace keywork {

class DayStripView;

/// One course of prescriptions: what is prescribed, where it is collected, two weeks back and two ahead day by day, and what
/// became of today's collection in one press. What was pressed is said, and can be put right.
class CourseCard : public Card {
    Q_OBJECT
public:
    CourseCard(const PersonTreatment &treatment, const TreatmentCourse &course, const Services &services, QWidget *parent = nullptr);
    DayStripView *strip() const { return m_strip; }
    /// What the names of its controls end in.
    const QString &name() const { return m_name; }

Q_SIGNALS:
    void said(qint64 script, QDate dueOn, keywork::CollectionOutcome outcome, QDate collectedOn);
    void recordWanted(const keywork::RecordRef &record);

private:
    void addTitle(const PersonTreatment &treatment, const TreatmentCourse &course);
    void addOthers(const PersonTreatment &treatment, const TreatmentCourse &course);
    void addStrip(const PersonTreatment &treatment, const TreatmentCourse &course);
    void addLegend(const QList<StripState> &states, QLayout *line);
    void addPresses(const PersonTreatment &treatment, const TreatmentCourse &course, QLayout *line);
    void addPress(QLayout *line, const QString &words, const QString &name, std::function<void()> press);
    void addDoses(const PersonTreatment &treatment);
    void openDay(const PersonTreatment &treatment, const TreatmentCourse &course, QDate day);
    RecordRef collectionRecord(qint64 script, QDate due, qint64 known) const;
    void addWords(const QList<CollectionWord> &said);
    const Services m_services;
    const QString m_name; ///< ends the names of its controls: one course is told apart from another
    DayStripView *m_strip = nullptr;
};

} // namespace keywork
