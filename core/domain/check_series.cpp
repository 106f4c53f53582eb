// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/timed_check.h"

#include "core/domain/shared_fields.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kLongestBetween = 24 * 60; // minutes; house rule

bool isCheckBlank(const Row &row, const QString &column)
{
    const QVariant said = row.value(column);
    return said.isNull() || said.toString().trimmed().isEmpty();
}

Violations seriesHoldsTogether(const Row &row, QDate)
{
    Violations violations;
    if (isCheckBlank(row, u"person_id"_s) && isCheckBlank(row, u"described"_s))
        violations.append({u"described"_s, Rule::Required, {}});
    if (isCheckBlank(row, u"watcher_id"_s) && isCheckBlank(row, u"watcher_other"_s))
        violations.append({u"watcher_id"_s, Rule::Required, {}});
    const QString from = row.text(u"from_at"_s);
    for (const QString &column : {u"until_at"_s, u"ended_at"_s})
        if (!isCheckBlank(row, column) && row.text(column) < from)
            violations.append({column, Rule::EndsBeforeStart, {}});
    if (row.text(u"until_at"_s) == from && !from.isEmpty())
        violations.append({u"until_at"_s, Rule::EndsBeforeStart, {}});
    if (!isCheckBlank(row, u"ended_at"_s) && isCheckBlank(row, u"ended_why"_s))
        violations.append({u"ended_why"_s, Rule::ReasonNeeded, {}});
    if (const QString hours = row.text(u"hours"_s); !hours.trimmed().isEmpty() && !hoursOfDay(hours))
        violations.append({u"hours"_s, Rule::NotATime, {}});
    if (!isCheckBlank(row, u"night_from"_s) && row.text(u"night_from"_s) == row.text(u"night_until"_s))
        violations.append({u"night_until"_s, Rule::EndsBeforeStart, kNoCheckBetween});
    return violations;
}

const char *seriesLine(const Row &row)
{
    const auto rhythm = fromCode<CheckRhythm>(row.text(u"rhythm"_s));
    if (rhythm == CheckRhythm::Hours)
        return QT_TRANSLATE_NOOP("record", "Checks at {hours}: {reason}");
    if (rhythm == CheckRhythm::Nights)
        return QT_TRANSLATE_NOOP("record", "Checks from {night_from} to {night_until}, every {every_minutes} minutes: {reason}");
    return QT_TRANSLATE_NOOP("record", "Timed checks, every {every_minutes} minutes: {reason}");
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
        .field(&CheckSeries::reason, {.column = "reason", .label = QT_TRANSLATE_NOOP("record", "Why"), .required = true, .listed = true})
        .field(&CheckSeries::described,
            {.column = "described", .label = QT_TRANSLATE_NOOP("record", "Who, if they are no resident"), .searched = true, .listed = true})
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
        .field(&CheckSeries::rhythm,
            {.column = "rhythm",
                .label = QT_TRANSLATE_NOOP("record", "How they follow each other"),
                .required = true,
                .beginsAs = "minutes",
                .listed = true})
        .field(&CheckSeries::everyMinutes,
            {.column = "every_minutes",
                .label = QT_TRANSLATE_NOOP("record", "Every so many minutes"),
                .help = QT_TRANSLATE_NOOP("record", "As the crew, the service or the plan asked."),
                .shownWhen = {"rhythm", "minutes,nights"},
                .required = true,
                .listed = true,
                .smallest = 1,
                .largest = kLongestBetween})
        .field(&CheckSeries::hours,
            {.column = "hours",
                .label = QT_TRANSLATE_NOOP("record", "At which hours"),
                .help = QT_TRANSLATE_NOOP("record", "As 22:00, 02:00, 06:00."),
                .shownWhen = {"rhythm", "hours"},
                .required = true,
                .maxLength = 160})
        .field(&CheckSeries::nightFrom,
            {.column = "night_from",
                .label = QT_TRANSLATE_NOOP("record", "Each night from"),
                .shownWhen = {"rhythm", "nights"},
                .required = true})
        .field(&CheckSeries::nightUntil,
            {.column = "night_until",
                .label = QT_TRANSLATE_NOOP("record", "Each night until"),
                .shownWhen = {"rhythm", "nights"},
                .required = true})
        .field(&CheckSeries::untilAt,
            {.column = "until_at",
                .label = QT_TRANSLATE_NOOP("record", "Until"),
                .help = QT_TRANSLATE_NOOP("record", "Empty: until somebody ends them. Of minutes the last check is due then."),
                .listed = true,
                .days = kEitherWay})
        .field(&CheckSeries::finishesAt,
            {.column = "finishes_at", .label = QT_TRANSLATE_NOOP("record", "Over with a check from"), .kept = true, .days = kEitherWay})
        .field(&CheckSeries::agreement,
            {.column = "agreement",
                .label = QT_TRANSLATE_NOOP("record", "What they said to being looked in on"),
                .help = QT_TRANSLATE_NOOP("record", "Not asked yet: leave it empty, and it is asked for on Today."),
                .heading = QT_TRANSLATE_NOOP("record", "Their agreement"),
                .shownWhen = {"rhythm", "hours,nights"}})
        .field(&CheckSeries::agreedHow,
            {.column = "agreed_how",
                .label = QT_TRANSLATE_NOOP("record", "How: knocks, and when one may come in"),
                .shownWhen = {"agreement", "agreed"},
                .maxLength = 300})
        .field(&CheckSeries::refusedDecision,
            {.column = "refused_decision",
                .label = QT_TRANSLATE_NOOP("record", "What a manager decided, and who"),
                .help = QT_TRANSLATE_NOOP("record", "Empty until it is decided; Today asks for it."),
                .shownWhen = {"agreement", "refused"},
                .saysWhy = true,
                .maxLength = 500});
}

} // namespace

