// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/sharing/referrals.h"
#include "ui/print/document.h"

namespace keywork::print {

/// The referral as it will leave: exactly what `facts` hold. Each page says whose it is, its number, the fingerprint of the
/// data, and that it is sensitive; `fingerprint` is empty in a preview.
Document referralDocument(const ReferralFacts &facts, const QString &fingerprint = {});
/// The same for the resident to keep, in words to them.
Document ownCopy(const ReferralFacts &facts, const QString &fingerprint);

/// Gives the services their PDF.
class PdfRenderer final : public DocumentRenderer {
public:
    QByteArray referralPdf(const ReferralFacts &facts, const QString &fingerprint) const override
    {
        return referralDocument(facts, fingerprint).toPdf();
    }
};

} // namespace keywork::print
