// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/house.h"
#include "core/services/hostel_file.h"
#include "ui/print/document.h"

namespace keywork::print {

/// The agreement to share on paper, to be ticked and signed; `ticked` are ticked already.
Result<Document> agreementForm(const Services &services, const SharingAgreement &agreement, const std::set<Category> &ticked);

/// To an agency: the agreement ended, this is what you hold, please share it no further.
Result<Document> withdrawalLetter(const Services &services, const SharingAgreement &agreement);

/// For the resident: everything that left about them, to whom, why and on what basis.
Result<Document> whoHasMyData(const Services &services, Id<Person> person);

} // namespace keywork::print
