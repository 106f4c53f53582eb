// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/services/care/assessments.h"
#include "core/services/services.h"
#include "core/services/session.h"
#include "ui/print/care_plan_document.h"
#include "ui/print/document.h"

#include <set>

namespace keywork::print {

/// Early life is on no paper unless that is chosen.
enum class EarlyLife { LeftOut, Included };

/// A filled-in assessment, section by section, as far as whoever prints it may read it. A discreet copy leaves out health,
/// drugs, treatment, risk and the court whole, everywhere else medicines, pharmacies and times.
Result<Document> assessmentDocument(const Services &services, const FilledForm &filled, CopyKind kind, EarlyLife early);
/// A form with room to write, to fill in by hand; every question stands on it, with what it waits for.
Result<Document> emptyForm(const Services &services, const Form &form, CopyKind kind);
/// The categories that are on such a paper.
std::set<Category> categoriesOn(const FilledForm &filled, const Session &session, CopyKind kind, EarlyLife early);

} // namespace keywork::print
