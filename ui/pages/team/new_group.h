// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"
#include "ui/forms/generic_editor.h"

namespace keywork {

/// A new group or activity, now; `person`: whoever's record it was opened from, as the first who came (none: nobody).
GenericEditing newGroup(const Services &services, Id<Person> person);

} // namespace keywork
