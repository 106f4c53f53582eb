// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration actNowMarks()
{
    return {"Whom of an incident Overdose — act now put in itself",
        {
            u"ALTER TABLE incident_person ADD COLUMN pressed INTEGER NOT NULL DEFAULT 0"_s,
        }};
}

} // namespace keywork
