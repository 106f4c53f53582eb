// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

namespace keywork {

/// Asks where to, notes the export, writes the file. `csv` is called when the place is known. Refused with a sentence
/// to whom the role doesn't let share.
void exportList(QWidget *page, const Services &services, const Navigator &navigator, const QString &kind, std::function<QString()> csv);

} // namespace keywork
