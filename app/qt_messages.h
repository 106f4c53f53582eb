// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace keywork {

/// From now on nothing of Qt's own reaches stderr, where what commands say stands, unless KEYWORK_QT_MESSAGES is set. Where
/// Qt can't start at all, for want of a display, it says so in a sentence and ends with exit code 1 instead of aborting.
void keepQtQuiet();
/// Qt has started: what is fatal from here on is a fault of the program, and is said and aborts as ever.
void qtHasStarted();

} // namespace keywork
