// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/fhir_parts.h"

namespace keywork::fhir {

/// One resource of the bundle under its identifier.
struct Resource {
    QString uuid;
    QJsonObject body;
};

/// Makes a resource of each thing that leaves, by the table of exchange.md.
class Resources {
public:
    explicit Resources(const ReferralFacts &facts)
        : m_facts(facts)
    {
    }

    Resource patient() const;
    Resource practitioner(const Party &party) const;
    Resource organization(const QString &kind, const Party &party) const;
    Resource serviceRequest() const;
    Resource consent() const;
    /// The general practice, when health leaves and names one.
    std::optional<Resource> generalPractice() const;
    /// The resources of one section, in its order.
    QList<Resource> of(const SharedSection &section) const;

    QString patientId() const { return uuid(m_facts, QStringLiteral("person"), m_facts.personId); }
    QString hostelId() const { return uuid(m_facts, QStringLiteral("house"), m_facts.hostel.id); }
    QString authorId() const { return uuid(m_facts, QStringLiteral("staff"), m_facts.author.id); }
    QString agencyId() const { return uuid(m_facts, QStringLiteral("agency"), m_facts.agency.id); }
    const ReferralFacts &facts() const { return m_facts; }
    /// A resource's first elements.
    QJsonObject begin(const QString &type, const QString &id, bool aboutPatient = true) const;

private:
    QJsonArray names(const SharedRecord &person) const;
    QJsonArray contacts() const;
    QList<Resource> answers(const SharedRecord &record) const;
    Resource observation(const SharedRecord &record, const Field &field) const; ///< without its value
    Resource answer(const SharedRecord &record, const SharedValue &value) const;
    Resource noAnswer(const SharedRecord &record, const SharedUnanswered &question) const;
    QList<Resource> medicines(const SharedRecord &person) const;
    QList<Resource> doses() const;
    Resource stage(const Kept<StageEntry> &entry, bool withHousing) const;
    Resource questionnaire(const SharedAssessment &assessment, Category category) const;
    QList<Resource> plan(const SharedPlan &plan) const;
    Resource goal(const SharedPlan &plan, const QString &area, const PlanSnapshot::Goal &goal) const;

    const ReferralFacts &m_facts;
};

/// What goes wherever a dose goes (domain.md, "Treatment and medicine"), in the language of the data.
QStringList doseSentences(const ReferralFacts &facts);

} // namespace keywork::fhir
