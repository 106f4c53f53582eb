// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration printedExtent()
{
    return {
        "Which pages of what was printed left, and how often", {u"ALTER TABLE disclosure ADD COLUMN extent TEXT NOT NULL DEFAULT ''"_s}};
}

} // namespace keywork
