// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>

namespace keywork {

namespace {

constexpr int kLookMs = 1000;
constexpr int kWarningSeconds = 20;
constexpr int kCoverWarningSeconds = 10;
constexpr int kLongEnough = 20; ///< for a cover to be told beforehand

} // namespace

IdleWatch::IdleWatch(QObject *parent)
    : QObject(parent)
{
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::look);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::start(int coverSeconds, int lockSeconds)
{
    m_coverSeconds = coverSeconds;
    m_lockSeconds = lockSeconds;
    setLastTouch(QDateTime::currentDateTimeUtc());
    m_timer.start(kLookMs);
}

void IdleWatch::stop() { m_timer.stop(); }

void IdleWatch::setLastTouch(const QDateTime &at)
{
    m_last = at;
    m_steady.start();
    m_saidCover = false;
    m_saidCoverSoon = false;
    m_saidSoon = false;
}

void IdleWatch::look()
{
    // A clock that was put back keeps nothing open: then the time that the program ran counts.
    const qint64 idle = std::max(m_last.secsTo(QDateTime::currentDateTimeUtc()), m_steady.elapsed() / 1000);
    if (m_lockSeconds > 0 && idle >= m_lockSeconds) {
        Q_EMIT lockDue();
        return;
    }
    if (m_lockSeconds > 0 && !m_saidSoon && idle >= m_lockSeconds - kWarningSeconds) {
        m_saidSoon = true;
        Q_EMIT lockSoon();
    }
    if (m_coverSeconds > kLongEnough && !m_saidCoverSoon && !m_saidCover && idle >= m_coverSeconds - kCoverWarningSeconds) {
        m_saidCoverSoon = true;
        if (idle < m_coverSeconds)
            Q_EMIT coverSoon();
    }
    if (m_coverSeconds > 0 && !m_saidCover && idle >= m_coverSeconds) {
        m_saidCover = true;
        Q_EMIT coverDue();
    }
}

void IdleWatch::touch()
{
    const bool wasAway = m_saidCover;
    setLastTouch(QDateTime::currentDateTimeUtc());
    if (wasAway)
        Q_EMIT cameBack();
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::InputMethod:
        touch();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace keywork
