// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/doses_beside.h"

#include "core/domain/house.h"
#include "core/services/care/doses_told.h"
#include "core/services/records/records.h"
#include "ui/text/words.h"

#include <algorithm>

namespace keywork::print {

Result<DosesTold> dosesToldOf(const Services &services, Id<Person> person)
{
    const auto house = services.records.all<House>();
    const auto treatment = services.treatment.of(person, services.records.today());
    if (!house || !treatment)
        return house ? treatment.error() : house.error();
    return dosesTold(*treatment, house->isEmpty() ? QString() : house->first().value.drugServiceLine, services.records.choices());
}

bool tellsOfDose(const RecordType &type)
{
    const std::initializer_list<const RecordType *> kinds{&recordType<Person>(), &recordType<Prescription>(), &recordType<TitrationStep>(),
        &recordType<Injection>(), &recordType<Collection>(), &recordType<ScriptConfirmation>()};
    return std::find(kinds.begin(), kinds.end(), &type) != kinds.end();
}

Result<QStringList> dosesBeside(const Services &services, const RecordType &type, Id<Person> person)
{
    if (!tellsOfDose(type) || !person || !services.records.mayRead(recordType<Prescription>()))
        return QStringList();
    const auto who = services.records.one(person);
    const auto told = dosesToldOf(services, person);
    if (!who || !told)
        return who ? told.error() : who.error();
    const bool tellsNone = told->prescriptions.isEmpty() && (&type != &recordType<Person>() || who->value.medicines.isEmpty());
    return tellsNone ? QStringList() : words::doses(*told);
}

} // namespace keywork::print
