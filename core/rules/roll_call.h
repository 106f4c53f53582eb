// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/whereabouts.h"

#include <QList>
#include <QString>

namespace keywork {

/// Why somebody is on a roll call; in the order of the paper.
enum class RollSort { Resident, Staff, Visitor, Contractor };

/// Somebody on a roll call.
struct RollEntry {
    RollSort sort = RollSort::Resident;
    Whereabouts where = Whereabouts::In;
    QString building = {};
    QString floor = {};
    QString room = {};
    QString name = {};
    bool needsHelp = false; ///< a plan for getting out is on file, or they would not hear or see the alarm
    bool isTicked = false;
};

/// Who is looked for when nobody ticked them: everybody but residents who are known to be out or away.
bool isLookedFor(const RollEntry &entry);

/// Places in the list: first residents with a plan for getting out, those who are looked for before those who are out; then the
/// other residents by building and floor, and on a floor in, not known, out, away, each by room; then staff, visitors and
/// contractors by name. Source: issue "The shift", "Roll call"; the order within a floor is a house rule.
QList<qsizetype> rollOrder(const QList<RollEntry> &entries);

/// How far a roll call is.
struct RollCount {
    int lookedFor = 0; ///< that have to be accounted for
    int accounted = 0; ///< of those, ticked
    int alsoSeen = 0; ///< ticked though they were known to be out or away

    int missing() const { return lookedFor - accounted; }
    bool operator==(const RollCount &) const = default;
};
RollCount rollCount(const QList<RollEntry> &entries);

/// Whether what is written about getting out says that somebody needs more than everybody: any words but those that say "alone,
/// like everybody". Doubt counts as help (house rule).
bool needsHelpToGetOut(const QString &plan);
/// Whether what is written about communication says that an alarm may not be heard or seen. House rule: the words in the .cpp.
bool mayMissAlarm(const QString &communication);

} // namespace keywork
