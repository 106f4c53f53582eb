// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"
#include "core/rules/stage_movement.h"

namespace keywork {

class Records;

/// The spectrum of need: history only added to (H, "The spectrum of need").
class Stages {
public:
    explicit Stages(Records &records)
        : m_records(records)
    {
    }

    /// All entries, the corrected ones included, in the order of their day.
    Result<QList<Kept<StageEntry>>> entries(Id<Person> person) const;
    /// Of everybody who is here today, restricted records counted, too; against the same day of the month before, or the first
    /// stage of whoever had none by then. NotPermitted to whom stages may not be known.
    Result<StageSpread> spread() const;
    Result<Kept<StageEntry>> record(const StageEntry &entry);
    /// Replaces `wrong` with `right` and says why; both stay readable. NotAllowedNow when `wrong` is corrected already.
    Result<Kept<StageEntry>> correct(const Kept<StageEntry> &wrong, StageEntry right, const QString &reason);

private:
    Records &m_records;
};

} // namespace keywork
