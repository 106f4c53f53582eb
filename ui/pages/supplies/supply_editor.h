// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/generic_editor.h"

namespace keywork {

/// The form of a visit in which supplies are given or brought back: every item a line, then who, when and what was talked about.
RecordEditor *supplyEditor(const Services &services, const GenericEditing &editing);
/// The keys go to the first number of such a form.
void giveKeysToSupplies(RecordEditor *editor);

} // namespace keywork
