// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/room_upkeep.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr Access kReportedByAnybody{.add = Act::Record};

Field roomField(bool required)
{
    return {.column = "room_id",
        .label = QT_TRANSLATE_NOOP("record", "Room"),
        .refers = "room",
        .required = required,
        .listed = true,
        .anyOnFile = true};
}

bool isSaidIn(const Row &row, const QString &column)
{
    const QVariant said = row.value(column);
    return !said.isNull() && !said.toString().trimmed().isEmpty();
}

/// Each of these days no earlier than the one it follows.
Violations noneBefore(const Row &row, const QString &first, std::initializer_list<QString> later)
{
    Violations violations;
    for (const QString &column : later)
        if (isSaidIn(row, column) && row.text(column) < row.text(first))
            violations.append({column, Rule::EndsBeforeStart, {}});
    return violations;
}

Violations voidFits(const Row &row, QDate) { return noneBefore(row, u"from_on"_s, {u"expected_on"_s, u"ready_on"_s}); }
Violations repairFits(const Row &row, QDate) { return noneBefore(row, u"reported_on"_s, {u"due_on"_s, u"done_on"_s}); }

Violations keyFits(const Row &row, QDate)
{
    Violations violations = noneBefore(row, u"given_on"_s, {u"returned_on"_s, u"lost_on"_s});
    if (!isSaidIn(row, u"person_id"_s) && !isSaidIn(row, u"given_to"_s))
        violations.append({u"person_id"_s, Rule::Required, {}});
    return violations;
}

/// Two names are two people.
Violations checkFits(const Row &row, QDate)
{
    const bool isSame = isSaidIn(row, u"with_id"_s) && row.value(u"with_id"_s) == row.value(u"by_id"_s);
    return isSame ? Violations{{u"with_id"_s, Rule::SameSignature, {}}} : Violations();
}

Described<RoomRepair> untilItIsDone(Described<RoomRepair> &&type)
{
    return std::move(type)
        .field(&RoomRepair::dueOn,
            {.column = "due_on",
                .label = QT_TRANSLATE_NOOP("record", "To be done by"),
                .help = QT_TRANSLATE_NOOP("record", "Later than this Today speaks of it."),
                .listed = true,
                .days = kEitherWay})
        .field(&RoomRepair::doneOn,
            {.column = "done_on",
                .label = QT_TRANSLATE_NOOP("record", "Done on"),
                .help = QT_TRANSLATE_NOOP("record", "Leave empty until it is."),
                .listed = true,
                .saidAfterwards = true,
                .days = kHappened})
        .field(&RoomRepair::doneHow,
            {.column = "done_how",
                .label = QT_TRANSLATE_NOOP("record", "What was done"),
                .multiline = true,
                .saidAfterwards = true,
                .maxLength = 1000});
}

Described<RoomKey> untilItIsBack(Described<RoomKey> &&type)
{
    return std::move(type)
        .field(&RoomKey::givenOn,
            {.column = "given_on", .label = QT_TRANSLATE_NOOP("record", "Given on"), .required = true, .listed = true, .days = kHappened})
        .field(&RoomKey::returnedOn,
            {.column = "returned_on",
                .label = QT_TRANSLATE_NOOP("record", "Returned on"),
                .help = QT_TRANSLATE_NOOP("record", "Leave empty until it is."),
                .listed = true,
                .days = kHappened})
        .field(&RoomKey::lostOn,
            {.column = "lost_on", .label = QT_TRANSLATE_NOOP("record", "Reported lost on"), .listed = true, .days = kHappened})
        .field(&RoomKey::note, noteField(1000));
}

Described<RoomCheck> whatWasFound(Described<RoomCheck> &&type)
{
    return std::move(type)
        .field(&RoomCheck::wasTold, {.column = "was_told", .label = QT_TRANSLATE_NOOP("record", "They knew of it beforehand")})
        .field(&RoomCheck::wasThere, {.column = "was_there", .label = QT_TRANSLATE_NOOP("record", "They were there")})
        .field(&RoomCheck::found,
            {.column = "found",
                .label = QT_TRANSLATE_NOOP("record", "What was found"),
                .help = QT_TRANSLATE_NOOP("record", "What the room is like and what they said, as you would say it to them."),
                .required = true,
                .searched = true,
                .listed = true,
                .multiline = true,
                .maxLength = 4000})
        .field(&RoomCheck::done,
            {.column = "done",
                .label = QT_TRANSLATE_NOOP("record", "What was done about it"),
                .searched = true,
                .multiline = true,
                .maxLength = 4000})
        .field(&RoomCheck::incidentId,
            {.column = "incident_id",
                .label = QT_TRANSLATE_NOOP("record", "Incident that found items stand in"),
                .refers = "incident",
                .help = QT_TRANSLATE_NOOP("record", "Items that were found go into an incident's register, with two names."),
                .anyOnFile = true});
}

} // namespace

