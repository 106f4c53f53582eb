// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <optional>

namespace keywork {

/// So many days ahead a day that raises awareness is said, the day itself included (domain.md, "What is watched").
inline constexpr int kAwarenessAheadDays = 14;

/// A day or month that many services mark, by month and day; of a month its first.
struct AwarenessDay {
    int month = 1;
    int day = 1;
    const char *name = ""; ///< marked for translation ("record")
};

/// The next one within `kAwarenessAheadDays` days of `today`, and when it is; none: nothing is near. Where two are near, the
/// nearer. Source: W, as listed in domain.md.
struct AwarenessAhead {
    QDate on;
    const char *name = "";
};
std::optional<AwarenessAhead> awarenessAhead(QDate today);

} // namespace keywork
