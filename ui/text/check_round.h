// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/timed_checks.h"
#include "core/services/services.h"

namespace keywork::words {

/// One who is looked in on, with where they are.
struct RoundLine {
    ChecksOnFile checks;
    QString who;
    QString floor; ///< with the building where the house has more than one; empty: no room
    QString room;
};

/// Those who are looked in on, as one walks: building, floor, room; floors by their lowest room, who has no room at the end.
QList<RoundLine> roundLines(const QList<ChecksOnFile> &running, const Services &services);
/// What is due: "Due since 02:00, 12 minutes", "Next at 06:00", "Away: in hospital", with what was missed.
QString roundDue(const RoundLine &line, const Services &services);
/// What was done last: "02:04, breathing counted".
QString roundDone(const RoundLine &line, const Clock &clock);

} // namespace keywork::words
