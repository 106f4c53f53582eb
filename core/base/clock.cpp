// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kWidestOffsetSeconds = 15 * 3600; // no zone is further from UTC, and none changes twice in this time

/// The moment at which the offset changes between two that have different ones.
QDateTime changeBetween(const QTimeZone &zone, QDateTime before, QDateTime after)
{
    const int offset = zone.offsetFromUtc(before);
    while (before.secsTo(after) > 1) {
        const QDateTime middle = before.addSecs(before.secsTo(after) / 2);
        (zone.offsetFromUtc(middle) == offset ? before : after) = middle;
    }
    return after;
}

} // namespace

WallTime Clock::resolve(QDate day, QTime time) const
{
    if (!day.isValid() || !time.isValid())
        return {};
    // Qt 6.4 picks one of two moments and moves a missing one without saying so; the offsets themselves say it.
    const QDateTime asUtc(day, time, Qt::UTC);
    const QDateTime before = asUtc.addSecs(-kWidestOffsetSeconds);
    const QDateTime after = asUtc.addSecs(kWidestOffsetSeconds);
    const int offsetBefore = m_zone.offsetFromUtc(before);
    const int offsetAfter = m_zone.offsetFromUtc(after);
    const QDateTime first = asUtc.addSecs(-offsetBefore);
    const QDateTime second = asUtc.addSecs(-offsetAfter);
    const bool isFirst = m_zone.offsetFromUtc(first) == offsetBefore;
    const bool isSecond = m_zone.offsetFromUtc(second) == offsetAfter;
    if (isFirst && isSecond && first != second)
        return {WallTime::Outcome::Twice, first, second};
    if (isFirst || isSecond)
        return {WallTime::Outcome::Once, isFirst ? first : second, isFirst ? first : second};
    const QDateTime change = changeBetween(m_zone, before, after);
    return {WallTime::Outcome::Never, change.addSecs(-60), change};
}

QString toStoredText(const QDateTime &instant)
{
    if (!instant.isValid())
        return {};
    // By hand: a format string costs more than all the rest of a row.
    const QDateTime utc = instant.toUTC();
    const QDate day = utc.date();
    const QTime time = utc.time();
    if (day.year() < 1 || day.year() > 9999)
        return utc.toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u'Z';
    QString text = u"0000-00-00T00:00:00.000Z"_s;
    const auto write = [&text](qsizetype at, int digits, int number) {
        for (qsizetype i = at + digits - 1; i >= at; --i, number /= 10)
            text[i] = QChar(u'0' + number % 10);
    };
    write(0, 4, day.year());
    write(5, 2, day.month());
    write(8, 2, day.day());
    write(11, 2, time.hour());
    write(14, 2, time.minute());
    write(17, 2, time.second());
    write(20, 3, time.msec());
    return text;
}

QDateTime fromStoredText(const QString &text)
{
    static constexpr char16_t kForm[] = u"0000-00-00T00:00:00.000Z";
    constexpr qsizetype kLength = std::size(kForm) - 1;
    if (text.size() != kLength)
        return {};
    for (qsizetype i = 0; i < kLength; ++i) {
        const char16_t c = text.at(i).unicode();
        if (kForm[i] == u'0' ? c < u'0' || c > u'9' : c != kForm[i])
            return {};
    }
    const auto read = [&text](qsizetype at, int digits) {
        int number = 0;
        for (qsizetype i = at; i < at + digits; ++i)
            number = number * 10 + (text.at(i).unicode() - u'0');
        return number;
    };
    const QDate day(read(0, 4), read(5, 2), read(8, 2));
    const QTime time(read(11, 2), read(14, 2), read(17, 2), read(20, 3));
    return day.isValid() && time.isValid() ? QDateTime(day, time, Qt::UTC) : QDateTime();
}

} // namespace keywork
