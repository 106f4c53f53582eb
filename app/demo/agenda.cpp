// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/agenda.h"

#include <algorithm>

namespace keywork {

namespace {
/// Events; a commit is synced to the disk, so that each of its own would cost more than the work.
constexpr int kEventsPerCommit = 400;
} // namespace

void DemoAgenda::add(const QDateTime &when, Event event, Commit commit)
{
    // What is planned for a moment that has passed happens next: time never runs backwards.
    m_entries.emplace(m_now.isValid() ? std::max(when, m_now) : when, Entry{std::move(event), commit});
}

Done DemoAgenda::playNext(SetClock &clock)
{
    const auto next = m_entries.extract(m_entries.begin());
    m_now = next.key();
    clock.set(m_until.isValid() ? std::min(m_now, m_until) : m_now);
    return next.mapped().event();
}

Done DemoAgenda::play(Records &records, SetClock &clock, const QDateTime &until)
{
    m_until = until;
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
