// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/incident_pattern_reading.h"

#include "core/domain/incident.h"
#include "core/domain/kinds.h"
#include "core/domain/substance.h"
#include "core/services/records/record_reader.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kSubstancesColumn = u"substances"_s;

/// What records of the incidents say of substances, by incident: of every kind that refers to one and has the field.
Result<QHash<qint64, QString>> substancesSaid(const RecordReader &records)
{
    QHash<qint64, QString> said;
    for (const RecordType *type : allKinds()) {
        const Field *incident = type->fieldNamed(u"incident_id"_s);
        const Field *substances = type->fieldNamed(kSubstancesColumn);
        if (!incident || !substances || !records.mayRead(*type) || !records.session().may(Act::Read, type->categoryOf(*substances)))
            continue;
        const auto rows = records.list(*type, {.filters = {{kSubstancesColumn, Filter::Comparison::NotEquals, u""_s}}});
        if (!rows)
            return rows.error();
        for (const KeptRow &row : *rows)
            said[row.row.value(u"incident_id"_s).toLongLong()] += u'\n' + row.row.text(kSubstancesColumn);
    }
    return said;
}

Result<QStringList> cataloguedNames(const RecordReader &records)
{
    if (!records.mayRead(recordType<Substance>()))
        return QStringList();
    const auto substances = records.all<Substance>({.orderBy = u"id"_s});
    if (!substances)
        return substances.error();
    QStringList names;
    for (const Kept<Substance> &one : *substances)
        if (!one.value.code.startsWith(u"other"_s)) // a word of every text
            names.append(one.value.name);
    return names;
}

} // namespace

Result<QList<PatternIncident>> incidentsForPatterns(const RecordReader &records, QDate from, QDate until)
{
    const Clock &clock = records.clock();
    const auto rows = records.list(recordType<Incident>(),
        {.filters = {{u"happened_at"_s, Filter::Comparison::AtLeast, toStoredText(clock.startOf(from))},
             {u"happened_at"_s, Filter::Comparison::Before, toStoredText(clock.startOf(until.addDays(1)))}}});
    if (!rows)
        return rows.error();
    const auto said = substancesSaid(records);
    const auto names = cataloguedNames(records);
    if (!said || !names)
        return said ? names.error() : said.error();
    QList<PatternIncident> found;
    for (const KeptRow &row : *rows) {
        const auto incident = asKind<Incident>(row);
        if (!incident)
            return incident.error();
        if (records.isSharedWithClosed(recordType<Incident>(), row.id))
            continue;
        found.append({incident->value.kind.code, incident->value.place, clock.local(incident->value.happenedAt),
            substancesNamed(incident->value.whatHappened + said->value(row.id), *names)});
    }
    return found;
}

} // namespace keywork
