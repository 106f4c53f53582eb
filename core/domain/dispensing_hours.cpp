// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/prescription.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

using HoursMember = std::optional<QTime> DispensingHours::*;
constexpr std::array<std::pair<HoursMember, HoursMember>, 7> kHoursByWeekday{{
    {&DispensingHours::mondayFrom, &DispensingHours::mondayUntil},
    {&DispensingHours::tuesdayFrom, &DispensingHours::tuesdayUntil},
    {&DispensingHours::wednesdayFrom, &DispensingHours::wednesdayUntil},
    {&DispensingHours::thursdayFrom, &DispensingHours::thursdayUntil},
    {&DispensingHours::fridayFrom, &DispensingHours::fridayUntil},
    {&DispensingHours::saturdayFrom, &DispensingHours::saturdayUntil},
    {&DispensingHours::sundayFrom, &DispensingHours::sundayUntil},
}};

Violations hoursFit(const Row &row, QDate)
{
    Violations found;
    for (const Field &field : row.type->fields) {
        const QString column = QString::fromLatin1(field.column);
        if (field.kind != Kind::TimeOfDay || !column.endsWith(u"_from"))
            continue;
        const QString untilColumn = column.chopped(5) + u"_until"_s;
        const QString from = row.text(column);
        const QString until = row.text(untilColumn);
        if (from.isEmpty() != until.isEmpty())
            found.append({from.isEmpty() ? column : untilColumn, Rule::Required, {}});
        else if (!from.isEmpty() && until <= from)
            found.append({untilColumn, Rule::EndsBeforeStart, {}});
    }
    return found;
}

Field hoursField(const char *column, const char *label, const char *heading = nullptr)
{
    return {.column = column, .label = label, .heading = heading};
}

Field bankHolidayHours(const char *column, const char *label)
{
    return {.column = column, .label = label, .shownWhen = {"bank_holidays", "open"}};
}

} // namespace

std::optional<QTime> DispensingHours::opensOn(int weekday) const
{
    return weekday >= Qt::Monday && weekday <= Qt::Sunday ? this->*kHoursByWeekday.at(size_t(weekday - 1)).first : std::nullopt;
}

std::optional<QTime> DispensingHours::closesOn(int weekday) const
{
    return weekday >= Qt::Monday && weekday <= Qt::Sunday ? this->*kHoursByWeekday.at(size_t(weekday - 1)).second : std::nullopt;
}

template <> const Described<DispensingHours> &recordType<DispensingHours>()
{
    static const Described<DispensingHours> type
        = Described<DispensingHours>(
            {.table = "dispensing_hours",
                .title = QT_TRANSLATE_NOOP("record", "Hours of a pharmacy"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Hours of pharmacies"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Pharmacy hours"),
                .place = Place::Partners,
                .newOne = QT_TRANSLATE_NOOP("record", "New hours of a pharmacy"),
                .belongs = QT_TRANSLATE_NOOP(
                    "record", "When each pharmacy is open, on bank holidays too: a closed day is where a gap in medicine begins."),
                .orderBy = "from_on",
                .newestFirst = true,
                .together = hoursFit})
              .field(&DispensingHours::agencyId,
                  {.column = "agency_id",
                      .label = QT_TRANSLATE_NOOP("record", "Pharmacy or service"),
                      .refers = "agency",
                      .required = true,
                      .listed = true})
              .field(&DispensingHours::fromOn,
                  {.column = "from_on",
                      .label = QT_TRANSLATE_NOOP("record", "These hours since"),
                      .required = true,
                      .listed = true,
                      .days = kEitherWay})
              .field(&DispensingHours::mondayFrom,
                  hoursField(
                      "monday_from", QT_TRANSLATE_NOOP("record", "Monday from"), QT_TRANSLATE_NOOP("record", "Empty: closed that day")))
              .field(&DispensingHours::mondayUntil, hoursField("monday_until", QT_TRANSLATE_NOOP("record", "Monday until")))
              .field(&DispensingHours::tuesdayFrom, hoursField("tuesday_from", QT_TRANSLATE_NOOP("record", "Tuesday from")))
              .field(&DispensingHours::tuesdayUntil, hoursField("tuesday_until", QT_TRANSLATE_NOOP("record", "Tuesday until")))
              .field(&DispensingHours::wednesdayFrom, hoursField("wednesday_from", QT_TRANSLATE_NOOP("record", "Wednesday from")))
              .field(&DispensingHours::wednesdayUntil, hoursField("wednesday_until", QT_TRANSLATE_NOOP("record", "Wednesday until")))
              .field(&DispensingHours::thursdayFrom, hoursField("thursday_from", QT_TRANSLATE_NOOP("record", "Thursday from")))
              .field(&DispensingHours::thursdayUntil, hoursField("thursday_until", QT_TRANSLATE_NOOP("record", "Thursday until")))
              .field(&DispensingHours::fridayFrom, hoursField("friday_from", QT_TRANSLATE_NOOP("record", "Friday from")))
              .field(&DispensingHours::fridayUntil, hoursField("friday_until", QT_TRANSLATE_NOOP("record", "Friday until")))
              .field(&DispensingHours::saturdayFrom, hoursField("saturday_from", QT_TRANSLATE_NOOP("record", "Saturday from")))
              .field(&DispensingHours::saturdayUntil, hoursField("saturday_until", QT_TRANSLATE_NOOP("record", "Saturday until")))
              .field(&DispensingHours::sundayFrom, hoursField("sunday_from", QT_TRANSLATE_NOOP("record", "Sunday from")))
              .field(&DispensingHours::sundayUntil, hoursField("sunday_until", QT_TRANSLATE_NOOP("record", "Sunday until")))
              .field(&DispensingHours::bankHolidays,
                  {.column = "bank_holidays",
                      .label = QT_TRANSLATE_NOOP("record", "On bank holidays"),
                      .heading = QT_TRANSLATE_NOOP("record", "Bank holidays"),
                      .required = true,
                      .beginsAs = "not_known",
                      .listed = true})
              .field(&DispensingHours::bankHolidayFrom,
                  bankHolidayHours("bank_holiday_from", QT_TRANSLATE_NOOP("record", "Bank holidays from")))
              .field(&DispensingHours::bankHolidayUntil,
                  bankHolidayHours("bank_holiday_until", QT_TRANSLATE_NOOP("record", "Bank holidays until")))
              .field(&DispensingHours::note,
                  {.column = "note", .label = QT_TRANSLATE_NOOP("record", "Note"), .searched = true, .maxLength = 500});
    return type;
}

} // namespace keywork
