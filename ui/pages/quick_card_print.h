// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/staff.h"
#include "ui/pages/page.h"

namespace keywork {

/// Opens the preview of a role's quick card. Everybody may have one: it holds nobody's data.
void previewQuickCard(Role role, const Services &services, const Navigator &navigator);

} // namespace keywork
