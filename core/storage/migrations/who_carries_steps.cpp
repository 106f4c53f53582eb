// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

/// Names were typed with commas between them. Who is meant is certain only where exactly one is called so; all other names
/// stay as they were typed, as somebody who is described.
Migration whoCarriesSteps()
{
    const QString inTheTeam = u"s.withdrawn_at IS NULL AND (s.left_on IS NULL OR s.left_on > date('now'))"_s;
    const QString wholeName = u"folded(s.name) = folded(step_who.name)"_s;
    const QString firstName = u"folded(substr(s.name, 1, instr(s.name || ' ', ' ') - 1)) = folded(step_who.name)"_s;
    const auto onlyOne = [](const QString &table, const QString &condition) {
        return u"(SELECT CASE WHEN count(*) = 1 THEN min(s.id) END FROM %1 s WHERE %2)"_s.arg(table, condition);
    };
    return {"Who carries a step is a reference, not a name",
        {
            u"ALTER TABLE step_who ADD COLUMN staff_id INTEGER REFERENCES staff"_s,
            u"ALTER TABLE step_who ADD COLUMN agency_id INTEGER REFERENCES agency"_s,
            u"CREATE INDEX step_who_staff_id ON step_who (staff_id)"_s,
            u"CREATE INDEX step_who_agency_id ON step_who (agency_id)"_s,
            u"UPDATE step_who SET staff_id = %1 WHERE actor = 'keyworker'"_s.arg(
                onlyOne(u"staff"_s, inTheTeam + u" AND ("_s + wholeName + u" OR "_s + firstName + u')')),
            u"UPDATE step_who SET staff_id = %1 WHERE actor = 'other'"_s.arg(onlyOne(u"staff"_s, inTheTeam + u" AND "_s + wholeName)),
            u"UPDATE step_who SET agency_id = %1 WHERE actor IN ('agency', 'other') AND staff_id IS NULL"_s.arg(
                onlyOne(u"agency"_s, u"s.withdrawn_at IS NULL AND "_s + wholeName)),
            u"UPDATE step_who SET actor = CASE WHEN staff_id IS NOT NULL THEN 'keyworker' WHEN agency_id IS NOT NULL THEN 'agency' "
            "ELSE 'other' END WHERE actor <> 'resident'"_s,
        }};
}

} // namespace keywork
