// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/lone_working.h"

#include <algorithm>

namespace keywork {

LoneState loneStateOf(const LoneWorking &lone, const QList<LoneCheckIn> &words)
{
    LoneState state;
    for (const LoneCheckIn &word : words)
        if (word.at >= lone.fromAt && (!state.lastAt || word.at > *state.lastAt))
            state.lastAt = word.at;
    if (lone.endedAt)
        return state;
    const QDateTime since = state.lastAt.value_or(lone.fromAt);
    state.dueAt = since.addSecs(lone.everyMinutes.value_or(0) * 60);
    if (lone.untilAt && since < *lone.untilAt)
        state.dueAt = std::min(*state.dueAt, *lone.untilAt);
    return state;
}

} // namespace keywork
