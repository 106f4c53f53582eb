// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QTimeZone>
#include <algorithm>

namespace keywork {

/// What a time on the house's wall clock means. Moments are UTC.
struct WallTime {
    enum class Outcome {
        Once, ///< `earlier` is the moment, `later` the same
        Twice, ///< the clocks went back: `earlier` before they did, `later` after
        Never, ///< the clocks went forward: the last minute before they did, and the first moment after; invalid for no date
    };
    Outcome outcome = Outcome::Never;
    QDateTime earlier = {};
    QDateTime later = {};

    bool isOnce() const { return outcome == Outcome::Once; }
    bool operator==(const WallTime &) const = default;
};

/// So much two PCs may differ, or one that was put right, without anybody being told; house rule.
inline constexpr qint64 kClocksDifferSeconds = 10 * 60;

/// Where "now" and "today" come from; a parameter everywhere, so that tests can stop the time.
class Clock {
public:
    virtual ~Clock() = default;
    /// The present instant in UTC.
    virtual QDateTime now() const = 0;

    /// The latest moment that is known of: now, or the one that the history reached when the clock stands before it. What
    /// ends some time is asked by it, so that a clock that is set back revives nothing; what is written down bears now().
    virtual QDateTime latest() const { return now(); }
    /// Something was written down at this moment.
    virtual void reach(const QDateTime &at) const { Q_UNUSED(at) }
    /// Whether the clock stands further before the history than clocks of PCs differ.
    bool isBehind() const { return now().secsTo(latest()) > kClocksDifferSeconds; }
    QDate latestDay() const { return local(latest()).date(); }

    /// The house's calendar day; the house's time zone counts, not the PC's.
    QDate today() const { return local(now()).date(); }
    /// The instant at which the house's calendar day begins.
    QDateTime startOf(QDate day) const { return day.startOfDay(m_zone).toUTC(); }
    QDateTime local(const QDateTime &instant) const { return instant.toTimeZone(m_zone); }
    /// Which moments the house's clocks show this day and time; nothing is guessed when they were changed that night.
    WallTime resolve(QDate day, QTime time) const;
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    const QTimeZone &zone() const { return m_zone; }

private:
    QTimeZone m_zone{"Europe/London"};
};

class SystemClock final : public Clock {
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

/// The house's own clock: the time of another one, shown in the house's zone; knows how far the house's history reaches.
class HouseClock final : public Clock {
public:
    explicit HouseClock(const Clock &base)
        : m_base(base)
    {
    }
    QDateTime now() const override { return m_base.now(); }
    QDateTime latest() const override { return m_reached.isValid() ? std::max(now(), m_reached) : now(); }
    void reach(const QDateTime &at) const override { m_reached = m_reached.isValid() ? std::max(m_reached, at) : at; }
    /// A manager says that the clock is right now: what was reached before counts no more.
    void startAnew() { m_reached = now(); }

private:
    const Clock &m_base;
    mutable QDateTime m_reached; ///< whoever may read the clock may only move it forward
};

/// A clock that stands still until it is set: tests and the demonstration hostel.
class SetClock final : public Clock {
public:
    explicit SetClock(const QDateTime &instant)
        : m_instant(instant.toUTC())
    {
    }
    QDateTime now() const override { return m_instant; }
    void set(const QDateTime &instant) { m_instant = instant.toUTC(); }

private:
    QDateTime m_instant;
};

/// The one stored form of an instant: UTC, `yyyy-MM-ddTHH:mm:ss.zzzZ`.
QString toStoredText(const QDateTime &instant);
/// The one stored form of a day, yyyy-MM-dd and nothing behind it; invalid otherwise. Qt's own reading takes more.
inline QDate dayFromStored(const QString &text)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    return day.isValid() && day.toString(Qt::ISODate) == text ? day : QDate();
}
/// The one stored form of a time on the wall clock, HH:mm.
inline QString toStoredText(QTime time) { return time.toString(QStringLiteral("HH:mm")); }
/// Invalid when the text is not in the stored form.
inline QTime timeFromStored(const QString &text)
{
    const QTime time = QTime::fromString(text, QStringLiteral("HH:mm"));
    return time.isValid() && toStoredText(time) == text ? time : QTime();
}
/// Invalid when the text is not in the stored form.
QDateTime fromStoredText(const QString &text);

} // namespace keywork
