// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/treatment_cover.h"
#include "core/services/services.h"
#include "ui/print/document.h"

namespace keywork::print {

/// What is prescribed, its days two weeks back and ahead, the steps of the dose, and what goes wherever a dose goes.
/// NotFound when no prescription is on file.
Result<Document> treatmentPaper(const Services &services, Id<Person> person);

/// A paper about several residents, and about whom.
struct HousePaperOfMany {
    Document document;
    QList<Id<Person>> people;
};
/// Who collects on the day, where, and who goes along, to be carried about: first names with rooms, no medicine.
Result<HousePaperOfMany> collectionsPaper(const Services &services, QDate day);
/// One call to one service: each resident with their prescription, "confirmed to … by …" to be filled in.
Result<HousePaperOfMany> renewalPaper(const Services &services, const RenewalSheet &sheet);

} // namespace keywork::print
