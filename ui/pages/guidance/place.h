// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/place.h"

namespace keywork {

PlaceInfo guidancePlace();
/// Policies, help lines and the house's own pages, where they are written.
PlaceInfo policiesPlace();

/// The keys by which F1 looks for a page, the nearest first: the tab, the place, what it stands under.
QStringList guidanceKeysAt(const Visit &here);
/// Keys that pages name for what has no place of its own: for links, and for what is still to be built.
QStringList guidanceKeysBeside();

} // namespace keywork
