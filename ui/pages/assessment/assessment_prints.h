// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/print/assessment_document.h"

QT_BEGIN_NAMESPACE
class QMenu;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

void previewAssessment(
    Id<Assessment> id, print::CopyKind kind, print::EarlyLife early, const Services &services, const Navigator &navigator);
void previewEmptyForm(const Form &form, print::CopyKind kind, const Services &services, const Navigator &navigator);
/// Full, large print, discreet, and with early life for those who may read it.
QPushButton *assessmentPrintButton(Id<Assessment> id, const Services &services, const Navigator &navigator);

} // namespace keywork
