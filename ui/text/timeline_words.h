// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/names.h"
#include "core/services/records/timeline.h"
#include "ui/text/words.h"

namespace keywork {
class Records;
}

namespace keywork::words {

/// What happened, in one sentence without a full stop: "Missed: Wellbeing drug service, keyworker there".
QString happening(const TimelineLine &line, const Names &names, const ChoiceSource &choices, const Clock &clock);
/// What a template of a description says: {column} stands for the cell, {one|other} for the first that is not empty. A cell
/// that is empty leaves no mark and no blank behind.
QString filled(const QString &pattern, const std::function<QString(const QString &column)> &cell);
/// References as words::value asks for them; `names` has to live as long.
Names namesFrom(const keywork::Names &names);

/// What a record is called where another one names it, as its description says; else the title of its kind.
QString nameOf(const Row &row, const ChoiceSource &choices, const Clock &clock);
QString nameOf(const Row &row, const Records &records);

/// Mon 14 Sep; with the year when it is not this one.
QString timelineDay(const TimelineLine &line, const Clock &clock);
/// 14:20; empty when only the day is known.
QString timelineTime(const TimelineLine &line, const Clock &clock);

} // namespace keywork::words
