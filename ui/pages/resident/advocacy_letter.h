// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class RecordEditor;

/// Below the form of advocacy by letter: begin it from our template, look at it, and let it out, straight to the agency as
/// far as that is agreed, or through the resident. Nothing for other records and for whoever may not share.
void offerAdvocacyLetter(
    const KeptRow &kept, RecordEditor *editor, QVBoxLayout *below, const Services &services, const Navigator &navigator);

} // namespace keywork
