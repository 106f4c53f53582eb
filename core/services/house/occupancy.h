// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/appointment.h"
#include "core/domain/nights_away.h"
#include "core/domain/room_upkeep.h"
#include "core/rules/occupancy.h"
#include "core/services/care/away_reading.h"
#include "core/services/records/people.h"

namespace keywork {

class RecordReader;
class Records;

/// Beds, stays and times away with a night from `from` to `until`, whoever asks: for counting, never for naming. Five
/// statements and those of `readAway`.
Result<OccupancyInput> readOccupancy(const RecordReader &records, QDate from, QDate until);

/// A room as the board shows it.
struct RoomOnBoard {
    Kept<Room> room = {};
    std::optional<ResidentLine> who = {}; ///< who has it today; of a closed record name and room only
    std::optional<ResidentLine> expected = {}; ///< who is planned into it, the soonest
    QDate since = {}; ///< who: the day they arrived; empty: the day it became empty, or one of the house's beds
    std::optional<Kept<RoomVoid>> emptyBecause = {}; ///< of an empty one, when somebody said why
    QList<Kept<RoomRepair>> repairs = {}; ///< not done yet, the urgent first
    std::optional<AwaySpell> away = {}; ///< of who has it, today
    bool isFreeTonight = false;

    bool isClosed() const;
};

struct RoomBoard {
    QList<RoomOnBoard> rooms = {}; ///< by building, floor and name; without those given up
    QList<ResidentLine> withoutRoom = {}; ///< who is here and has none
    NightCount tonight = {};
};

enum class ComingWhat { Arrival, NightsAway, Back, Appointment };

/// What is coming and going: whoever is expected, goes for some nights or comes back, and their appointments.
struct ComingLine {
    ComingWhat what = ComingWhat::Arrival;
    QDate day = {};
    std::optional<QTime> time = {};
    Id<Person> person = {};
    QString name = {};
    QString room = {}; ///< of an arrival: the one that is planned
    QString text = {}; ///< of an appointment: what for
    bool isLate = false; ///< an arrival or a return whose day is over
};

/// Somebody's time in a room.
struct TimeInRoom {
    Id<Person> person; ///< none: the same as below
    QString name; ///< empty: a record that whoever asks may not know of
    Nights nights;
    bool movedOut = false; ///< to another room of the house
};

/// What is known of a room: who had it, and why it stood empty.
struct RoomStory {
    QList<TimeInRoom> times; ///< the latest first
    struct EmptyTime {
        Kept<RoomVoid> why;
        qsizetype nights = 0; ///< lost by yesterday
    };
    QList<EmptyTime> voids; ///< the latest first
    qsizetype nightsLost = 0; ///< of the last 365 nights, whatever was said of them
};
inline constexpr int kStoryNights = 365;

/// Rooms and nights: the board, moves within the house, and the counting. Whatever screen a stay is saved from, a move leaves
/// the old room behind as an earlier one (`StayRoom`), in the same commit.
class Occupancy {
public:
    Occupancy(Records &records, const People &people);

    /// Every night from the first to the last day, both included; by the rules of core/rules/occupancy. NotPermitted for whoever
    /// may not read where people live.
    Result<QList<NightCount>> nights(QDate from, QDate until) const;
    /// The rooms as they are today. NotPermitted as above.
    Result<RoomBoard> board() const;
    /// From today on, so many days; what is late stands first. Appointments only for whoever may read them.
    Result<QList<ComingLine>> coming(int days) const;
    Result<RoomStory> story(Id<Room> room) const;
    /// They have this room from the night of that day on. Invalid with RoomTaken, RoomClosed, InTheFuture, OutsideTheStay,
    /// Required, SameAsBefore, and EndsBeforeStart for a day before they had the present room.
    Result<Kept<Stay>> move(const Kept<Stay> &stay, Id<Room> room, const std::optional<QDate> &since);

private:
    Done followStay(const KeptRow &kept, const std::optional<Row> &before);
    /// Which stay an earlier room belongs to follows from its nights.
    void completeEarlierRoom(Row &row) const;
    Result<Violations> earlierRoomProblems(const Row &row, qint64 self) const;
    Result<Violations> keyProblems(const Row &row, qint64 self) const;
    Done addComing(const QList<ResidentLine> &lines, int days, QList<ComingLine> &coming) const;
    Done addAppointments(const QHash<qint64, ResidentLine> &here, int days, QList<ComingLine> &coming) const;
    Records &m_records;
    const People &m_people;
    bool m_follows = false; ///< earlier rooms are written that follow from a stay
};

} // namespace keywork
