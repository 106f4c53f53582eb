// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/commands.h"

#include <QElapsedTimer>

namespace keywork {

/// Says beside a long command how it gets on: where a person reads stderr, or with --progress; else nothing, so that what
/// a script gets is the same as ever. On a terminal one line that goes at the end, elsewhere a line now and then.
class Progress {
public:
    Progress(const Request &request, Output output, QString what);
    ~Progress();
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;

    void reached(qint64 done, qint64 whole);
    /// For work that says nothing itself, but asks whether to stop: says the seconds; never stops it.
    std::function<bool()> beside();

private:
    bool isTime();
    void say(const QString &how);
    Output m_output;
    QString m_what;
    bool m_shows;
    QElapsedTimer m_since;
    qint64 m_saidAt = 0; ///< milliseconds
};

} // namespace keywork
