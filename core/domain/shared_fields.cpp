// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

Field residentField()
{
    return {.column = "person_id",
        .label = QT_TRANSLATE_NOOP("record", "Resident"),
        .refers = "person",
        .required = true,
        .kept = true,
        .tie = Tie::Owner};
}

Violations endsAfterItBegan(const Row &row, QDate)
{
    const QString until = row.text(u"until_on"_s);
    if (until.isEmpty() || until >= row.text(u"from_on"_s))
        return {};
    return {{u"until_on"_s, Rule::EndsBeforeStart, {}}};
}

} // namespace keywork
