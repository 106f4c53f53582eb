// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/team/new_group.h"

#include "core/domain/group_activity.h"
#include "core/services/keeping/restrictions.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/children_part.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

GenericEditing newGroup(const Services &services, Id<Person> person)
{
    GenericEditing editing{
        .start = emptyRow(recordType<GroupActivity>()), .title = QCoreApplication::translate("places", "New group or activity")};
    editing.start.set(u"starts_at"_s, toStoredText(services.records.clock().now()));
    if (!person || services.restrictions.isClosed(person))
        return editing;
    KeptRow came;
    came.row = ChildrenPart::freshRow(recordType<GroupPerson>(), services);
    came.row.set(u"person_id"_s, person.value);
    editing.parts = {came};
    editing.person = person.value;
    return editing;
}

} // namespace keywork
