// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/assessments.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace keywork {

class Card;

/// A finished assessment: what it tells us, with one press from a need to a goal in the draft plan; what has changed since
/// the one before, answer by answer; and every answer.
class AssessmentView : public QWidget {
    Q_OBJECT
public:
    AssessmentView(Id<Assessment> id, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload();
    Id<Assessment> assessment() const { return m_id; }

Q_SIGNALS:
    void closed();
    void correctionWanted();

private:
    QLayout *buildTitle(const FilledForm &filled);
    void addNeeds(const Kept<Assessment> &assessment);
    void addChanges();
    void addAnswers(const FilledForm &filled);
    void withdraw();
    const Id<Assessment> m_id;
    const Services m_services;
    const Navigator m_navigator;
    QVBoxLayout *m_layout = nullptr;
    QLineEdit *m_withdrawal = nullptr; ///< once it was asked for
};

} // namespace keywork
