// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace keywork {

/// Tells when nobody has touched keyboard or mouse for a while, whatever dialog is open. Sleep counts: what is compared
/// is the time of day, and the time that the program ran where that is longer.
class IdleWatch : public QObject {
    Q_OBJECT
public:
    explicit IdleWatch(QObject *parent = nullptr);

    /// 0 seconds: never.
    void start(int coverSeconds, int lockSeconds);
    /// Another time until names are covered, from the last key on.
    void setCover(int seconds) { m_coverSeconds = seconds; }
    void stop();
    /// For tests: as if the last key had been pressed then.
    void setLastTouch(const QDateTime &at);
    void look();

Q_SIGNALS:
    void coverSoon(); ///< in ten seconds
    void coverDue();
    void lockSoon(); ///< in twenty seconds
    void lockDue();
    void cameBack(); ///< the first touch after the cover was due

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void touch();
    QTimer m_timer;
    QDateTime m_last;
    QElapsedTimer m_steady;
    int m_coverSeconds = 0;
    int m_lockSeconds = 0;
    bool m_saidCoverSoon = false;
    bool m_saidCover = false;
    bool m_saidSoon = false;
};

} // namespace keywork
