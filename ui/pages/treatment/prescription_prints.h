// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/treatment_cover.h"
#include "ui/pages/page.h"

namespace keywork {

/// What is prescribed and collected, for the resident.
void previewTreatment(Id<Person> person, const Services &services, const Navigator &navigator);
/// Whether whoever is signed in may print a list of several residents' collections.
bool mayPrintCollections(const Services &services);
/// The day's collections: who, where, who goes along. Names no medicine. Asks for the password, as for every list of residents.
void previewCollections(QWidget *above, QDate day, const Services &services, const Navigator &navigator);
/// The renewal sheet of one service, for the call; asks as well.
void previewRenewals(QWidget *above, const RenewalSheet &sheet, const Services &services, const Navigator &navigator);

} // namespace keywork
