// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/drug_alert.h"

namespace keywork {

class People;
class Records;

/// A resident who is here, as far as an alert goes.
struct AlertResident {
    Id<Person> person;
    QString name;
    QString room;
    std::optional<QDateTime> toldAt = {};
    bool fits = false; ///< what it is sold as is what they use, or somebody decided so; false where that may not be read
};

/// How far an alert has come.
struct AlertReach {
    QList<AlertResident> here; ///< those whom it fits first, then by name; without closed records

    qsizetype told() const;
};

/// Drug alerts: who of the house has been told.
class DrugAlerts {
public:
    DrugAlerts(Records &records, People &people)
        : m_records(records)
        , m_people(people)
    {
    }
    /// Alerts that hold today, the oldest first. NotPermitted for whoever may not read about risk.
    Result<QList<Kept<DrugAlert>>> inForce() const;
    /// Who is here and whether they were told. NotFound, NotPermitted.
    Result<AlertReach> reach(Id<DrugAlert> alert) const;
    /// Writes down that these were told now by whoever is signed in; who was told already stays as it was. One commit.
    Done tell(Id<DrugAlert> alert, const QList<Id<Person>> &people);

private:
    Records &m_records;
    People &m_people;
};

} // namespace keywork
