// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/stay.h"
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations datesFollowEachOther(const Row &row, QDate)
{
    Violations violations;
    const QString referred = row.text(u"referred_on"_s);
    const QString arrived = row.text(u"arrived_on"_s);
    const QString left = row.text(u"left_on"_s);
    if (!arrived.isEmpty() && arrived < referred)
        violations.append({u"arrived_on"_s, Rule::BeforeReferral, referred});
    if (!arrived.isEmpty() && row.value(u"not_coming"_s).toLongLong() != 0)
        violations.append({u"not_coming"_s, Rule::CameAfterAll, {}});
    const QString roomSince = row.text(u"room_since"_s);
    if (!roomSince.isEmpty() && (roomSince < arrived || (!left.isEmpty() && roomSince > left)))
        violations.append({u"room_since"_s, Rule::OutsideTheStay, {}});
    if (!left.isEmpty() && arrived.isEmpty())
        violations.append({u"arrived_on"_s, Rule::Required, {}});
    if (!left.isEmpty() && left < arrived)
        violations.append({u"left_on"_s, Rule::BeforeArrival, {}});
    if (!left.isEmpty() && row.text(u"destination"_s).isEmpty())
        violations.append({u"destination"_s, Rule::Required, {}});
    return violations;
}

const char *arrivalLine(const Row &row)
{
    return row.value(u"room_id"_s).isNull() ? QT_TRANSLATE_NOOP("record", "Arrived")
                                            : QT_TRANSLATE_NOOP("record", "Arrived, room {room_id}");
}

} // namespace

std::optional<QDate> firstCommonNight(const Nights &one, const Nights &other)
{
    if (one.isNone() || other.isNone())
        return {};
    const QDate night = std::max(one.from, other.from);
    const bool inOne = !one.until || night < *one.until;
    const bool inOther = !other.until || night < *other.until;
    return inOne && inOther ? std::optional(night) : std::nullopt;
}

bool holdsAll(const Nights &outer, const Nights &inner)
{
    return inner.isNone() || (outer.from <= inner.from && (!outer.until || (inner.until && *inner.until <= *outer.until)));
}

template <> const Described<Stay> &recordType<Stay>()
{
    static const Described<Stay> type
        = Described<Stay>({.table = "stay",
                              .title = QT_TRANSLATE_NOOP("record", "Stay"),
                              .titleMany = QT_TRANSLATE_NOOP("record", "Stays"),
                              .category = Category::Housing,
                              .sharedAs = SharedAs::Listed,
                              .place = Place::Resident,
                              .newOne = QT_TRANSLATE_NOOP("record", "New stay"),
                              .belongs = QT_TRANSLATE_NOOP("record", "When they came, which room they had, and when they left."),
                              .listRank = 1,
                              .orderBy = "referred_on",
                              .newestFirst = true,
                              .happens = "arrived_on",
                              .happened = arrivalLine,
                              .ends = "left_on",
                              .ended = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Left the house: {destination}"); },
                              .handedOver = alwaysTold,
                              .seen = {.at = "arrived_on", .timeOfDay = "arrived_time"},
                              .called = "{arrived_on|referred_on}",
                              .together = datesFollowEachOther})
              .field(&Stay::personId, residentField())
              .field(&Stay::referralInId,
                  {.column = "referral_in_id",
                      .label = QT_TRANSLATE_NOOP("record", "Came of the referral"),
                      .refers = "referral_in",
                      .kept = true,
                      .keptInHouse = true})
              .field(&Stay::referredOn,
                  {.column = "referred_on",
                      .label = QT_TRANSLATE_NOOP("record", "Referred on"),
                      .help = QT_TRANSLATE_NOOP("record", "The day on which the house first heard of it."),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&Stay::expectedOn,
                  {.column = "expected_on",
                      .label = QT_TRANSLATE_NOOP("record", "Expected on"),
                      .heading = QT_TRANSLATE_NOOP("record", "The stay"),
                      .days = kToCome})
              .field(&Stay::notComing,
                  {.column = "not_coming", .label = QT_TRANSLATE_NOOP("record", "Will not come after all"), .listed = true})
              .field(&Stay::arrivedOn,
                  {.column = "arrived_on", .label = QT_TRANSLATE_NOOP("record", "Arrived on"), .listed = true, .days = kHappened})
              .field(&Stay::arrivedTime, {.column = "arrived_time", .label = QT_TRANSLATE_NOOP("record", "At what time")})
              .field(&Stay::roomId, {.column = "room_id", .label = QT_TRANSLATE_NOOP("record", "Room"), .refers = "room", .listed = true})
              .field(&Stay::roomSince,
                  {.column = "room_since",
                      .label = QT_TRANSLATE_NOOP("record", "In this room since"),
                      .help = QT_TRANSLATE_NOOP("record", "Only after a move from another room; else since they arrived."),
                      .shownWhen = {.column = "room_id"},
                      .days = kHappened})
              .field(&Stay::expectedWeeks,
                  {.column = "expected_weeks",
                      .label = QT_TRANSLATE_NOOP("record", "Expected length, in weeks"),
                      .smallest = 1,
                      .largest = 520})
              .field(&Stay::licenceSignedOn,
                  {.column = "licence_signed_on",
                      .label = QT_TRANSLATE_NOOP("record", "Licence signed on"),
                      .heading = QT_TRANSLATE_NOOP("record", "Settling in"),
                      .days = kHappened})
              .field(&Stay::belongingsSeen,
                  {.column = "belongings_seen", .label = QT_TRANSLATE_NOOP("record", "Belongings"), .list = "arrival_belongings"})
              .field(&Stay::escapePlan,
                  {.column = "escape_plan",
                      .label = QT_TRANSLATE_NOOP("record", "How they get out in a fire"),
                      .help = QT_TRANSLATE_NOOP("record", "Stairs, hearing, oxygen, a hoist; or: alone, like everybody."),
                      .searched = true,
                      .multiline = true,
                      .maxLength = 1000})
              .field(&Stay::induction,
                  {.column = "induction", .label = QT_TRANSLATE_NOOP("record", "Shown and talked through"), .list = "induction_item"})
              .field(&Stay::leaflets, {.column = "leaflets", .label = QT_TRANSLATE_NOOP("record", "Leaflets given"), .list = "leaflet"})
              .field(&Stay::arrivalOpen,
                  {.column = "arrival_open", .label = QT_TRANSLATE_NOOP("record", "Something of the arrival is still open"), .kept = true})
              .field(&Stay::leftOn,
                  {.column = "left_on",
                      .label = QT_TRANSLATE_NOOP("record", "Left on"),
                      .heading = QT_TRANSLATE_NOOP("record", "Leaving"),
                      .listed = true,
                      .days = kHappened})
              .field(&Stay::leavingReason,
                  {.column = "leaving_reason", .label = QT_TRANSLATE_NOOP("record", "Why they left"), .list = "leaving_reason"})
              .field(&Stay::destination,
                  {.column = "destination", .label = QT_TRANSLATE_NOOP("record", "Where they moved to"), .list = "destination"})
              .field(&Stay::leavingNotes,
                  {.column = "leaving_notes",
                      .label = QT_TRANSLATE_NOOP("record", "Notes on leaving"),
                      .searched = true,
                      .multiline = true});
    return type;
}

} // namespace keywork
