// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/rules/naloxone_stock.h"

namespace keywork {

class WatchFacts;

/// What the rules about naloxone read.
struct NaloxoneFacts {
    QList<Kept<NaloxonePlace>> places = {}; ///< in use
    QList<Kept<NaloxoneKit>> kits = {}; ///< that are here
    QSet<QString> recalled = {};
};
Result<NaloxoneFacts> readNaloxone(const WatchFacts &facts);

} // namespace keywork
