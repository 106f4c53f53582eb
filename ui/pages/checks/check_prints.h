// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

namespace keywork {

/// The preview of the round; a list of residents asks for the password.
void previewCheckRound(QWidget *above, const Services &services, const Navigator &navigator);
/// The preview of all checks of a resident.
void previewPersonsChecks(Id<Person> person, const Services &services, const Navigator &navigator);

} // namespace keywork
