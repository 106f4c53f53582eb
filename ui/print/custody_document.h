// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/services/care/custody.h"
#include "core/services/services.h"
#include "ui/print/document.h"

namespace keywork::print {

/// The lines of the register as they stand on paper: when, what, in, out, what else changed the balance, the balance, by whom.
QList<QStringList> custodyRows(const HeldPage &page, const Services &services);

/// The page of the register of one medicine: every line in the order of writing with what went in and out, what else changed
/// the balance, and the balance after it, so that it adds up by hand; room for two signatures below.
Result<Document> custodyRegister(const Services &services, Id<HeldMedicine> medicine);

} // namespace keywork::print
