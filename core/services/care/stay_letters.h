// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/house.h"
#include "core/domain/stay_letters.h"
#include "core/rules/notice.h"

namespace keywork {

class RecordReader;
class Records;

/// What a notice to somebody would stand on, on the day on which it is given.
struct NoticeGround {
    std::optional<Kept<OccupancyRight>> occupancy; ///< none: no notice can be given
    std::optional<QDate> earliest; ///< none: the program knows no days
};

/// Past what the reader may see: the days are the same whoever asks.
Result<NoticeGround> noticeGroundOf(const RecordReader &records, Id<Person> person, QDate given);

/// Has warnings and notices held, from whatever screen, against the stay, the kind of occupancy, the safety plan and who gives
/// them, and completed by who decided, the kind of occupancy then, the earliest day, and the last day of the appeal.
void addStayLetterChecks(Records &records);

} // namespace keywork
