// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/moment_text.h"

#include "ui/forms/date_text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Hours on a clock of 24 or, with am or pm, of 12 hours.
std::optional<QTime> timeOf(const QString &hours, const QString &minutes, const QString &half)
{
    int hour = hours.toInt();
    if (!half.isEmpty()) {
        if (hour < 1 || hour > 12)
            return {};
        hour = hour % 12 + (half == u"pm" ? 12 : 0);
    }
    const QTime time(hour, minutes.toInt());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

/// Minutes or hours from now, to the minute, as it is shown.
std::optional<QDateTime> shifted(const QString &text, const Clock &clock)
{
    const QDateTime now = clock.now();
    const QDateTime minute = now.addMSecs(-(now.time().second() * 1000 + now.time().msec()));
    if (text == u"now")
        return minute;
    static const QRegularExpression form(u"^(?:([+-]|in\\s)\\s*)?([0-9]{1,4}|an?|one)\\s*(m|mins?|minutes?|h|hrs?|hours?)(\\s+ago)?\\z"_s);
    const auto match = form.match(text);
    const bool isAgo = !match.captured(4).isEmpty();
    if (!match.hasMatch() || match.captured(1).isEmpty() != isAgo)
        return {};
    const qint64 count = match.captured(2).at(0).isDigit() ? match.captured(2).toLongLong() : 1;
    const qint64 minutes = count * (match.captured(3).startsWith(u'h') ? 60 : 1);
    return minute.addSecs((isAgo || match.captured(1) == u"-" ? -60 : 60) * minutes);
}

} // namespace

std::optional<QTime> timeFromText(const QString &typed)
{
    static const QRegularExpression form(
        u"^(?:([0-9]{1,2})[:.]([0-9]{2})\\s*(am|pm)?|([0-9]{1,2})\\s*(am|pm)|([0-9]{1,2})([0-9]{2}))\\z"_s);
    const auto match = form.match(plainTyped(typed));
    if (!match.hasMatch())
        return {};
    if (!match.captured(1).isEmpty())
        return timeOf(match.captured(1), match.captured(2), match.captured(3));
    if (!match.captured(4).isEmpty())
        return timeOf(match.captured(4), u"0"_s, match.captured(5));
    return timeOf(match.captured(6), match.captured(7), {});
}

std::optional<WallTime> momentFromText(const QString &typed, const Clock &clock, const DayRange &range)
{
    const QString text = plainTyped(typed);
    if (const auto moment = shifted(text, clock))
        return WallTime{WallTime::Outcome::Once, *moment, *moment};
    // Four digits in a row are a year here, not a time.
    static const QRegularExpression form(
        u"^(?:(.+?)(?:\\s*,\\s*|\\s+)(?:at\\s+)?)?([0-9]{1,2}[:.][0-9]{2}(?:\\s*[ap]m)?|[0-9]{1,2}\\s*[ap]m)\\z"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    const auto time = timeFromText(match.captured(2));
    const auto day = match.captured(1).isEmpty() ? std::optional(clock.today()) : dayFromText(match.captured(1), clock.today(), range);
    if (!time || !day)
        return {};
    return clock.resolve(*day, *time);
}

} // namespace keywork
