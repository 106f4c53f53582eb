// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"
#include "core/services/services.h"
#include "ui/print/document.h"

namespace keywork::print {

/// Any record from its description, or as a paper of its own where it has one (work_documents), as far as whoever is signed in may read it:
/// labels and values, and what is a part of it below. What was not answered is left out. NotFound, NotPermitted, NeedToKnow.
Result<Document> recordDocument(const Services &services, const RecordType &type, qint64 id);

} // namespace keywork::print
