// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/incidents.h"
#include "core/services/services.h"
#include "ui/widgets/parts.h"

namespace keywork {

class RecordEditor;

/// The review of an incident: what was learned, what will change and who sees to it. Whoever does not review reads it, and
/// what is asked and to be done all the same.
class IncidentReviewCard : public Card {
    Q_OBJECT
public:
    IncidentReviewCard(const WholeIncident &whole, const Services &services, QWidget *parent = nullptr);
    /// Actions and questions anew; the form of the review stays as it is.
    void showFollowing(const WholeIncident &whole);
    /// Null where the review is only read.
    RecordEditor *editor() const { return m_editor; }
    Id<Incident> incident() const { return m_incident; }
    bool isFinished() const { return m_isFinished; }

Q_SIGNALS:
    void finished();
    void left(); ///< the form of the review was cancelled
    void actionWanted(qint64 action); ///< 0: a new one
    void actionDone(qint64 action);
    void questionWanted(qint64 question); ///< 0: a new one

private:
    void addEditor(const WholeIncident &whole, QWidget *following);
    void addReading(const IncidentReview &review);
    void addActions(const WholeIncident &whole);
    void addQuestions(const WholeIncident &whole);
    void addButtons();
    const Services m_services;
    const Id<Incident> m_incident;
    bool m_isFinished = false;
    RecordEditor *m_editor = nullptr;
    QVBoxLayout *m_following = nullptr;
};

} // namespace keywork
