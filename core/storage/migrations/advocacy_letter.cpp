// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration advocacyLetter()
{
    return {"The letter with which somebody of the team spoke up", {u"ALTER TABLE advocacy ADD COLUMN letter TEXT NOT NULL DEFAULT ''"_s}};
}

} // namespace keywork
