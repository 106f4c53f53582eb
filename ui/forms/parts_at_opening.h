// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"
#include "core/services/services.h"

#include <QJsonArray>
#include <QSet>

namespace keywork {

/// Which parts of a record were on file when its form was opened: so a save tells what a colleague added since from what was
/// taken out here. It goes along in the draft, since after a lock the form still began when it began.
class PartsAtOpening {
public:
    void note(const QList<KeptRow> &parts);
    QJsonArray toJson() const;
    /// Leaves what was noted where a draft of before has nothing of it.
    void fromJson(const QJsonValue &kept);
    /// Parts that came to the record since, by anybody.
    QList<KeptRow> addedSince(const RecordType &head, qint64 record, const Services &services) const;

private:
    QSet<std::pair<QString, qint64>> m_parts; ///< table and id
};

} // namespace keywork
