// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/resident_group.h"

#include <QDateTime>
#include <array>

namespace keywork {

class Database;

/// For whom a list of residents is read.
struct ResidentsReader {
    QDate today;
    qint64 staff = 0;
    QList<qint64> closed = {}; ///< people of whom only name, room and keyworker may place or find them
    QStringList unseenAlerts = {}; ///< kinds of alerts that may neither place nor find anybody
};

/// Who stands in the list, in its order. Rights are the caller's.
Result<QList<ResidentPlace>> residentPlaces(const Database &database, const ResidentsRequest &request, const ResidentsReader &reader);
/// How many do, whatever the request's limit and place.
Result<qint64> residentCount(const Database &database, const ResidentsRequest &request, const ResidentsReader &reader);
/// Every group's size, in the order of the groups.
Result<std::array<int, 4>> residentGroupSizes(const Database &database, const ResidentsReader &reader);

/// A version of a care plan without its snapshot, which is large.
struct PlanLine {
    qint64 person = 0;
    int version = 0;
    QString state;
    QDateTime issuedAt;
    QString reviewOn; ///< ISO, empty for none
    QString signOff; ///< code of the latest word to it, empty for none
    QString signedOn;
};
/// Of these people, a person's versions in their order.
Result<QList<PlanLine>> planLines(const Database &database, const QList<qint64> &people);

} // namespace keywork
