// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"
#include "core/domain/stage_entry.h"
#include "core/domain/stay.h"
#include "core/services/records.h"

namespace keywork {

enum class ResidentGroup { HereNow, MyKeywork, Expected, Left };

/// How a person's care plan stands, for lists.
struct PlanStanding {
    int version = 0; ///< 0: no plan yet
    bool isDraft = false;
    QString signOff; ///< code of SignOffKind, empty when nothing was said to the latest issued version
    int issuedVersion = 0;
    QDate onDay; ///< of the sign-off, else of issuing
    std::optional<QDate> reviewOn;
};

/// A resident as a list shows them.
struct ResidentLine {
    Kept<Person> person;
    std::optional<Kept<Stay>> stay;
    QString room;
    QString keyworker;
    std::optional<StageEntry> stage;
    QList<Alert> alerts; ///< those that hold today, most urgent first
    PlanStanding plan;
    bool isClosed = false; ///< a restricted record: name and room only
};

/// Someone who may already be on file.
struct NearMatch {
    Kept<Person> person;
    QString alias; ///< the other name that matched, if it was one
    bool sameBirth = false;
    bool sameSpelling = false;
    int score = 0;
};

/// Residents: finding, taking in, moving, leaving.
class People {
public:
    explicit People(Records &records);

    /// Sorted by name. "Left" shows the newest 500.
    /// `on`: as the file says now, judged on that day; none: today.
    Result<QList<ResidentLine>> residents(ResidentGroup group, QDate on = {}) const;
    Result<ResidentLine> line(Id<Person> person) const;
    Result<std::array<int, 4>> groupSizes() const;

    /// People on file whose name sounds or is spelled alike, or who share the birth date; best first, at most 6.
    Result<QList<NearMatch>> nearMatches(const QString &given, const QString &family, const QString &born) const;

    /// The person and the first stay in one commit. Violations of the stay carry the prefix "stay.".
    Result<Kept<Person>> takeIn(const Person &person, const Stay &stay);
    Result<Kept<Person>> byNumber(const QString &number) const;

    /// Adds or changes a stay: one present stay a person, one person a room.
    Result<Kept<Stay>> saveStay(const std::optional<Kept<Stay>> &before, const Stay &stay);
    /// Violations that need a look at other stays: room taken, already here.
    Result<Violations> stayConflicts(const Stay &stay, Id<Stay> self) const;
    Result<QList<Kept<Room>>> freeRooms(Id<Room> alsoThis = {}) const;

private:
    Result<QList<ResidentLine>> linesWhere(const QString &condition, const QList<QVariant> &values, int limit, QDate today) const;
    Records &m_records;
};

} // namespace keywork