std::optional<QList<QTime>> hoursOfDay(const QString &text)
{
    static const QRegularExpression between(u"[,;\\s]+"_s);
    QList<QTime> hours;
    for (QString one : text.split(between, Qt::SkipEmptyParts)) {
        const QTime hour = QTime::fromString(one.replace(u'.', u':'), u"H:mm"_s);
        if (!hour.isValid())
            return {};
        hours.append(hour);
    }
    std::sort(hours.begin(), hours.end());
    hours.erase(std::unique(hours.begin(), hours.end()), hours.end());
    return hours.isEmpty() ? std::nullopt : std::optional(hours);
}

bool isEmergency(const CheckSeries &series)
{
    if (series.afterNaloxone)
        return true;
    switch (series.reason) {
    case CheckReason::ChoseNotToGo:
    case CheckReason::AfterOverdose:
    case CheckReason::Intoxicated:
    case CheckReason::HeadInjury:
    case CheckReason::SelfHarm:
    case CheckReason::Unwell:
        return true;
    case CheckReason::Welfare:
    case CheckReason::Other:
        break;
    }
    return false;
}

template <> const Described<CheckSeries> &recordType<CheckSeries>()
{
    static const Described<CheckSeries> type
        = howLong(whoAndWhy(Described<CheckSeries>({.table = "check_series",
                      .title = QT_TRANSLATE_NOOP("record", "Timed checks"),
                      .titleMany = QT_TRANSLATE_NOOP("record", "Timed checks"),
                      .category = Category::Risk,
                      .access = {.add = Act::Record},
                      .newOne = QT_TRANSLATE_NOOP("record", "Start timed checks"),
                      .belongs = QT_TRANSLATE_NOOP("record", "Somebody is looked after by the clock: how often, until when, and by whom."),
                      .orderBy = "from_at",
                      .newestFirst = true,
                      .happens = "from_at",
                      .happened = seriesLine,
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
                      .help = QT_TRANSLATE_NOOP("record", "Then each check needs a word from them: breathing alone is not enough.")})
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

} // namespace keywork
