// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/services/keeping/seen_heads.h"

namespace keywork {

struct VaultHeader;

/// Wrong passwords, keys and passphrases typed for this file within the last ten minutes, wherever: the sign-in, the
/// recovery key, a rescue, a restore. Slows guessing (Accounts::secondsToWait). Neither one's own sign-in nor deleting
/// the file beside the vault takes away what this PC knows.
int recentTries(const QString &path, const SeenHeads &seen);
/// The same for a file that is open here, whose header is at hand.
int recentTries(const QString &path, const VaultHeader &header, const SeenHeads &seen);
/// What is waited before the next try; the first two are free.
int secondsBeforeTry(int tries);
/// Notes one: sealed beside a file that is worked in, for the history, and on this PC. Never the typed name.
void noteTry(const QString &path, const QString &name, const SeenHeads &seen, const Clock &clock);
void noteTry(const QString &path, const VaultHeader &header, const QString &name, const SeenHeads &seen, const QDateTime &at);

} // namespace keywork
