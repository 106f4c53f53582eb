// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/incident.h"
#include "ui/forms/generic_editor.h"

namespace keywork {

/// The quick log: it happened now until somebody says otherwise; `person` is in it already, if they are anybody and not
/// restricted for whoever logs.
GenericEditing newIncident(const Services &services, Id<Person> person);

} // namespace keywork
