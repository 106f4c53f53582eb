// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/naloxone_kit.h"
#include "core/record/record_type.h"

namespace keywork {

class Records;

/// What a kit said before a dose was taken from it, as its step keeps it; and back. None for anything else.
QString kitAsItWas(const NaloxoneKit &kit);
std::optional<NaloxoneKit> kitFromWas(NaloxoneKit kit, const QString &was);

/// A dose leaves its kit, and comes back to it when it was a mis-tap, whatever screen says so: in the same commit. A kit that
/// somebody has changed since is left as it is.
void followDosesIntoStock(Records &records);
/// Part of completing a step: what the kit said before it, so that a mis-tap is taken back hours later, too.
void sayWhatKitWas(Records &records, Row &row, const std::optional<Row> &before);
/// The same for a step that is taken back past the checks.
Done giveDoseBack(Records &records, const KeptRow &step);
/// The same for one of which more is said, or another kit.
Done changeStep(Records &records, const KeptRow &before, Row after);

} // namespace keywork
