// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/history_action.h"
#include "core/record/choice_list.h"

#include <QList>

namespace keywork {

class Accounts;
class Agreements;
class Backups;
class Records;

/// What a new hostel needs before its first resident, in the order in which it is done.
enum class FirstStep { Rooms, Team, Agencies, SecondPlace, RecoveryKey, Wording, Demonstration };

template <> struct Codes<FirstStep> {
    static constexpr const char *list = "first_step";
    static constexpr std::array options{
        FixedOption{"rooms", QT_TRANSLATE_NOOP("record", "The rooms")},
        FixedOption{"team", QT_TRANSLATE_NOOP("record", "The team")},
        FixedOption{"agencies", QT_TRANSLATE_NOOP("record", "The agencies you work with")},
        FixedOption{"second_place", QT_TRANSLATE_NOOP("record", "A second place for backups")},
        FixedOption{"recovery_key", QT_TRANSLATE_NOOP("record", "The recovery key, locked away")},
        FixedOption{"wording", QT_TRANSLATE_NOOP("record", "The wording of the agreement to share")},
        FixedOption{"demonstration", QT_TRANSLATE_NOOP("record", "Try it with the demonstration")},
    };
};

/// How far a step is: `isDone` is read from the file, `isPutAway` was said by a manager.
struct FirstStepNow {
    FirstStep step = FirstStep::Rooms;
    bool isDone = false;
    bool isPutAway = false;
    bool operator==(const FirstStepNow &) const = default;
};

/// The first hour of a new hostel. Nothing is kept but what a manager put away, as an entry of the history: what the
/// program can't know (where the paper with the key lies) is done when somebody says so, and that is on file then.
class FirstSteps {
public:
    FirstSteps(Records &records, const Agreements &agreements, const Backups &backups, const Accounts &accounts);

    /// All of them, for managers; nothing for everybody else.
    Result<QList<FirstStepNow>> all() const;
    /// NotPermitted, ReadOnly. One that was put away already costs no entry.
    Done putAway(const QList<FirstStep> &steps);
    /// All that were put away stand on Today again, as far as they are not done. NotPermitted, ReadOnly.
    Done bringBack();
    /// Whether whoever is signed in could bring one back that is not done.
    bool mayBringBack() const;

private:
    Result<bool> isDone(FirstStep step) const;
    Result<bool> somebodyElseSignsIn() const;
    Result<QList<FirstStep>> putAwayOnes() const;
    Done note(HistoryAction action, const QList<FirstStep> &steps);
    Records &m_records;
    const Agreements &m_agreements;
    const Backups &m_backups;
    const Accounts &m_accounts;
};

} // namespace keywork
