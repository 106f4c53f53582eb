// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/front_desk.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations goesAfterComing(const Row &row, const QString &left)
{
    const QString gone = row.text(left);
    return !gone.isEmpty() && gone < row.text(u"came_at"_s) ? Violations{{left, Rule::EndsBeforeStart, {}}} : Violations();
}

Violations leftAfterComing(const Row &row, QDate) { return goesAfterComing(row, u"left_at"_s); }

Violations deliveryHoldsTogether(const Row &row, QDate)
{
    Violations violations = goesAfterComing(row, u"handed_at"_s);
    if (row.value(u"person_id"_s).toLongLong() == 0 && row.text(u"for_whom"_s).trimmed().isEmpty())
        violations.append({u"person_id"_s, Rule::Required, {}});
    return violations;
}

/// A visit is to somebody who lives here; post comes for those who left, too.
Field hostField(const char *label, const char *help, bool isVisit)
{
    return {.column = "person_id",
        .label = label,
        .refers = "person",
        .help = help,
        .required = isVisit,
        .listed = true,
        .anyOnFile = !isVisit,
        .tie = Tie::Subject};
}

Field cameField()
{
    return {.column = "came_at", .label = QT_TRANSLATE_NOOP("record", "Came at"), .required = true, .listed = true, .days = kHappened};
}

Field leftField()
{
    return {.column = "left_at",
        .label = QT_TRANSLATE_NOOP("record", "Left at"),
        .help = QT_TRANSLATE_NOOP("record", "Leave empty while they are in the building."),
        .listed = true,
        .saidAfterwards = true, // by whoever sees them go
        .days = kHappened};
}

Field vehicleField()
{
    return {.column = "vehicle",
        .label = QT_TRANSLATE_NOOP("record", "Vehicle in our yard"),
        .help = QT_TRANSLATE_NOOP("record", "Registration, so that it can be moved in a fire."),
        .maxLength = 60};
}

} // namespace

template <> const Described<Visitor> &recordType<Visitor>()
{
    static const Described<Visitor> type
        = Described<Visitor>({.table = "visitor",
                                 .title = QT_TRANSLATE_NOOP("record", "Visitor"),
                                 .titleMany = QT_TRANSLATE_NOOP("record", "Visitors"),
                                 .category = Category::Housing,
                                 .access = {.add = Act::Record},
                                 .place = Place::Desk,
                                 .newOne = QT_TRANSLATE_NOOP("record", "New visitor"),
                                 .belongs = QT_TRANSLATE_NOOP("record", "Who came to see a resident, and when they left."),
                                 .listRank = 1,
                                 .orderBy = "came_at",
                                 .newestFirst = true,
                                 .called = "{name}",
                                 .together = leftAfterComing})
              .field(&Visitor::name,
                  {.column = "name",
                      .label = QT_TRANSLATE_NOOP("record", "Visitor's name"),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .maxLength = 100})
              .field(&Visitor::personId,
                  hostField(QT_TRANSLATE_NOOP("record", "Visits"),
                      QT_TRANSLATE_NOOP("record", "One resident, who answers for the visit while it lasts."), true))
              .field(&Visitor::cameAt, cameField())
              .field(&Visitor::idSeen,
                  {.column = "id_seen",
                      .label = QT_TRANSLATE_NOOP("record", "Proof of who they are"),
                      .required = true,
                      .beginsAs = "not_seen",
                      .listed = true})
              .field(&Visitor::idKind,
                  {.column = "id_kind",
                      .label = QT_TRANSLATE_NOOP("record", "Which"),
                      .list = "visitor_id",
                      .help = QT_TRANSLATE_NOOP("record", "The kind of paper; never its number."),
                      .shownWhen = {"id_seen", "seen"}})
              .field(&Visitor::vehicle, vehicleField())
              .field(&Visitor::leftAt, leftField())
              .field(&Visitor::note, noteField(500));
    return type;
}

