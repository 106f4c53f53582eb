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

    /// At the same moment, what was added first happens first. An event may add others, not before its own moment.
    void add(const QDateTime &when, Event event, Commit commit = Commit::Shared);
    /// Until nothing is left; the clock stands at each event's moment.
    Done play(Records &records, SetClock &clock);

private:
    struct Entry {
        Event event;
        Commit commit;
    };
    Done playNext(SetClock &clock);
    std::multimap<QDateTime, Entry> m_entries;
};

/// What came of a save of which nobody needs the record.
template <class T> Done onlyDone(const Result<T> &result) { return result ? Done() : Done(result.error()); }

} // namespace keywork
