// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/emergency/emergency_steps.h"

#include "core/domain/overdose.h"
#include "core/services/records/records.h"
#include "core/storage/table.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
QString goesOnElsewhere() { return QCoreApplication::translate("record", QT_TRANSLATE_NOOP("record", "It goes on in another incident")); }
} // namespace

/// Its overdose, begun with the incident where this is the first press that arrives.
Result<KeptRow> EmergencySteps::headFor(const Press &press)
{
    const auto rows
        = Table(m_records.database(), recordType<Overdose>())
              .list(
                  {.filters = {{u"emergency"_s, Filter::Comparison::Equals, press.emergency}}, .orderBy = u"id"_s, .withWithdrawn = true});
    if (!rows)
        return rows.error();
    for (const KeptRow &row : *rows) {
        const auto incident = Table(m_records.database(), recordType<Incident>()).find(row.row.value(u"incident_id"_s).toLongLong());
        if (!incident)
            return incident.error();
        if (!row.withdrawnAt && !incident->withdrawnAt)
            return row;
    }
    if (rows->isEmpty())
        return begin(press);
    return press.what == Press::What::Step ? beginAnew(press, rows->last()) : Result<KeptRow>(rows->last());
}

/// Its incident was marked as entered in error, and it goes on: what is pressed from then on stands in a new one, where it is seen,
/// with whom it is about.
Result<KeptRow> EmergencySteps::beginAnew(const Press &press, const KeptRow &before)
{
    if (!before.withdrawnAt) // one head a mark
        if (Done gone = m_records.rewrite(before, before.row, HistoryAction::Withdrawn, goesOnElsewhere()); !gone)
            return gone.error();
    const auto head = begin(press);
    const qint64 incident = before.row.value(u"incident_id"_s).toLongLong();
    const auto known = Table(m_records.database(), recordType<Incident>()).find(incident);
    const auto people = Table(m_records.database(), recordType<IncidentPerson>())
                            .list({.filters = {{u"incident_id"_s, Filter::Comparison::Equals, incident}}, .withWithdrawn = true});
    if (!head || !known || !people)
        return !head ? head : !known ? known.error() : people.error();
    const auto since = known->withdrawnAt ? known->withdrawnAt : before.withdrawnAt;
    for (const KeptRow &person : *people) {
        if (person.row.value(u"pressed"_s).toLongLong() == 0 || (person.withdrawnAt && since && *person.withdrawnAt < *since))
            continue; // not put in here, or somebody else was meant
        Row row = person.row;
        row.set(u"incident_id"_s, head->row.value(u"incident_id"_s));
        if (const auto kept = m_records.enter(row, press.by); !kept)
            return kept.error();
    }
    return head;
}

} // namespace keywork
