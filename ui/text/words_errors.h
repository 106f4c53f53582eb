// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace keywork::words {

QString violation(const Violation &violation);
/// What happened, whether the work is safe, what to do now.
QString error(const Error &error);
/// The password that was asked again was wrong; how long the next attempt has to wait.
QString wrongPasswordAgain(int seconds);

} // namespace keywork::words
