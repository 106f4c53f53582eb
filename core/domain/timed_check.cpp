// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/timed_check.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kMostBreaths = 80; // a minute; house rule: above it somebody typed something else

Violations checkHoldsTogether(const Row &row, QDate)
{
    const auto result = fromCode<CheckResult>(row.text(u"result"_s));
    if (result == CheckResult::NotDone && row.text(u"note"_s).trimmed().isEmpty())
        return {{u"note"_s, Rule::ReasonNeeded, {}}};
    return {};
}

const char *timedCheckLine(const Row &row)
{
    return fromCode<CheckResult>(row.text(u"result"_s)) == CheckResult::BreathingCounted
        ? QT_TRANSLATE_NOOP("record", "Check: {result}, {breaths} a minute")
        : QT_TRANSLATE_NOOP("record", "Check: {result}");
}

/// One that counts as a check is nothing to hand over.
Handing checkThatAlarms(const Row &row)
{
    const auto result = fromCode<CheckResult>(row.text(u"result"_s));
    return result && isCheck(*result, false) ? Handing::NotTold : Handing::First;
}

/// Who was not woken, as agreed, was not seen; who could not be roused was.
bool wasSeenAtCheck(const Row &row)
{
    const auto result = fromCode<CheckResult>(row.text(u"result"_s));
    return result == CheckResult::CouldNotRouse || (result && *result != CheckResult::ChoseNotWoken && isCheck(*result, false));
}

} // namespace

template <> const Described<TimedCheck> &recordType<TimedCheck>()
{
    Field person = residentField();
    person.required = false;
    static const Described<TimedCheck> type
        = Described<TimedCheck>({.table = "timed_check",
                                    .title = QT_TRANSLATE_NOOP("record", "Check"),
                                    .titleMany = QT_TRANSLATE_NOOP("record", "Checks done"),
                                    .category = Category::Risk,
                                    .access = {.add = Act::Record},
                                    .orderBy = "done_at",
                                    .newestFirst = true,
                                    .happens = "done_at",
                                    .happened = timedCheckLine,
                                    .handedOver = checkThatAlarms,
                                    .seen = {.at = "done_at", .by = "by_id", .when = wasSeenAtCheck},
                                    .called = "{result}",
                                    .within = "series_id",
                                    .together = checkHoldsTogether})
              .field(&TimedCheck::personId, person)
              .field(&TimedCheck::seriesId,
                  {.column = "series_id",
                      .label = QT_TRANSLATE_NOOP("record", "Timed checks"),
                      .refers = "check_series",
                      .required = true,
                      .listed = true,
                      .kept = true})
              .field(&TimedCheck::dueAt,
                  {.column = "due_at", .label = QT_TRANSLATE_NOOP("record", "Due at"), .listed = true, .kept = true, .days = kHappened})
              .field(&TimedCheck::doneAt,
                  {.column = "done_at",
                      .label = QT_TRANSLATE_NOOP("record", "Done at"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&TimedCheck::result,
                  {.column = "result",
                      .label = QT_TRANSLATE_NOOP("record", "What you found"),
                      .help = QT_TRANSLATE_NOOP("record", "“Asleep” is no answer: rouse them, or count their breathing."),
                      .required = true,
                      .listed = true})
              .field(&TimedCheck::breaths,
                  {.column = "breaths",
                      .label = QT_TRANSLATE_NOOP("record", "Breaths a minute"),
                      .shownWhen = {"result", "breathing_counted"},
                      .required = true,
                      .listed = true,
                      .smallest = 0,
                      .largest = kMostBreaths})
              .field(&TimedCheck::countHeld,
                  {.column = "count_held",
                      .label = QT_TRANSLATE_NOOP("record", "Counted over a whole minute"),
                      .shownWhen = {"result", "breathing_counted"}})
              .field(&TimedCheck::byId,
                  {.column = "by_id",
                      .label = QT_TRANSLATE_NOOP("record", "Done by, if it was not you"),
                      .refers = "staff",
                      .listed = true})
              .field(&TimedCheck::note,
                  {.column = "note", .label = QT_TRANSLATE_NOOP("record", "Note"), .searched = true, .listed = true, .maxLength = 500});
    return type;
}

} // namespace keywork
