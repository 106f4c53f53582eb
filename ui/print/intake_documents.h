// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/intake.h"
#include "core/services/services.h"
#include "ui/print/document.h"

namespace keywork::print {

/// The decision on a referral, to the person it is about, in plain words. NotAllowedNow while nothing is decided.
Result<Document> decisionLetter(const Services &services, const Kept<ReferralIn> &referral);
/// A form for partners with the criteria as they are now, to be filled in by hand.
Result<Document> blankReferralForm(const Services &services);
/// The same as lines in another document: the criteria, and what we need to know.
QList<BlockPtr> howToRefer(const Services &services);
/// What the shift has to know about somebody who arrives, whoever may read the referral. What a role may not read is named
/// as something that there is, with whom to ring.
Result<Document> arrivalSheet(const Services &services, Id<Person> person);
/// For the reception of a GP practice: what may not be asked for. About nobody.
Result<Document> rightToRegister(const Services &services);

} // namespace keywork::print
