// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/draft_place.h"

#include <QDateTime>
#include <QJsonObject>
#include <optional>

namespace keywork {

class Database;

/// What someone was typing, kept until it is saved or discarded. Never shown to another member of staff.
struct Draft {
    DraftPlace place;
    QJsonObject content;
    QDateTime updatedAt;
};

Done keepDraft(Database &database, qint64 staff, const Draft &draft);
Done discardDraft(Database &database, qint64 staff, const DraftPlace &place);
Result<std::optional<Draft>> draftFor(Database &database, qint64 staff, const DraftPlace &place);
Result<QList<Draft>> draftsOf(Database &database, qint64 staff);

} // namespace keywork
