// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/shift.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kSecondsAnHour = 3600;

Violations shiftHasHours(const Row &row, QDate)
{
    if (!row.text(u"starts_at"_s).isEmpty() && row.text(u"starts_at"_s) == row.text(u"ends_at"_s))
        return {{u"ends_at"_s, Rule::ZeroHours, {}}};
    return {};
}

/// EndsBeforeStart for the columns that lie before from_at; ZeroHours for until_at at the same moment.
Violations shiftMomentsInOrder(const Row &row, const QStringList &columns)
{
    Violations violations;
    const QString from = row.text(u"from_at"_s);
    for (const QString &column : columns)
        if (const QString at = row.text(column); !at.isEmpty() && at < from)
            violations.append({column, Rule::EndsBeforeStart, {}});
    if (!from.isEmpty() && row.text(u"until_at"_s) == from)
        violations.append({u"until_at"_s, Rule::ZeroHours, {}});
    return violations;
}

Violations onShiftHoldsTogether(const Row &row, QDate)
{
    Violations violations = shiftMomentsInOrder(row, {u"until_at"_s, u"went_off_at"_s});
    const QDateTime from = fromStoredText(row.text(u"from_at"_s));
    const QDateTime until = fromStoredText(row.text(u"until_at"_s));
    if (from.isValid() && until.isValid() && from.secsTo(until) > kLongestShiftHours * kSecondsAnHour)
        violations.append({u"until_at"_s, Rule::Unlikely, kLongShift});
    return violations;
}

Violations onCallHoldsTogether(const Row &row, QDate)
{
    Violations violations = shiftMomentsInOrder(row, {u"until_at"_s});
    if (row.value(u"staff_id"_s).isNull() && row.text(u"name"_s).trimmed().isEmpty())
        violations.append({u"staff_id"_s, Rule::Required, {}});
    return violations;
}

bool isShiftInUse(const Row &pattern, QDate) { return pattern.value(u"retired"_s).toLongLong() == 0; }

Field shiftHour(const char *column, const char *label, const char *help)
{
    return {.column = column, .label = label, .help = help, .required = true, .listed = true};
}

Field shiftMoment(const char *column, const char *label, bool isRequired)
{
    return {.column = column, .label = label, .required = isRequired, .listed = true, .days = kEitherWay};
}

} // namespace

template <> const Described<ShiftPattern> &recordType<ShiftPattern>()
{
    static const Described<ShiftPattern> type
        = Described<ShiftPattern>({.table = "shift_pattern",
                                      .title = QT_TRANSLATE_NOOP("record", "Shift of the house"),
                                      .titleMany = QT_TRANSLATE_NOOP("record", "Shifts of the house"),
                                      .titleShort = QT_TRANSLATE_NOOP("record", "Shifts"),
                                      .access = kManagersChange,
                                      .place = Place::Handover,
                                      .newOne = QT_TRANSLATE_NOOP("record", "Add a shift"),
                                      .belongs = QT_TRANSLATE_NOOP(
                                          "record", "The shifts of this house, with their hours by its wall clock. Each is handed over."),
                                      .listRank = 6,
                                      .orderBy = "starts_at",
                                      .few = true,
                                      .offered = isShiftInUse,
                                      .called = "{name}",
                                      .together = shiftHasHours})
              .field(&ShiftPattern::name,
                  {.column = "name",
                      .label = QT_TRANSLATE_NOOP("record", "What it is called"),
                      .help = QT_TRANSLATE_NOOP("record", "As people say it: Early, Late, Night."),
                      .required = true,
                      .listed = true,
                      .maxLength = 40})
              .field(&ShiftPattern::startsAt, shiftHour("starts_at", QT_TRANSLATE_NOOP("record", "Begins at"), nullptr))
              .field(&ShiftPattern::endsAt,
                  shiftHour("ends_at", QT_TRANSLATE_NOOP("record", "Ends at"),
                      QT_TRANSLATE_NOOP("record", "An hour before the beginning is one of the next day.")))
              .field(&ShiftPattern::weekdays,
                  {.column = "weekdays",
                      .label = QT_TRANSLATE_NOOP("record", "Days on which it begins"),
                      .list = "weekday",
                      .required = true,
                      .beginsAs = "1_mon,2_tue,3_wed,4_thu,5_fri,6_sat,7_sun",
                      .listed = true})
              .field(&ShiftPattern::retired,
                  {.column = "retired", .label = QT_TRANSLATE_NOOP("record", "Not worked any more"), .listed = true});
    return type;
}

