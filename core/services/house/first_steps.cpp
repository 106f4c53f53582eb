// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/first_steps.h"

#include "core/domain/agency.h"
#include "core/domain/room.h"
#include "core/services/house/accounts.h"
#include "core/services/keeping/backups.h"
#include "core/services/records/records.h"
#include "core/services/sharing/agreements.h"
#include "core/storage/history.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kMostEntries = 2000; // of putting steps away and bringing them back, ever
const QString kStepEntries = u"first_step"_s; // no table: what the entries are about

/// Whether the kind has a record at all.
template <class T> Result<bool> isAnyOnFile(const Records &records)
{
    const auto rows = records.list(recordType<T>(), {.limit = 1});
    return rows ? Result<bool>(!rows->isEmpty()) : rows.error();
}

} // namespace

FirstSteps::FirstSteps(Records &records, const Agreements &agreements, const Backups &backups, const Accounts &accounts)
    : m_records(records)
    , m_agreements(agreements)
    , m_backups(backups)
    , m_accounts(accounts)
{
}

Result<bool> FirstSteps::somebodyElseSignsIn() const
{
    const auto team = m_records.all<Staff>();
    if (!team)
        return team.error();
    return std::any_of(team->cbegin(), team->cend(),
        [this](const Kept<Staff> &member) { return member.id != m_records.session().staff() && m_accounts.maySignIn(member.value); });
}

Result<bool> FirstSteps::isDone(FirstStep step) const
{
    switch (step) {
    case FirstStep::Rooms:
        return isAnyOnFile<Room>(m_records);
    case FirstStep::Team:
        return somebodyElseSignsIn();
    case FirstStep::Agencies:
        return isAnyOnFile<Agency>(m_records);
    case FirstStep::SecondPlace:
        return m_backups.hasSecondPlace();
    case FirstStep::Wording: {
        const auto wording = m_agreements.wording();
        return wording ? Result<bool>(wording->versionNumber > 0) : wording.error();
    }
    case FirstStep::RecoveryKey: // typed back when the file was made; where the paper lies only somebody can say
    case FirstStep::Demonstration:
        break;
    }
    return false;
}

Result<QList<FirstStep>> FirstSteps::putAwayOnes() const
{
    const auto entries = readHistory(m_records.database(),
        {.kind = kStepEntries, .limit = kMostEntries, .actions = {HistoryAction::FirstStepPutAway, HistoryAction::FirstStepBroughtBack}});
    if (!entries)
        return entries.error();
    QList<FirstStep> steps;
    QList<FirstStep> known;
    for (const HistoryEntry &entry : *entries) { // the newest first: the last word about a step holds
        const auto step = fromCode<FirstStep>(entry.changes.value(u"step"_s).toString());
        if (!step || known.contains(*step))
            continue;
        known.append(*step);
        if (entry.action == HistoryAction::FirstStepPutAway)
            steps.append(*step);
    }
    return steps;
}

Result<QList<FirstStepNow>> FirstSteps::all() const
{
    if (!m_records.session().manages())
        return QList<FirstStepNow>();
    const auto away = putAwayOnes();
    if (!away)
        return away.error();
    QList<FirstStepNow> steps;
    for (const FirstStep step : allOf<FirstStep>()) {
        const auto done = isDone(step);
        if (!done)
            return done.error();
        steps.append({step, *done, away->contains(step)});
    }
    return steps;
}

Done FirstSteps::putAway(const QList<FirstStep> &steps)
{
    if (Done manages = m_records.session().checkManages(); !manages)
        return manages;
    const auto away = putAwayOnes();
    if (!away)
        return away.error();
    QList<FirstStep> fresh = steps;
    fresh.removeIf([&away](FirstStep step) { return away->contains(step); });
    return note(HistoryAction::FirstStepPutAway, fresh);
}

Done FirstSteps::bringBack()
{
    if (Done manages = m_records.session().checkManages(); !manages)
        return manages;
    const auto away = putAwayOnes();
    return away ? note(HistoryAction::FirstStepBroughtBack, *away) : Done(away.error());
}

bool FirstSteps::mayBringBack() const
{
    const auto steps = all(); // none for whoever does not manage
    return steps && std::any_of(steps->cbegin(), steps->cend(), [](const FirstStepNow &now) { return now.isPutAway && !now.isDone; });
}

Done FirstSteps::note(HistoryAction action, const QList<FirstStep> &steps)
{
    return m_records.together([&]() -> Done {
        for (const FirstStep step : steps) {
            if (Done noted = m_records.note(action, kStepEntries, 0, 0, {{u"step"_s, QString::fromLatin1(codeOf(step))}}); !noted)
                return noted;
            m_records.announce({kStepEntries, 0, 0});
        }
        return {};
    });
}

} // namespace keywork
