// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/dose_told.h"
#include "core/record/record_type.h"
#include "core/services/services.h"

namespace keywork::print {

/// What goes wherever a dose of theirs goes, as of today. NotPermitted, NeedToKnow: then no dose of theirs may be read either.
Result<DosesTold> dosesToldOf(const Services &services, Id<Person> person);
/// Whether records of the kind tell of a dose: then it stands below them, on whatever paper they leave.
bool tellsOfDose(const RecordType &type);
/// Its sentences below records of this kind about this person; none for a kind that tells of no dose.
Result<QStringList> dosesBeside(const Services &services, const RecordType &type, Id<Person> person);

} // namespace keywork::print
