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

Field watcherField()
{
    return {.column = "watcher_id",
        .label = QT_TRANSLATE_NOOP("record", "Who keeps watch"),
        .refers = "staff",
        .heading = QT_TRANSLATE_NOOP("record", "Keeping watch"),
        .listed = true};
}

Described<CheckSeries> whoAndWhy(Described<CheckSeries> &&type)
{
    Field person = residentField();
    person.required = false; // a visitor is only described
    person.listed = true;
    return std::move(type)
        .field(&CheckSeries::personId, person)
        .field(&CheckSeries::described,
            {.column = "described", .label = QT_TRANSLATE_NOOP("record", "Who, if they are no resident"), .searched = true, .listed = true})
        .field(&CheckSeries::reason, {.column = "reason", .label = QT_TRANSLATE_NOOP("record", "Why"), .required = true, .listed = true})
        .field(&CheckSeries::reasonNote,
            {.column = "reason_note",
                .label = QT_TRANSLATE_NOOP("record", "What else is to be known"),
                .help = QT_TRANSLATE_NOOP("record", "What to look for, and what the crew or the service asked."),
                .searched = true,
                .multiline = true,
                .maxLength = 1000})
        .field(&CheckSeries::incidentId,
            {.column = "incident_id",
                .label = QT_TRANSLATE_NOOP("record", "Because of the incident"),
                .refers = "incident",
                .listed = true,
                .anyOnFile = true});
}

Described<CheckSeries> howLong(Described<CheckSeries> &&type)
{
    return std::move(type)
        .field(&CheckSeries::fromAt,
            {.column = "from_at",
                .label = QT_TRANSLATE_NOOP("record", "From"),
                .heading = QT_TRANSLATE_NOOP("record", "How often"),
                .required = true,
                .listed = true,
                .days = kEitherWay})
        .field(&CheckSeries::everyMinutes,
            {.column = "every_minutes",
                .label = QT_TRANSLATE_NOOP("record", "Every so many minutes"),
                .help = QT_TRANSLATE_NOOP("record", "As the crew or the service asked. Counted from the last check."),
                .required = true,
                .listed = true,
                .smallest = 1,
                .largest = kLongestBetween})
        .field(&CheckSeries::untilAt,
            {.column = "until_at",
                .label = QT_TRANSLATE_NOOP("record", "Until"),
                .help = QT_TRANSLATE_NOOP("record", "Empty: until somebody ends them. The last check is due then."),
                .listed = true,
                .days = kEitherWay});
}

} // namespace

template <> const Described<CheckSeries> &recordType<CheckSeries>()
{
    static const Described<CheckSeries> type = howLong(
        whoAndWhy(Described<CheckSeries>({.table = "check_series",
            .title = QT_TRANSLATE_NOOP("record", "Timed checks"),
            .titleMany = QT_TRANSLATE_NOOP("record", "Timed checks"),
            .category = Category::Risk,
            .access = {.add = Act::Record},
            .newOne = QT_TRANSLATE_NOOP("record", "Start timed checks"),
            .belongs = QT_TRANSLATE_NOOP("record", "Somebody is looked after by the clock: how often, until when, and by whom."),
            .orderBy = "from_at",
            .newestFirst = true,
            .happens = "from_at",
            .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Timed checks, every {every_minutes} minutes: {reason}"); },
            .ends = "ended_at",
            .ended = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Timed checks ended: {ended_why}"); },
            .handedOver = alwaysTold,
            .called = "{reason}",
            .within = "reason",
            .together = seriesHoldsTogether})))
                                                   .field(&CheckSeries::watcherId, watcherField())
                                                   .field(&CheckSeries::watcherOther,
                                                       {.column = "watcher_other",
                                                           .label = QT_TRANSLATE_NOOP("record", "Or who else keeps watch"),
                                                           .searched = true,
                                                           .listed = true})
                                                   .field(&CheckSeries::afterNaloxone,
                                                       {.column = "after_naloxone",
                                                           .label = QT_TRANSLATE_NOOP("record", "Naloxone was given"),
                                                           .help = QT_TRANSLATE_NOOP("record",
                                                               "Then each check needs a word from them: breathing alone is not enough.")})
                                                   .field(&CheckSeries::kit,
                                                       {.column = "kit",
                                                           .label = QT_TRANSLATE_NOOP("record", "Fresh naloxone kit: which, and where"),
                                                           .searched = true,
                                                           .maxLength = 120})
                                                   .field(&CheckSeries::endedAt,
                                                       {.column = "ended_at",
                                                           .label = QT_TRANSLATE_NOOP("record", "Ended"),
                                                           .heading = QT_TRANSLATE_NOOP("record", "Ended before their time"),
                                                           .listed = true,
                                                           .saidAfterwards = true,
                                                           .days = kHappened})
                                                   .field(&CheckSeries::endedWhy,
                                                       {.column = "ended_why",
                                                           .label = QT_TRANSLATE_NOOP("record", "Why they were ended"),
                                                           .shownWhen = {"ended_at"},
                                                           .searched = true,
                                                           .saidAfterwards = true,
                                                           .saysWhy = true,
                                                           .maxLength = 500});
    return type;
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
