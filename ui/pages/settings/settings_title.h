// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

namespace keywork {

/// The title line of the settings, with a way to each of its pages; `here` is the one that is open.
QWidget *settingsTitle(const QString &here, const Navigator &navigator);

} // namespace keywork
