// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/staff_health.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kMostStaffDoses = 6; // house rule: above it somebody typed something else
constexpr Access kManagersAndTheMember{.add = Act::Manage, .amend = Act::Manage, .onlyFor = "staff_id"};

Violations staffHealthFits(const Row &row, QDate)
{
    Violations violations;
    const auto answer = fromCode<StaffHealthAnswer>(row.text(u"answer"_s));
    const QString done = row.text(u"done_on"_s);
    if (answer == StaffHealthAnswer::Had && done.isEmpty())
        violations.append({u"done_on"_s, Rule::Required, {}});
    if (!done.isEmpty() && done < row.text(u"offered_on"_s))
        violations.append({u"done_on"_s, Rule::EndsBeforeStart, {}});
    if (const QString next = row.text(u"next_on"_s); !next.isEmpty() && !done.isEmpty() && next <= done)
        violations.append({u"next_on"_s, Rule::EndsBeforeStart, {}});
    return violations;
}

} // namespace

template <> const Described<StaffHealth> &recordType<StaffHealth>()
{
    static const Described<StaffHealth> type
        = Described<StaffHealth>(
            {.table = "staff_health",
                .title = QT_TRANSLATE_NOOP("record", "Vaccination or health check for the team"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Vaccination and health checks for the team"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Team's health"),
                .access = kManagersAndTheMember,
                .place = Place::Team,
                .newOne = QT_TRANSLATE_NOOP("record", "Offer a vaccination or health check"),
                .belongs = QT_TRANSLATE_NOOP("record",
                    "Hepatitis A and B vaccination and health checks offered to the team. Managers and whoever it is about read it."),
                .listRank = 7,
                .orderBy = "offered_on",
                .newestFirst = true,
                .called = "{what}",
                .within = "what",
                .together = staffHealthFits})
              .field(&StaffHealth::staffId,
                  {.column = "staff_id", .label = QT_TRANSLATE_NOOP("record", "Who"), .refers = "staff", .required = true, .listed = true})
              .field(&StaffHealth::what,
                  {.column = "what",
                      .label = QT_TRANSLATE_NOOP("record", "What"),
                      .list = "staff_health",
                      .required = true,
                      .listed = true})
              .field(&StaffHealth::offeredOn,
                  {.column = "offered_on",
                      .label = QT_TRANSLATE_NOOP("record", "Offered on"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&StaffHealth::answer,
                  {.column = "answer",
                      .label = QT_TRANSLATE_NOOP("record", "What they said"),
                      .help = QT_TRANSLATE_NOOP("record", "Nobody has to accept it, or to say why not."),
                      .required = true,
                      .listed = true})
              .field(&StaffHealth::dose,
                  {.column = "dose",
                      .label = QT_TRANSLATE_NOOP("record", "Which dose"),
                      .shownWhen = {"answer", "done"},
                      .listed = true,
                      .smallest = 1,
                      .largest = kMostStaffDoses})
              .field(&StaffHealth::doneOn,
                  {.column = "done_on",
                      .label = QT_TRANSLATE_NOOP("record", "Done on"),
                      .shownWhen = {"answer", "done"},
                      .listed = true,
                      .days = kHappened})
              .field(&StaffHealth::nextOn,
                  {.column = "next_on",
                      .label = QT_TRANSLATE_NOOP("record", "Next one due"),
                      .help = QT_TRANSLATE_NOOP("record", "As whoever gave it said."),
                      .shownWhen = {"answer", "offered,accepted,done"},
                      .listed = true,
                      .days = kEitherWay});
    return type;
}

} // namespace keywork
