// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/rules/incident_review.h"

namespace keywork {

class Records;

/// An incident in a list, and how far it is.
struct IncidentLine {
    Kept<Incident> incident;
    IncidentState state = IncidentState::Open;
};

/// An incident with everything that hangs on it, as whoever asks may see it.
struct WholeIncident {
    Kept<Incident> incident;
    QList<Kept<IncidentPerson>> people;
    QList<Kept<ServiceCalled>> services;
    QList<Kept<FoundItem>> found;
    QList<Kept<IncidentTold>> told;
    std::optional<Kept<IncidentReview>> review;
    QList<Kept<IncidentAction>> actions;
    QList<Kept<IncidentQuestion>> questions;
    QList<Kept<DeathStep>> deathSteps;
    QList<IncidentGap> gaps;
    IncidentState state = IncidentState::Open;
};

/// The numbers above the list.
struct IncidentNumbers {
    qint64 toReview = 0;
    qint64 openActions = 0;
    qint64 thisMonth = 0;
    qint64 nearMisses = 0; ///< of this month
};

/// Incidents and their review. What it checks holds whatever screen a record comes from: one review of each incident, never
/// alone by somebody who was part of it when another manager is there; a step after a death is said once.
class Incidents {
public:
    explicit Incidents(Records &records);

    /// Those without a finished review, the latest first.
    Result<QList<IncidentLine>> toReview() const;
    /// The latest of all, at most so many.
    Result<QList<IncidentLine>> latest(int atMost) const;
    Result<WholeIncident> whole(Id<Incident> id) const;
    /// What is to be done after incidents, the first due first.
    Result<QList<Kept<IncidentAction>>> openActions() const;
    Result<IncidentNumbers> numbers() const;
    /// How many wait for a review; none for whoever does not review.
    qint64 waiting() const;
    /// Whether whoever is signed in reviews incidents.
    bool mayReview() const;

    /// Keeps the review as far as it is.
    Result<Kept<IncidentReview>> keep(Id<Incident> id, const IncidentReview &review);
    /// Keeps and finishes it, by whoever is signed in, today. Invalid with what is missing, or with the name of a second
    /// manager when whoever finishes it was part of the incident.
    Result<Kept<IncidentReview>> finish(Id<Incident> id, const IncidentReview &review);

private:
    Result<QList<IncidentLine>> linesOf(const QList<KeptRow> &rows) const;
    Result<std::optional<Kept<IncidentReview>>> reviewOf(Id<Incident> id) const;
    Result<Violations> reviewProblems(const Row &row, qint64 self) const;
    Result<Violations> stepProblems(const Row &row, qint64 self) const;
    Result<Violations> bagProblems(const Row &row, qint64 self) const;
    void completeMonth(Row &row, const std::optional<Row> &before) const;
    Records &m_records;
};

} // namespace keywork