bool keepsEverybodyOut(const RoomVoid &empty)
{
    return empty.why.code == u"repair"_s || empty.why.code == u"decorating"_s || empty.why.code == u"safety"_s;
}

template <> const Described<RoomVoid> &recordType<RoomVoid>()
{
    static const Described<RoomVoid> type
        = Described<RoomVoid>({.table = "room_void",
                                  .title = QT_TRANSLATE_NOOP("record", "Void"),
                                  .titleMany = QT_TRANSLATE_NOOP("record", "Voids"),
                                  .place = Place::Rooms,
                                  .newOne = QT_TRANSLATE_NOOP("record", "Say why a room is empty"),
                                  .belongs = QT_TRANSLATE_NOOP("record", "Why a room stands empty, and when it is ready again."),
                                  .listRank = 2,
                                  .orderBy = "from_on",
                                  .newestFirst = true,
                                  .together = voidFits})
              .field(&RoomVoid::roomId, roomField(true))
              .field(&RoomVoid::fromOn,
                  {.column = "from_on",
                      .label = QT_TRANSLATE_NOOP("record", "Since"),
                      .required = true,
                      .listed = true,
                      .days = kEitherWay})
              .field(&RoomVoid::why,
                  {.column = "why", .label = QT_TRANSLATE_NOOP("record", "Why"), .list = "room_void_why", .required = true, .listed = true})
              .field(&RoomVoid::expectedOn,
                  {.column = "expected_on",
                      .label = QT_TRANSLATE_NOOP("record", "Expected to be ready on"),
                      .listed = true,
                      .days = kEitherWay})
              .field(&RoomVoid::readyOn,
                  {.column = "ready_on",
                      .label = QT_TRANSLATE_NOOP("record", "Ready since"),
                      .help = QT_TRANSLATE_NOOP("record", "Leave empty until somebody can have it."),
                      .listed = true,
                      .days = kHappened})
              .field(&RoomVoid::note, noteField(1000));
    return type;
}

