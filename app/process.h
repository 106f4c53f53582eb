// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace keywork {

/// Before anything else: no core dumps, not readable by other processes, temporary files in the user's own runtime folder.
void hardenProcess();

/// Whether a person reads what is said on stderr, or a file or program gets it.
bool errIsTerminal();

} // namespace keywork
