// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/record/choice_list.h"
#include "core/services/records/history_lines.h"

namespace keywork::words {

QString historySentence(const HistoryLine &line, const ChoiceSource &choices, const Clock &clock);

} // namespace keywork::words
