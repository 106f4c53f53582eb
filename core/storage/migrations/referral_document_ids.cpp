// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration referralDocumentIds()
{
    return {"By which identifier the document of a referral in is known again",
        {
            u"ALTER TABLE referral_in ADD COLUMN document_id TEXT NOT NULL DEFAULT ''"_s,
            u"UPDATE referral_in SET document_id = substr(coalesce(json_extract(document, '$.identifier.system'), '') || '|' || coalesce(json_extract(document, '$.identifier.value'), ''), 1, 500) WHERE json_valid(document)"_s,
        }};
}

} // namespace keywork
