// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/health_days.h"

#include "core/domain/health.h"
#include "core/domain/health_checks.h"
#include "core/services/records/records.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// The day in the field of the row; of one that is known in part its last day.
QDate healthDayOf(const Row &row, const Field &field)
{
    const QString text = row.text(QString::fromLatin1(field.column));
    if (field.kind == Kind::Date)
        return QDate::fromString(text, Qt::ISODate);
    const auto partial = field.kind == Kind::PartialDate ? PartialDate::fromText(text) : std::nullopt;
    return partial && !text.isEmpty() ? partial->latest() : QDate();
}

Result<Violations> beforeTheyWereBorn(Database &database, const Row &row)
{
    const qint64 person = row.value(u"person_id"_s).toLongLong();
    if (person <= 0)
        return Violations();
    const auto found = Table(database, recordType<Person>()).some({person}); // nobody: the reference says so beside its field
    if (!found)
        return found.error();
    const auto born = found->isEmpty() ? std::nullopt : PartialDate::fromText(found->first().row.text(u"born_on"_s));
    if (!born || !born->earliest().isValid())
        return Violations();
    Violations early;
    for (const Field &field : row.type->fields)
        if (const QDate day = healthDayOf(row, field); day.isValid() && day < born->earliest())
            early.append({QString::fromLatin1(field.column), Rule::NotAfterBirth, {}});
    return early;
}

} // namespace

void addHealthChecks(Records &records)
{
    for (const RecordType *type :
        std::initializer_list<const RecordType *>{&recordType<HealthCheck>(), &recordType<HealthCondition>(), &recordType<Measurement>(),
            &recordType<BbvTest>(), &recordType<VaccinationDose>(), &recordType<HospitalStay>(), &recordType<Wound>()})
        records.addLookup(*type, [&records](const Row &row, qint64) { return beforeTheyWereBorn(records.database(), row); });
}

} // namespace keywork
