// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <functional>

namespace keywork {

class Database;

/// Writes anew what is derived from the records and was made by other rules than `rules`, in one transaction with the note of
/// what it was made by. `what`: its table.
Done bringDerivedUpToDate(Database &database, const QString &what, const QString &rules, const std::function<Done()> &writeAll);
/// It is written anew when it is next brought up to date.
Done forgetDerived(Database &database, const QString &what);

} // namespace keywork
