// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/guidance_page.h"

namespace keywork {

/// A file of guidance that can't be read, which the program ships without.
struct GuidanceFileFault {
    QString file;
    GuidanceFault fault;
};

/// The pages that come with the program (resources/guidance), by their keys; read once.
const QList<GuidancePage> &shippedGuidance();
/// Those that could not be read; a test sees that there are none.
const QList<GuidanceFileFault> &shippedGuidanceFaults();
/// Reads every .md of a folder; what can't be read goes to `faults`.
QList<GuidancePage> readGuidanceFolder(const QString &folder, QList<GuidanceFileFault> &faults);
/// The page that F1 opens: the first that names the first of these keys that any page names; null when none does.
const GuidancePage *guidanceFor(const QList<GuidancePage> &pages, const QStringList &keys);

} // namespace keywork
