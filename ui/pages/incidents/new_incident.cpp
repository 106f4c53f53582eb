// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/incidents/new_incident.h"

#include "core/services/keeping/restrictions.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/children_part.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

GenericEditing newIncident(const Services &services, Id<Person> person)
{
    GenericEditing editing{.start = emptyRow(recordType<Incident>()), .title = QCoreApplication::translate("incidents", "Log incident")};
    editing.start.set(u"happened_at"_s, toStoredText(services.records.clock().now()));
    if (!person || services.restrictions.isClosed(person))
        return editing;
    KeptRow inIt;
    inIt.row = ChildrenPart::freshRow(recordType<IncidentPerson>(), services);
    inIt.row.set(u"person_id"_s, person.value);
    editing.parts = {inIt};
    editing.person = person.value;
    return editing;
}

} // namespace keywork
