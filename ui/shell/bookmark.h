// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/visit.h"

namespace keywork {

/// Where somebody was.
struct Bookmark {
    qint64 staff = 0; ///< 0: nobody was anywhere
    Visit visit;
};

} // namespace keywork
