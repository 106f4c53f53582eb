// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration actNowMarks()
{
    return {"Whom of an incident Overdose — act now put in itself, which naloxone leaves the house, how long a poster hangs unchecked",
        {
            u"ALTER TABLE naloxone_place ADD COLUMN goes_out INTEGER NOT NULL DEFAULT 0"_s,
            u"ALTER TABLE house ADD COLUMN poster_days INTEGER NOT NULL DEFAULT 90"_s,
            u"ALTER TABLE incident_person ADD COLUMN pressed INTEGER NOT NULL DEFAULT 0"_s,
        }};
}

} // namespace keywork