template <> const Described<RoomRepair> &recordType<RoomRepair>()
{
    static const Described<RoomRepair> type = untilItIsDone(
        Described<RoomRepair>(
            {.table = "room_repair",
                .title = QT_TRANSLATE_NOOP("record", "Repair"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Repairs"),
                .access = kReportedByAnybody,
                .place = Place::Rooms,
                .newOne = QT_TRANSLATE_NOOP("record", "Report a repair"),
                .belongs = QT_TRANSLATE_NOOP("record", "What does not work in a room, who was told, and when it was done."),
                .listRank = 3,
                .orderBy = "reported_on",
                .newestFirst = true,
                .together = repairFits})
            .field(&RoomRepair::roomId, roomField(true))
            .field(&RoomRepair::what,
                {.column = "what",
                    .label = QT_TRANSLATE_NOOP("record", "What does not work"),
                    .required = true,
                    .searched = true,
                    .listed = true})
            .field(&RoomRepair::isUrgent, {.column = "is_urgent", .label = QT_TRANSLATE_NOOP("record", "Urgent"), .listed = true})
            .field(&RoomRepair::closesRoom,
                {.column = "closes_room", .label = QT_TRANSLATE_NOOP("record", "Nobody can sleep there until it is done")})
            .field(&RoomRepair::reportedOn,
                {.column = "reported_on",
                    .label = QT_TRANSLATE_NOOP("record", "Reported on"),
                    .required = true,
                    .listed = true,
                    .days = kHappened})
            .field(&RoomRepair::reportedById,
                {.column = "reported_by_id", .label = QT_TRANSLATE_NOOP("record", "Reported by"), .refers = "staff"})
            .field(&RoomRepair::reportedTo,
                {.column = "reported_to", .label = QT_TRANSLATE_NOOP("record", "Who was told: landlord, contractor"), .maxLength = 120})
            .field(&RoomRepair::reference,
                {.column = "reference", .label = QT_TRANSLATE_NOOP("record", "Their reference"), .searched = true, .maxLength = 60}));
    return type;
}

template <> const Described<RoomKey> &recordType<RoomKey>()
{
    static const Described<RoomKey> type = untilItIsBack(
        Described<RoomKey>(
            {.table = "room_key",
                .title = QT_TRANSLATE_NOOP("record", "Key or fob"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Keys and fobs"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Key"),
                .category = Category::Housing,
                .place = Place::Rooms,
                .newOne = QT_TRANSLATE_NOOP("record", "Give a key or fob"),
                .belongs = QT_TRANSLATE_NOOP("record", "Which key or fob somebody has, since when, and whether it came back."),
                .listRank = 4,
                .orderBy = "given_on",
                .newestFirst = true,
                .happens = "given_on",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "{what} given: {number}"); },
                .ends = "returned_on",
                .ended = [](const Row &) { return QT_TRANSLATE_NOOP("record", "{what} returned: {number}"); },
                .handedOver = alwaysTold,
                .together = keyFits})
            .field(&RoomKey::what,
                {.column = "what", .label = QT_TRANSLATE_NOOP("record", "What"), .required = true, .beginsAs = "key", .listed = true})
            .field(&RoomKey::number,
                {.column = "number",
                    .label = QT_TRANSLATE_NOOP("record", "Its number"),
                    .required = true,
                    .searched = true,
                    .listed = true,
                    .keptInHouse = true,
                    .maxLength = 40})
            .field(&RoomKey::roomId, roomField(false))
            .field(&RoomKey::personId,
                {.column = "person_id",
                    .label = QT_TRANSLATE_NOOP("record", "Given to the resident"),
                    .refers = "person",
                    .listed = true,
                    .anyOnFile = true,
                    .tie = Tie::Subject})
            .field(&RoomKey::givenTo,
                {.column = "given_to",
                    .label = QT_TRANSLATE_NOOP("record", "Or to somebody else: who"),
                    .searched = true,
                    .listed = true,
                    .maxLength = 120}));
    return type;
}

template <> const Described<RoomCheck> &recordType<RoomCheck>()
{
    static const Described<RoomCheck> type = whatWasFound(
        Described<RoomCheck>({.table = "room_check",
                                 .title = QT_TRANSLATE_NOOP("record", "Room check"),
                                 .titleMany = QT_TRANSLATE_NOOP("record", "Room checks"),
                                 .category = Category::Risk,
                                 .access = kReportedByAnybody,
                                 .place = Place::Rooms,
                                 .newOne = QT_TRANSLATE_NOOP("record", "New room check"),
                                 .belongs = QT_TRANSLATE_NOOP("record", "Why a room was looked into, what was found, and what was done."),
                                 .listRank = 5,
                                 .orderBy = "done_at",
                                 .newestFirst = true,
                                 .happens = "done_at",
                                 .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Room check: {why}"); },
                                 .together = checkFits})
            .field(&RoomCheck::roomId, roomField(true))
            .field(&RoomCheck::personId,
                {.column = "person_id",
                    .label = QT_TRANSLATE_NOOP("record", "Whose room it is"),
                    .refers = "person",
                    .listed = true,
                    .anyOnFile = true,
                    .tie = Tie::Subject})
            .field(&RoomCheck::doneAt,
                {.column = "done_at", .label = QT_TRANSLATE_NOOP("record", "When"), .required = true, .listed = true, .days = kHappened})
            .field(&RoomCheck::byId,
                {.column = "by_id", .label = QT_TRANSLATE_NOOP("record", "By"), .refers = "staff", .required = true, .listed = true})
            .field(&RoomCheck::withId, {.column = "with_id", .label = QT_TRANSLATE_NOOP("record", "With whom"), .refers = "staff"})
            .field(&RoomCheck::why,
                {.column = "why",
                    .label = QT_TRANSLATE_NOOP("record", "Why"),
                    .list = "room_check_why",
                    .required = true,
                    .listed = true}));
    return type;
}

} // namespace keywork
