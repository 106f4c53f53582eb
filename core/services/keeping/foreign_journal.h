// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace keywork {

class VaultFile;

/// Beside a file that was put back by hand the journal of the newer one may still lie, left by a crash. SQLite would fold
/// it in, and ruin what was put back. So whenever a journal holds something both are looked at in a private copy first.
/// NotAllowedNow when the file is whole without the journal, and torn with it: DamagedJournal for one that is broken or cut
/// in itself, as a failing disk leaves it after a crash, else ForeignJournal; what can't be found out here is left to the
/// opening. Nothing is changed. Not for a file that is open. Slow after a crash: for a worker.
Done checkJournalFits(const QString &path, const VaultFile &vault);

} // namespace keywork
