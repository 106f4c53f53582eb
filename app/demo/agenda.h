// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/services/records/records.h"

#include <functional>
#include <map>

namespace keywork {

/// What will happen, let happen in the order of time, so that the history reads like a hostel's.
class DemoAgenda {
public:
    /// Own: what writes files or steps that keep and write in turn. Everything else shares a commit with its neighbours.
    enum class Commit { Shared, Own };
    using Event = std::function<Done()>;

    /// At the same moment, what was added first happens first. An event may add others; one that would be before
    /// its own moment happens next.
    void add(const QDateTime &when, Event event, Commit commit = Commit::Shared);
    /// Until nothing is left; the clock stands at each event's moment, but never behind `until` (invalid: no such moment).
    Done play(Records &records, SetClock &clock, const QDateTime &until);

private:
    struct Entry {
        Event event;
        Commit commit;
    };
    Done playNext(SetClock &clock);
    std::multimap<QDateTime, Entry> m_entries;
    QDateTime m_now;
    QDateTime m_until;
};

/// What came of a save of which nobody needs the record.
template <class T> Done onlyDone(const Result<T> &result) { return result ? Done() : Done(result.error()); }

} // namespace keywork
