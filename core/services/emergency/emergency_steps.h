// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/act_now.h"
#include "core/services/emergency/house_card.h"
#include "core/services/emergency/press.h"

#include <functional>

namespace keywork {

class Records;

/// An emergency as it stands in the record.
struct EmergencyOnFile {
    Id<Incident> incident = {};
    QString number = {}; ///< I-0012
    Id<Overdose> record = {};
    Overdose overdose = {};
    QList<ActNowStep> steps = {}; ///< undone ones included, in the order of what happened
    ActNowWho who = {};
};

/// Writes the presses of "Overdose — act now" into the record and reads them back. Whoever is signed in may press, whatever
/// their role; reading an incident's timeline needs the right to read it. A dose takes itself out of its kit's stock and gives
/// it back when it was a mis-tap, from whatever screen it was entered (`Records::addFollowing`).
class EmergencySteps {
public:
    explicit EmergencySteps(Records &records);

    /// All of them in one commit, with the incident if it is not there yet; those that stand in the record already are passed
    /// over. NoRoom, FileGone, ReadOnly.
    Done keep(const QList<Press> &presses);
    /// What was sealed: of several emergencies, in any order. A clock that stood ahead of the present one moves none of them into
    /// the time to come; distances stay.
    Done join(QList<Press> presses);
    /// Those that were not finished, newest first: for taking one up again. Whoever is signed in may, as they may press.
    Result<QList<EmergencyOnFile>> unfinished() const;
    /// The same by its mark. NotFound.
    Result<EmergencyOnFile> of(const QString &emergency) const;
    /// NotFound, NotPermitted, NeedToKnow.
    Result<EmergencyOnFile> ofIncident(Id<Incident> incident) const;
    /// A moment put right afterwards; what the clock said at the press stays. Invalid with `happened_at` for what is still to
    /// come. NotPermitted, NotFound.
    Done putRight(Id<OverdoseStep> step, const QDateTime &happenedAt);
    /// What "Act now" shows without a record: the house's facts and where its kits hang.
    Result<HouseCard> card() const;

private:
    Done keepOne(const Press &press);
    Result<KeptRow> headFor(const Press &press);
    Result<KeptRow> begin(const Press &press);
    Result<KeptRow> beginAnew(const Press &press, const KeptRow &before);
    Done keepStep(const Press &press, const KeptRow &head);
    Result<QList<KeptRow>> pressedAs(const QString &press, const KeptRow &head) const;
    Done keepSaid(const Press &press, const KeptRow &head);
    Done keepUndo(const Press &press, const KeptRow &head);
    Done keepWho(const Press &press, const KeptRow &head);
    Done keepEnd(const Press &press, const KeptRow &head);
    Done changeHead(const KeptRow &head, const std::function<void(Overdose &overdose)> &change);
    Done sayWhatKind(qint64 incident);
    Result<EmergencyOnFile> read(const KeptRow &head) const;
    Records &m_records;
};

} // namespace keywork
