// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration plannedChecks()
{
    return {"Checks at hours of the day and through the night, with what was agreed to",
        {
            u"ALTER TABLE check_series ADD COLUMN rhythm TEXT NOT NULL DEFAULT 'minutes'"_s,
            u"ALTER TABLE check_series ADD COLUMN hours TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE check_series ADD COLUMN night_from TEXT"_s, u"ALTER TABLE check_series ADD COLUMN night_until TEXT"_s,
            u"ALTER TABLE check_series ADD COLUMN finishes_at TEXT"_s, u"ALTER TABLE check_series ADD COLUMN agreement TEXT"_s,
            u"ALTER TABLE check_series ADD COLUMN agreed_how TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE check_series ADD COLUMN refused_decision TEXT NOT NULL DEFAULT ''"_s,
            u"UPDATE check_series SET finishes_at = until_at"_s, // all there were counted minutes
        }};
}

} // namespace keywork
