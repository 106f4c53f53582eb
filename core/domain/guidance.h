// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/guidance_page.h"
#include "core/record/record_type.h"

namespace keywork {

struct Staff;

/// A page of guidance that the house wrote itself, beside those that come with the program. Its history keeps each version.
struct HousePage {
    QString title = {};
    QString words = {}; ///< separated by commas: what people look for it by
    QString text = {}; ///< as readGuidanceBody() reads it
    QString source = {};
    std::optional<PartialDate> dated = {}; ///< of the source
    QDate writtenOn = {}; ///< when somebody last said that its words hold
    Id<Staff> ownerId = {};
    std::optional<QDate> reviewOn = {};

    bool operator==(const HousePage &) const = default;
};

/// A help line that people can ring, and when somebody last saw that the number is right.
struct HelpLine {
    QString name = {};
    QString telephone = {};
    QString forWhat = {};
    QString hours = {};
    QDate checkedOn = {};
    Id<Staff> checkedById = {};
    QString source = {}; ///< where the number was read

    bool operator==(const HelpLine &) const = default;
};

/// A help line's number is looked up again after so many years; house rule.
inline constexpr int kHelpLineYears = 1;

/// The house's page as it is shown, printed and looked for; its key is "page-" and its id.
GuidancePage pageOf(const HousePage &page, qint64 id);
/// "title" and "text" of what stands among the guidance: a page of the house's own, a policy.
Field pageTitleField();
Field pageTextField(bool isRequired);

} // namespace keywork
