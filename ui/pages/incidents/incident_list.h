// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/incidents.h"
#include "core/services/services.h"
#include "ui/widgets/parts.h"

namespace keywork {

/// The lines at the left of the review: what waits, what is to be done, or all of late. Up and Down go through them.
class IncidentList : public Card {
    Q_OBJECT
public:
    enum class Shows { ToReview, OpenActions, All };
    explicit IncidentList(const Services &services, QWidget *parent = nullptr);

    /// Reads anew. The line of `chosen` is marked, when it is among them.
    void reload(Id<Incident> chosen);
    void show(Shows what, Id<Incident> chosen);
    Shows shown() const { return m_shows; }
    /// Of the first line; none when there is none.
    Id<Incident> first() const { return m_first; }
    bool holds(Id<Incident> incident) const;

Q_SIGNALS:
    void chosen(keywork::Id<keywork::Incident> incident);
    void shownChanged();

private:
    void addIncidents(const Result<QList<IncidentLine>> &lines, const QString &none);
    void addActions();
    void addLine(Id<Incident> incident, const QString &when, const QString &title, const QString &soft, const QString &chipText,
        const char *chipKind);
    void addTrouble(const Error &error);
    const Services m_services;
    Shows m_shows = Shows::ToReview;
    QPushButton *m_toReview = nullptr;
    QPushButton *m_actions = nullptr;
    QPushButton *m_all = nullptr;
    QVBoxLayout *m_lines = nullptr;
    Id<Incident> m_chosen;
    Id<Incident> m_first;
    QList<qint64> m_held;
};

} // namespace keywork
