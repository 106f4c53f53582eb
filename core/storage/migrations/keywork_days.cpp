// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration keyworkDays()
{
    return {
        "After how many days without keywork Today says so", {u"ALTER TABLE house ADD COLUMN keywork_days INTEGER NOT NULL DEFAULT 14"_s}};
}

} // namespace keywork
