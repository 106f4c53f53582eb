// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/disclosure.h"
#include "core/domain/missing.h"

namespace keywork {

class Records;

/// Why a photo is on the missing-person sheet, or that none is.
enum class PhotoOnSheet { None, Agreed, Danger };

template <> struct Codes<PhotoOnSheet> {
    static constexpr const char *list = "photo_on_sheet";
    static constexpr std::array options{
        FixedOption{"none", QT_TRANSLATE_NOOP("record", "No photo")},
        FixedOption{"agreed", QT_TRANSLATE_NOOP("record", "With the photo: they agreed that the police may have it")},
        FixedOption{"danger", QT_TRANSLATE_NOOP("record", "With the photo: they are in immediate danger")},
    };
};

/// What whoever prints a missing-person sheet decided.
struct MissingSheetWish {
    Id<Person> personId = {};
    PhotoOnSheet photo = PhotoOnSheet::None;
    QString immediateRisk = {}; ///< in the words of whoever prints it; empty: nothing of risk is told
    bool tellsHealth = false; ///< those words say something of health or medicine, because the danger is there
    LawfulReason reason = {}; ///< with which agency, on which ground, and why now; the rest is set by the next two
};

/// What is kept when the sheet leaves. Invalid with what is missing of the reason; NotPermitted; NeedToKnow.
Result<Disclosure> aboutMissingSheet(const Records &records, const MissingSheetWish &wish);
/// In the commit in which it leaves: the lawful reason, which a manager looks at afterwards, as with every such exit.
Done keepMissingReason(Records &records, const MissingSheetWish &wish, Disclosure &about);

} // namespace keywork
