// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/ledger.h"

#include <sys/types.h>

namespace keywork::test {

/// A process of its own that works on the same files: this program, forked, so that no start-up is paid for.
/// Nothing in `work` may use Catch.
class Child {
public:
    explicit Child(const std::function<void(const Say &say)> &work);
    ~Child();
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    /// Waits for the next whole line; empty when the child ended.
    QString nextLine();
    void kill();
    /// Waits for the end; every whole line that was said, in order.
    QStringList ended();
    /// After `ended`: how, 0 for well.
    int signalNumber() const { return m_signal; }
    int exitCode() const { return m_code; }

private:
    bool readMore();
    pid_t m_process = -1;
    int m_pipe = -1;
    QByteArray m_unread;
    QStringList m_lines;
    int m_signal = 0;
    int m_code = 0;
};

/// A door that children wait at until the parent opens it for all at once.
class Gate {
public:
    Gate();
    ~Gate();
    Gate(const Gate &) = delete;
    Gate &operator=(const Gate &) = delete;
    /// In the child, before it waits at any gate: its own hand would keep the door shut.
    void letGo();
    void wait() const;
    void open() { letGo(); }

private:
    int m_ends[2] = {-1, -1};
};

} // namespace keywork::test
