// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration monthlyCharge()
{
    return {"Service charges by the calendar month", {u"ALTER TABLE rent_charge ADD COLUMN per TEXT NOT NULL DEFAULT 'week'"_s}};
}

} // namespace keywork
