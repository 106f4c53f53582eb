// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/records.h"

namespace keywork {

/// A row's value as people read it; what it refers to by its name, as far as whoever reads may know.
QString inWords(const Row &row, const QString &column, const Records &records);

} // namespace keywork
