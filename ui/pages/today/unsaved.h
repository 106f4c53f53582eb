// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "ui/pages/visit.h"

namespace keywork {

/// Something that was typed and not saved, and where the window shows it.
struct Unsaved {
    QString what; ///< "Contact · Ben Barker"
    Visit where;
};

/// What whoever is signed in left unsaved and may still open, the newest first.
QList<Unsaved> unsavedWork(const Services &services);

} // namespace keywork
