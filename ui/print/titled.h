// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/document.h"

namespace keywork::print {

/// What somebody wrote, below its title; nothing where nothing was written.
void addTitled(Document &document, const QString &title, const QString &words, qreal points = 10);

} // namespace keywork::print
