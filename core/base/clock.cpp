// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr auto kStoredFormat = "yyyy-MM-ddTHH:mm:ss.zzzZ";
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
    return instant.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u'Z';
}

QDateTime fromStoredText(const QString &text)
{
    if (text.size() != qsizetype(qstrlen(kStoredFormat)) || !text.endsWith(u'Z'))
        return {};
    QDateTime instant = QDateTime::fromString(text.chopped(1), u"yyyy-MM-ddTHH:mm:ss.zzz"_s);
    instant.setTimeSpec(Qt::UTC);
    return instant;
}

} // namespace keywork
