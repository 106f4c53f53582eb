// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"
#include "core/services/services.h"
#include "ui/pages/visit.h"

namespace keywork {

/// Something that may be added to a resident's record, and where its form opens.
struct Addition {
    const RecordType *type;
    Visit where;
};

/// A person's own kinds that say what a new one is called and may be added by whoever is signed in, for anybody: as below.
QList<const RecordType *> kindsToAdd(const Services &services);
/// Where the form of a new one of the kind opens; none when whoever is signed in can't get there.
std::optional<Visit> formFor(const RecordType &type, Id<Person> person, const Services &services);

/// Every kind that says what a new one is called (`newOne`), is the person's own or may be about several, and may be added
/// by whoever is signed in: first those with a tab or place of their own, then the lists in their order.
QList<Addition> additionsFor(Id<Person> person, const Services &services);

} // namespace keywork
