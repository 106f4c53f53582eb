// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/risk.h"
#include "core/rules/overdose_facts.h"

namespace keywork {

class Records;

/// A house rule that lists less than ours, and who set it.
struct LooserRule {
    OverdoseRule rule;
    QString setBy;
    QDate setOn;
};

/// What the card shows: the facts, and what a worker said of them.
struct OverdosePicture {
    OverdoseReading reading = {};
    std::optional<Kept<OverdoseLevel>> level = {}; ///< the latest; none: nobody recorded one yet
    QList<LooserRule> looser = {};
    bool isPartial = false; ///< some of what is on file may not be read by whoever is signed in
    /// What may not be read holds a fact today; nothing more of it is known here.
    enum class Unread { None, Fact, CountsAlone } unread = Unread::None;

    /// Facts that count alone and were not there when the level was recorded.
    QList<OverdoseFact> newlyHigh() const { return reading.newlyHigh(level ? level->value.marks : QString()); }
};

/// Risks with the approval of high ones, and the facts of overdose risk with the level that workers record.
class Risks {
public:
    /// Adds what the program says of a risk or a level itself, and what looks at other records, to every way of saving one.
    explicit Risks(Records &records);

    /// NotFound, NeedToKnow, NotPermitted for whoever may not read about risk.
    Result<OverdosePicture> overdose(Id<Person> person) const;
    /// A manager has looked at a high risk as it stands. NotAllowedNow when there is nothing to approve; NotPermitted.
    Result<Kept<Risk>> approve(Id<Risk> risk);

private:
    void completeLevel(Row &row) const;
    void completeRisk(Row &row, const std::optional<Row> &before) const;
    Result<QList<LooserRule>> looserRules() const;
    Records &m_records;
};

/// The plan that counts: the latest day, of one day the last one written.
std::optional<Kept<SafetyPlan>> latestPlan(const QList<Kept<SafetyPlan>> &plans);

} // namespace keywork
