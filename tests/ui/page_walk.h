// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/every_kind.h"
#include "tests/support/screen.h"

namespace keywork::test {

/// Called with what is open now: "team, form of staff".
using AtPage = std::function<void(const QString &where)>;

/// Opens everything that the window has, one after another: places, lists, every form new and filled, the parts of a
/// resident's record, the referral step by step, the previews of all documents.
void walkPages(MainWindow &window, EveryKind &kinds, const AtPage &at);
/// Before signing in: the sign-in, the first run, the forgotten password.
void walkStart(MainWindow &window, const AtPage &at);

} // namespace keywork::test
