// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

struct Services;

/// Below the form of a contact or a child with whom the resident wants to be in touch: one press makes that a goal of the
/// draft plan, in the area of family and friends. Nothing for whoever may not write the plan, or when it is a goal already.
void offerBridgeGoal(const KeptRow &kept, QVBoxLayout *below, const Services &services, const Navigator &navigator);

} // namespace keywork
