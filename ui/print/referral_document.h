// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/sharing.h"
#include "ui/print/document.h"

namespace keywork::print {

/// The referral as it will leave: exactly the sections in `content`.
Document referralDocument(const ReferralContent &content);

/// Gives the services their PDF.
class PdfRenderer final : public DocumentRenderer {
public:
    QByteArray referralPdf(const ReferralContent &content) const override { return referralDocument(content).toPdf(); }
};

} // namespace keywork::print
