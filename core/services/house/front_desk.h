// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/barring.h"
#include "core/domain/front_desk.h"
#include "core/services/records/people.h"

namespace keywork {

class Records;

/// A visitor who is in the building.
struct VisitorInside {
    Kept<Visitor> visitor;
    QString host; ///< as lists show them, also of a closed record
    QString room;
};

/// A delivery that waits at the desk.
struct DeliveryHere {
    Kept<Delivery> delivery;
    QString whom;
    QString room;
};

/// A member of the team who is in the building.
struct StaffInside {
    Kept<StaffPresence> presence;
    QString name;
};

/// Somebody who is not let in, as the desk is told: never why.
struct NotLetIn {
    Id<Barring> barring;
    QString who;
    QString described;
    QDate untilOn;
    bool mayReadReason = false; ///< whether the record would tell whoever is signed in
};

/// Who comes past the desk besides residents, and what waits there. Each list is one statement and one for the names.
class FrontDesk {
public:
    FrontDesk(Records &records, const People &people);

    /// In the order in which they came. NotPermitted. Who is in the building is told whoever's guest they are: a fire can't wait.
    Result<QList<VisitorInside>> visitorsIn() const;
    Result<QList<Kept<Contractor>>> contractorsIn() const;
    Result<QList<StaffInside>> staffIn() const;
    /// Without those for somebody whose record is closed.
    Result<QList<DeliveryHere>> deliveriesWaiting() const;
    /// Barrings that hold today, those that end first at the top.
    Result<QList<NotLetIn>> notLetIn() const;

    /// They left just now. NotFound, NotPermitted; Conflict when a colleague said so meanwhile.
    Done visitorLeft(Id<Visitor> visitor);
    Done contractorLeft(Id<Contractor> contractor);
    Done staffLeft(Id<StaffPresence> presence);
    Done handedOver(Id<Delivery> delivery);
    /// A member of the team came in just now. Invalid with InAlready.
    Result<Kept<StaffPresence>> staffCame(Id<Staff> staff);

private:
    Result<Violations> visitorProblems(const Row &row, qint64 self) const;
    Result<Violations> staffProblems(const Row &row, qint64 self) const;
    Result<bool> isNotLetIn(const QString &name) const;
    Result<QHash<qint64, ResidentLine>> linesById(const QList<qint64> &people) const;
    Done sayNow(const RecordType &type, qint64 id, const QString &column);
    Records &m_records;
    const People &m_people;
};

} // namespace keywork
