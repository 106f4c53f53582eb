// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/referral_in.h"
#include "core/exchange/incoming_referral.h"
#include "core/record/record_type.h"

namespace keywork {

class Records;

/// Referrals that come in as files of another house. Read, shown, kept as they came; nothing in them is acted on.
class ReferralsIn {
public:
    explicit ReferralsIn(Records &records)
        : m_records(records)
    {
    }

    /// Reads a file that somebody chose. NotFound, WrongPassword; AlreadyExists when its document was kept before, from
    /// whatever file, with the number as detail; Damaged for what is no whole referral; NotPermitted to whom the role
    /// doesn't let share.
    Result<IncomingReferral> open(const QString &path, const QString &passphrase) const;
    /// AlreadyExists as above: two presses keep it once.
    Result<Kept<ReferralIn>> keep(const IncomingReferral &incoming);
    /// A start for their record: what the document says, to be read by somebody before it is saved.
    Row startOf(const Kept<ReferralIn> &referral) const;

private:
    /// The referrals here that came as the same file or have the same identifier.
    Result<QList<Kept<ReferralIn>>> alike(const IncomingReferral &incoming) const;
    Records &m_records;
};

} // namespace keywork
