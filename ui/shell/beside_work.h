// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/open_hostel.h"

#include <QObject>
#include <QTimer>
#include <atomic>

namespace keywork {

class Background;

/// What goes on beside the work on an open file: backups when they are due, reading the whole file once a day, writing it
/// anew. Nothing of it outlives stop(), which whoever closes the file calls first.
class BesideWork : public QObject {
    Q_OBJECT
public:
    BesideWork(const Clock &clock, QObject *parent);
    ~BesideWork() override;

    /// From now on about this file. What a check found before the lock is told again.
    void begin(const std::shared_ptr<OpenHostel> &hostel);
    /// Backups every ten minutes when due, and the check of the day soon after the first screens stand.
    void keepGoing();
    /// Asks what runs to end and waits for it. A broken-off backup is made again later.
    void stop();
    /// The file is closed next: what its check found is remembered.
    void leave();
    /// Another file was chosen, or this one was replaced.
    void forgetCheck();

    void backUpWhenDue();
    /// `after` comes when the backup is made, or could not be.
    void backUp(std::function<void()> after);
    bool isBackingUp() const;
    void check();
    bool isChecking() const;
    /// A job that makes another file beside this one; `after` gets it once nothing runs any more.
    void rewrite(std::function<Result<NextFile>()> job, std::function<void(const Result<NextFile> &)> after);

Q_SIGNALS:
    void said(const QString &sentence);
    void refused(const QString &sentence);

private:
    std::shared_ptr<std::atomic<bool>> stopper();
    const Clock &m_clock;
    std::shared_ptr<OpenHostel> m_hostel;
    std::unique_ptr<Background> m_background; ///< joined before the file is closed
    std::unique_ptr<Background> m_checking; ///< the same
    std::shared_ptr<std::atomic<bool>> m_stop; ///< asks what runs in them to end
    QDate m_checkedOn; ///< the day of the last check of the chosen file
    std::optional<FileCheck> m_found; ///< what it found; outlives the lock
    QTimer m_due;
};

} // namespace keywork
