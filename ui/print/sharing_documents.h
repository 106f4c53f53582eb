// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/agreement.h"
#include "core/domain/house.h"
#include "core/domain/person.h"
#include "core/services/services.h"
#include "ui/print/document.h"

#include <set>

namespace keywork::print {

/// The agreement to share on paper, to be ticked and signed; `ticked` are ticked already.
Result<Document> agreementForm(const Services &services, const SharingAgreement &agreement, const std::set<Category> &ticked);

/// To an agency: the agreement ended, this is what you hold, please share it no further.
Result<Document> withdrawalLetter(const Services &services, const SharingAgreement &agreement);

/// A document for the resident, and how many entries are held back from it.
struct ForThem {
    Document document;
    int heldBack = 0;
};

/// For the resident: what left about them, to whom, why and on what basis. What was shared for a lawful reason is held back
/// until it says that they were told: the paper must not be what tells them.
Result<ForThem> whoHasMyData(const Services &services, Id<Person> person);

} // namespace keywork::print