template <> const Described<Contractor> &recordType<Contractor>()
{
    static const Described<Contractor> type
        = Described<Contractor>(
            {.table = "contractor",
                .title = QT_TRANSLATE_NOOP("record", "Contractor"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Contractors"),
                .access = {.add = Act::Record},
                .place = Place::Desk,
                .newOne = QT_TRANSLATE_NOOP("record", "New contractor"),
                .belongs = QT_TRANSLATE_NOOP("record", "Who came for the house: repairs, inspections, meters; and when they left."),
                .listRank = 2,
                .orderBy = "came_at",
                .newestFirst = true,
                .called = "{firm}",
                .together = leftAfterComing})
              .field(&Contractor::firm,
                  {.column = "firm",
                      .label = QT_TRANSLATE_NOOP("record", "Firm or office"),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .maxLength = 100})
              .field(&Contractor::name,
                  {.column = "who", .label = QT_TRANSLATE_NOOP("record", "Who came"), .searched = true, .listed = true, .maxLength = 100})
              .field(&Contractor::whatFor,
                  {.column = "what_for", .label = QT_TRANSLATE_NOOP("record", "What for"), .required = true, .listed = true})
              .field(&Contractor::where, {.column = "where_at", .label = QT_TRANSLATE_NOOP("record", "Where in the house"), .listed = true})
              .field(&Contractor::cameAt, cameField())
              .field(&Contractor::checked,
                  {.column = "checked",
                      .label = QT_TRANSLATE_NOOP("record", "How residents are kept safe"),
                      .required = true,
                      .beginsAs = "escorted"})
              .field(&Contractor::escortId,
                  {.column = "escort_id",
                      .label = QT_TRANSLATE_NOOP("record", "Who goes along"),
                      .refers = "staff",
                      .shownWhen = {"checked", "escorted"}})
              .field(&Contractor::vehicle, vehicleField())
              .field(&Contractor::leftAt, leftField())
              .field(&Contractor::note, noteField(500));
    return type;
}

template <> const Described<Delivery> &recordType<Delivery>()
{
    static const Described<Delivery> type
        = Described<Delivery>(
            {.table = "delivery",
                .title = QT_TRANSLATE_NOOP("record", "Delivery"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Deliveries"),
                .category = Category::Housing,
                .access = {.add = Act::Record},
                .place = Place::Desk,
                .newOne = QT_TRANSLATE_NOOP("record", "New delivery at the desk"),
                .belongs = QT_TRANSLATE_NOOP("record", "Parcels and letters that wait here, for whom, and when they had them."),
                .listRank = 3,
                .orderBy = "came_at",
                .newestFirst = true,
                .called = "{what}",
                .together = deliveryHoldsTogether})
              .field(&Delivery::personId, hostField(QT_TRANSLATE_NOOP("record", "For"), nullptr, false))
              .field(&Delivery::forWhom,
                  {.column = "for_whom",
                      .label = QT_TRANSLATE_NOOP("record", "Or for whom else"),
                      .searched = true,
                      .listed = true,
                      .maxLength = 100})
              .field(&Delivery::what,
                  {.column = "what",
                      .label = QT_TRANSLATE_NOOP("record", "What it is"),
                      .help = QT_TRANSLATE_NOOP("record", "As it looks from outside: a parcel, a letter. What is in it is theirs to know."),
                      .required = true,
                      .listed = true,
                      .maxLength = 120})
              .field(&Delivery::sender, {.column = "sender", .label = QT_TRANSLATE_NOOP("record", "Brought by"), .maxLength = 100})
              .field(&Delivery::cameAt, cameField())
              .field(&Delivery::keptWhere, {.column = "kept_where", .label = QT_TRANSLATE_NOOP("record", "Where it lies"), .listed = true})
              .field(&Delivery::handedAt,
                  {.column = "handed_at",
                      .label = QT_TRANSLATE_NOOP("record", "Handed over at"),
                      .help = QT_TRANSLATE_NOOP("record", "Leave empty until they have it."),
                      .listed = true,
                      .saidAfterwards = true,
                      .days = kHappened})
              .field(&Delivery::handedTo,
                  {.column = "handed_to",
                      .label = QT_TRANSLATE_NOOP("record", "To whom, if not to them"),
                      .shownWhen = {"handed_at"},
                      .saidAfterwards = true,
                      .maxLength = 100})
              .field(&Delivery::note, noteField(500));
    return type;
}

template <> const Described<StaffPresence> &recordType<StaffPresence>()
{
    static const Described<StaffPresence> type
        = Described<StaffPresence>({.table = "staff_presence",
                                       .title = QT_TRANSLATE_NOOP("record", "Staff in the building"),
                                       .titleMany = QT_TRANSLATE_NOOP("record", "Staff in the building"),
                                       .access = {.add = Act::Record},
                                       .place = Place::Desk,
                                       .newOne = QT_TRANSLATE_NOOP("record", "New member of staff in"),
                                       .belongs = QT_TRANSLATE_NOOP("record",
                                           "Who of the team is in the building, for a roll call. It says nothing of working hours."),
                                       .listRank = 4,
                                       .orderBy = "came_at",
                                       .newestFirst = true,
                                       .called = "{staff_id}",
                                       .together = leftAfterComing})
              .field(&StaffPresence::staffId,
                  {.column = "staff_id", .label = QT_TRANSLATE_NOOP("record", "Who"), .refers = "staff", .required = true, .listed = true})
              .field(&StaffPresence::cameAt, cameField())
              .field(&StaffPresence::leftAt, leftField())
              .field(&StaffPresence::note, noteField(300));
    return type;
}

} // namespace keywork
