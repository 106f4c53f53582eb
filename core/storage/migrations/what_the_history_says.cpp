// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration whatTheHistorySays()
{
    return {"What decides who sees and what leaves is held against its history at each sign-in, by an index of its own",
        {
            u"CREATE INDEX history_decision ON history (kind, record, sequence, action) WHERE kind = 'sharing_agreement' OR kind = 'agreement_category' OR kind = 'restriction' OR kind = 'need_to_know' OR kind = 'staff'"_s,
        }};
}

} // namespace keywork
