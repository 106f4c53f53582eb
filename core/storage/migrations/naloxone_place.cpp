// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration naloxonePlace()
{
    return {"Where naloxone is kept, and when names are covered beside an open record",
        {
            u"ALTER TABLE house ADD COLUMN naloxone_place TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE house ADD COLUMN hide_record_seconds INTEGER NOT NULL DEFAULT 150"_s,
            u"UPDATE house SET hide_record_seconds = CASE WHEN hide_seconds = 0 THEN 0 ELSE max(150, hide_seconds) END"_s,
        }};
}

} // namespace keywork
