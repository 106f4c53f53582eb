// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

#include <set>

namespace keywork {

/// What is said of a paper about one person while it is previewed, and kept when it leaves.
struct PersonsPaper {
    QString title;
    QString file; ///< the file's name before their number: "risk"
    std::set<Category> holds;
    DisclosureKind kind = DisclosureKind::RecordPrint;
    QString forTheHouse = {}; ///< who in the house it is for; empty: it is for them
    QString whenNone = {}; ///< said where nothing is on record yet; empty: an error like any other
};

/// The preview of `paper`; says so when it can't be.
void previewPersonsPaper(Id<Person> person, const Result<print::Document> &paper, const PersonsPaper &said, const Services &services,
    const Navigator &navigator);

} // namespace keywork
