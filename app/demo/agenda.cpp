// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/agenda.h"

namespace keywork {

namespace {
/// Events; a commit is synced to the disk, so that each of its own would cost more than the work.
constexpr int kEventsPerCommit = 400;
} // namespace

void DemoAgenda::add(const QDateTime &when, Event event, Commit commit) { m_entries.emplace(when, Entry{std::move(event), commit}); }

Done DemoAgenda::playNext(SetClock &clock)
{
    const auto next = m_entries.extract(m_entries.begin());
    clock.set(next.key());
    return next.mapped().event();
}

Done DemoAgenda::play(Records &records, SetClock &clock)
{
    const auto isShared = [this] { return !m_entries.empty() && m_entries.begin()->second.commit == Commit::Shared; };
    while (!m_entries.empty()) {
        Done done = isShared() ? records.together([&]() -> Done {
            Done so;
            for (int i = 0; so && i < kEventsPerCommit && isShared(); ++i)
                so = playNext(clock);
            return so;
        })
                               : playNext(clock);
        if (!done)
            return done;
    }
    return {};
}

} // namespace keywork
