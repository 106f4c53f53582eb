// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/photo.h"
#include "core/record/record_type.h"

namespace keywork {

class Records;

/// One present photo a person; earlier ones are marked as replaced.
class Photos {
public:
    explicit Photos(Records &records)
        : m_records(records)
    {
    }
    /// JPEG; empty when there is none.
    Result<QByteArray> of(Id<Person> person) const;
    /// Replaces the photo; empty bytes take it out. Invalid when it is larger than 500 kB.
    Done set(Id<Person> person, const QByteArray &jpeg);

private:
    Records &m_records;
};

} // namespace keywork
