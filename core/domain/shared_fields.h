// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"

namespace keywork {

/// Whose record it is; set once.
Field residentField();

/// "number": what people say, given by the file.
Field numberField();
/// "note": found by Ctrl+K, never leaves. `maxLength` in characters.
Field noteField(int maxLength);
/// "from_on": the day it holds from, past or to come.
Field fromField();
/// "until_on", which may be left open.
Field untilEndedField();
/// "on_day": the day on which it was.
Field onDayField();
/// "starts_at": day and time, past or to come.
Field startsAtField();
Field emailField();

/// For records with `from_on` and `until_on`: EndsBeforeStart when the end is before the beginning.
Violations endsAfterItBegan(const Row &row, QDate today);

} // namespace keywork
