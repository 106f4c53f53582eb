// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/steady_clock.h"

#include <ctime>

namespace keywork {

namespace {

class BootClock final : public SteadyClock {
public:
    qint64 milliseconds() const override
    {
        timespec now{};
        // The steady clock of the standard library stands still while a notebook sleeps.
        if (clock_gettime(CLOCK_BOOTTIME, &now) != 0)
            clock_gettime(CLOCK_MONOTONIC, &now);
        return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
    }
};

} // namespace

const SteadyClock &systemSteadyClock()
{
    static const BootClock clock;
    return clock;
}

} // namespace keywork
