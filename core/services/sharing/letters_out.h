// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/disclosure.h"
#include "core/domain/keywork.h"
#include "core/services/services.h"

#include <set>

namespace keywork {

/// The text that a letter begins with: our template for the reason, filled from the record. A paragraph that asks for
/// something that is not on file is left out.
Result<QString> advocacyLetterText(const Services &services, const Advocacy &advocacy);

/// Whom the letter goes to, as it is addressed: the person there, then the agency with its address.
Result<QStringList> addressOf(const Services &services, const Advocacy &advocacy);

enum class LetterWay {
    Straight, ///< from the house to the agency: only what is agreed with it
    ThroughThem ///< handed to the resident, who reads it, signs it and sends it
};

/// What is kept when a paper goes from the house to an agency, with what is agreed with it today. NotAgreed (with the category's
/// code) where one of `sections` is not; NotPermitted to whom the role does not let share it.
Result<Disclosure> aboutAgreedPaper(
    const Services &services, Id<Person> person, Id<Agency> agency, DisclosureKind kind, const std::set<Category> &sections);

/// What is kept when the letter leaves. Straight: NotAgreed (with the category's code) unless what it tells of is agreed with
/// the agency today and the agreement stands in the file; Invalid where no agency on file is named, since an agreement names one; Invalid
/// without a text. NotPermitted to whom the role does not let share it.
Result<Disclosure> aboutAdvocacyLetter(
    const Services &services, const Advocacy &advocacy, const std::set<Category> &tellsOf, LetterWay way);

} // namespace keywork
