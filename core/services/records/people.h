// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/person.h"
#include "core/domain/resident_group.h"
#include "core/domain/stage_entry.h"
#include "core/domain/stay.h"
#include "core/domain/stay_room.h"
#include "core/record/record_type.h"
#include "core/services/records/offers.h"

namespace keywork {

class Records;

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

/// A page of the list of residents.
struct ResidentWindow {
    QList<ResidentLine> lines;
    std::optional<ResidentPlace> after; ///< where the next page begins; none: this is the last
};

/// How a typed name and one on file go together.
enum class NameLikeness {
    None,
    Part, ///< a word of it is the same or alike
    Alike, ///< first name and family name are alike
    Same, ///< both are the same, as people type them
};

/// Someone who may already be on file. Of a closed record only name and room are known, and only the name was compared.
struct NearMatch {
    Kept<Person> person;
    QString alias; ///< the other name that matched, if it was one
    NameLikeness name = NameLikeness::None;
    bool sameBirth = false; ///< the very day; without a name alike a reason of its own
    bool isClosed = false;
    bool isLikelyDouble = false; ///< asked about before somebody is taken in
    int nameScore = 0;
    int score = 0;
};

/// Residents: finding, taking in, moving, leaving.
class People {
public:
    explicit People(Records &records);

    /// All of them, by name. `on`: as the file says now, judged on that day; none: today.
    Result<QList<ResidentLine>> residents(ResidentGroup group, QDate on = {}) const;
    /// A page of them. NotPermitted for an order by something that may not be read; what may not be read finds nobody.
    Result<ResidentWindow> residents(const ResidentsRequest &request) const;
    /// How many there are, whatever the request's limit and place.
    Result<qint64> count(const ResidentsRequest &request) const;
    Result<ResidentLine> line(Id<Person> person) const;
    /// Of all of them who are on file, sorted by name.
    Result<QList<ResidentLine>> lines(const QList<Id<Person>> &people) const;
    /// NotPermitted to whom residents may not be known: how many they are tells of them, too.
    Result<std::array<int, 4>> groupSizes() const;

    /// People on file whose name sounds or is spelled alike, then who share the birth date alone; at most 6. Looked up by
    /// keys (storage/name_keys): one slip in a word is always found, everybody on file is never read.
    Result<QList<NearMatch>> nearMatches(
        const QString &given, const QString &family, const QString &born, const QString &preferred = {}) const;

    /// The person, their first stay and what else is known of them by then (`also`: rows of kinds that are one person's own,
    /// whom they name is set here) in one commit. Violations of all but the person carry their table: "stay.room_id".
    Result<Kept<Person>> takeIn(const Person &person, const Stay &stay, const QList<Row> &also = {});
    Result<Kept<Person>> byNumber(const QString &number) const;

    /// Adds or changes a stay: on every night one stay a person, and one person a room.
    Result<Kept<Stay>> saveStay(const std::optional<Kept<Stay>> &before, const Stay &stay);
    /// Violations that need a look at other stays, past ones too: room taken, already here.
    Result<Violations> stayConflicts(const Stay &stay, Id<Stay> self) const;
    /// The same for an earlier room of a stay: RoomTaken at the first night.
    Result<Violations> earlierRoomConflicts(const StayRoom &room, Id<StayRoom> self) const;
    Result<QList<Kept<Room>>> freeRooms(Id<Room> alsoThis = {}) const;
    /// Rules for what needs a look at stays: rooms that are free, residents who are here.
    void addOffers(Offers &offers) const;

private:
    Result<ResidentsRequest> readable(ResidentsRequest request) const;
    Result<QList<Stay>> staysMeeting(const Nights &nights, const QString &column, qint64 value, Id<Stay> self) const;
    /// Of those, the first that holds one of `mine` too; `column` and `value` say what both of them have.
    Result<std::optional<Violation>> firstClash(
        const Stay &stay, const Nights &mine, Nights (Stay::*held)() const, const QString &column, qint64 value, Id<Stay> self) const;
    /// The first night on which somebody else had the room before they moved within the house; none: nobody.
    Result<std::optional<Violation>> roomClash(Id<Room> room, const Nights &nights, Id<Stay> self, const QString &column) const;
    Result<std::optional<Violation>> earlierRoomClash(const StayRoom &room) const;
    Result<std::optional<Violation>> earlierRoomsClash(const Stay &before, const Stay &stay, Id<Stay> self) const;
    /// A room that is out of use, given up, or not ready: nobody moves in.
    Result<std::optional<Violation>> closedRoom(const Stay &stay) const;
    /// What is on file of it; none for a new one, and for one that was entered in error.
    Result<std::optional<Stay>> standingStay(Id<Stay> stay) const;
    QDate dayOf(const ResidentsRequest &request) const;
    Result<QList<ResidentLine>> linesOf(const QList<qint64> &people, QDate today) const;
    Records &m_records;
};

} // namespace keywork
