// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/draft_place.h"

#include <QJsonObject>

namespace keywork {

class RecordReader;

/// What the person signed in has typed and not saved yet.
class Drafts {
public:
    explicit Drafts(const RecordReader &records)
        : m_records(records)
    {
    }

    Done keep(const DraftPlace &place, const QJsonObject &content);
    Done discard(const DraftPlace &place);
    /// Empty when nothing was left unsaved there.
    QJsonObject at(const DraftPlace &place) const;
    /// Every place where something was left unsaved, the newest first.
    QList<DraftPlace> places() const;

private:
    const RecordReader &m_records;
};

} // namespace keywork
