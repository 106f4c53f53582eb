// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace keywork {

/// How much time has gone by, whatever somebody does to the PC's clock. Says nothing of the time of day, and begins anew when
/// the PC is switched on.
class SteadyClock {
public:
    virtual ~SteadyClock() = default;
    /// Milliseconds since some moment in the past; never less than before, and goes on while the PC sleeps.
    virtual qint64 milliseconds() const = 0;
};

/// The PC's own.
const SteadyClock &systemSteadyClock();

/// One that stands still until it is moved: tests and the demonstration hostel.
class SetSteadyClock final : public SteadyClock {
public:
    qint64 milliseconds() const override { return m_milliseconds; }
    void pass(qint64 milliseconds) { m_milliseconds += milliseconds; }

private:
    qint64 m_milliseconds = 0;
};

} // namespace keywork
