// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/guidance_page.h"
#include "core/base/result.h"
#include "core/services/services.h"

namespace keywork {

enum class GuidanceFrom { Program, House, HelpLines, Policy };

/// Something to be read under Guidance: a page of ours, one of the house, its policies, the help lines on file.
struct GuidanceEntry {
    GuidanceFrom from = GuidanceFrom::Program;
    GuidancePage page;
    qint64 record = 0; ///< of the house's page, of a version of a policy
    qint64 version = 0; ///< of these
    std::optional<QDate> reviewOn = {};
};

inline const QString kHelpLinesKey = QStringLiteral("help-lines-on-file");

/// All there is to read, as far as whoever is signed in may: ours, the house's, its policies as they were last written.
Result<QList<GuidanceEntry>> guidanceEntries(const Services &services);
/// One of them by its key; also an earlier version of a policy. NotFound.
Result<GuidanceEntry> guidanceEntry(const Services &services, const QString &key);
/// The key of what a record of these kinds is read as; empty for others and for what is not on file yet.
QString guidanceKeyOf(const QString &table, qint64 record);

namespace words {
/// Whose it is: "our house's page", "policy, version 2".
QString whoseGuidance(const GuidanceEntry &entry);
/// Where it comes from, how old it is, when it is reviewed.
QString guidanceSource(const GuidanceEntry &entry);
} // namespace words

} // namespace keywork
