// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/assessments.h"
#include "ui/pages/page.h"
#include "ui/widgets/parts.h"

namespace keywork {

/// What the answers of an assessment tell: needs and areas of the plan, with one press from each to a goal in the draft plan.
class NeedsPart : public Card {
    Q_OBJECT
public:
    /// SoFar: of a half-done one; shown only once something was found.
    enum class Stage { SoFar, Finished };
    NeedsPart(const Kept<Assessment> &assessment, Stage stage, const Services &services, const Navigator &navigator);
    void reload();

Q_SIGNALS:
    void goalMade();

private:
    void addNeed(const NeedFound &need);
    void makeGoal(const NeedFound &need);
    QString called(const NeedFound &need) const;
    const Id<Assessment> m_id;
    const Id<Person> m_person;
    const Stage m_stage;
    const Services m_services;
    const Navigator m_navigator;
};

} // namespace keywork
