// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration bloodBorneViruses()
{
    return {"Blood-borne viruses apart from other conditions, so that they are only shared when agreed by name",
        {u"ALTER TABLE person ADD COLUMN blood_borne_viruses TEXT NOT NULL DEFAULT ''"_s}};
}

} // namespace keywork
