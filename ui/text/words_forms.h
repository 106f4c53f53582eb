// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/form_reader.h"

/// Sentences about forms that arrive as data.
namespace keywork::words {

/// "Line 12, “gp_name”: …": where it is and what to do.
QString formProblem(const FormProblem &problem);
/// The same while a form is edited on the screen, where there are no lines: the question is named by its words.
QString formProblem(const FormProblem &problem, const Form &form);

} // namespace keywork::words