template <> const Described<OnShift> &recordType<OnShift>()
{
    static const Described<OnShift> type
        = Described<OnShift>({.table = "on_shift",
                                 .title = QT_TRANSLATE_NOOP("record", "On shift"),
                                 .titleMany = QT_TRANSLATE_NOOP("record", "Who was on shift"),
                                 .access = {.add = Act::Record},
                                 .place = Place::Handover,
                                 .newOne = QT_TRANSLATE_NOOP("record", "Say who is on shift"),
                                 .belongs = QT_TRANSLATE_NOOP("record", "Who works when: colleagues and an inspection see who was here."),
                                 .listRank = 3,
                                 .orderBy = "from_at",
                                 .newestFirst = true,
                                 .happens = "from_at",
                                 .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "On shift: {staff_id}"); },
                                 .together = onShiftHoldsTogether})
              .field(&OnShift::staffId,
                  {.column = "staff_id", .label = QT_TRANSLATE_NOOP("record", "Who"), .refers = "staff", .required = true, .listed = true})
              .field(&OnShift::patternId,
                  {.column = "pattern_id", .label = QT_TRANSLATE_NOOP("record", "Which shift"), .refers = "shift_pattern", .listed = true})
              .field(&OnShift::fromAt, shiftMoment("from_at", QT_TRANSLATE_NOOP("record", "From"), true))
              .field(&OnShift::untilAt, shiftMoment("until_at", QT_TRANSLATE_NOOP("record", "Until"), false))
              .field(&OnShift::wentOffAt,
                  {.column = "went_off_at",
                      .label = QT_TRANSLATE_NOOP("record", "Went off at"),
                      .help = QT_TRANSLATE_NOOP("record", "Only if it was another time."),
                      .listed = true,
                      .saidAfterwards = true,
                      .days = kHappened});
    return type;
}

template <> const Described<OnCall> &recordType<OnCall>()
{
    static const Described<OnCall> type
        = Described<OnCall>(
            {.table = "on_call",
                .title = QT_TRANSLATE_NOOP("record", "On call"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Who is on call"),
                .place = Place::Handover,
                .newOne = QT_TRANSLATE_NOOP("record", "Say who is on call"),
                .belongs = QT_TRANSLATE_NOOP("record", "The manager on call, from when until when. It stands on every screen."),
                .listRank = 4,
                .orderBy = "from_at",
                .newestFirst = true,
                .together = onCallHoldsTogether})
              .field(
                  &OnCall::staffId, {.column = "staff_id", .label = QT_TRANSLATE_NOOP("record", "Who"), .refers = "staff", .listed = true})
              .field(&OnCall::name,
                  {.column = "name",
                      .label = QT_TRANSLATE_NOOP("record", "Or somebody who is not of the team"),
                      .listed = true,
                      .maxLength = 80})
              .field(&OnCall::telephone,
                  {.column = "telephone",
                      .label = QT_TRANSLATE_NOOP("record", "Telephone"),
                      .required = true,
                      .listed = true,
                      .maxLength = 40})
              .field(&OnCall::fromAt, shiftMoment("from_at", QT_TRANSLATE_NOOP("record", "From"), true))
              .field(&OnCall::untilAt, shiftMoment("until_at", QT_TRANSLATE_NOOP("record", "Until"), false));
    return type;
}

} // namespace keywork
