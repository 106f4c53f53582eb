// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/assessment.h"
#include "core/exchange/referral_facts.h"
#include "core/services/care/care_plans.h"
#include "core/services/care/stages.h"

namespace keywork {

class Forms;
class Records;

/// Takes out of the records what may leave, and nothing else: the one place that decides it for paper and data alike.
class ReferralGathering {
public:
    ReferralGathering(Records &records, CarePlans &plans, Stages &stages, Forms &forms)
        : m_records(records)
        , m_plans(plans)
        , m_stages(stages)
        , m_forms(forms)
    {
    }
    /// The wanted sections in their order. `agreed` are marked so, the others leave on a lawful reason.
    Result<QList<SharedSection>> sections(
        const Kept<Person> &person, const std::set<Category> &wanted, const std::set<Category> &agreed) const;

private:
    Result<QList<KeptRow>> rowsOf(const RecordType &type, const Field &theirs, Id<Person> person) const;
    Done addDay(const RecordType &type, const KeptRow &part, SharedRecord &record) const;
    Done addRecords(
        const Kept<Person> &person, const std::set<Category> &wanted, const std::set<Category> &agreed, SharedSection &section) const;
    Done addPlan(
        const Kept<Person> &person, const std::set<Category> &wanted, const std::set<Category> &agreed, SharedSection &section) const;
    Done addAssessments(const Kept<Person> &person, const std::set<Category> &wanted, SharedSection &section) const;
    Result<SharedAssessment> answersOf(const Kept<Assessment> &assessment, const std::set<Category> &wanted, Category category) const;
    Result<bool> mayLeave(const Row &row, const std::set<Category> &wanted) const;
    QString textOf(const Row &row, const Field &field) const;
    SharedRecord shared(const RecordType &type, qint64 id, const Row &row, Category category) const;

    Records &m_records;
    CarePlans &m_plans;
    Stages &m_stages;
    Forms &m_forms;
};

} // namespace keywork
