// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"

#include <QJsonObject>

namespace keywork {

enum class Side { Before, After };

/// Sets what an entry of the history changed to how it was before or after it. Pictures are in the history as
/// fingerprints only, and stay as they are.
void applyChanges(Row &row, const QJsonObject &changes, Side side);

/// Whether the row still says what the entry left it with.
bool stillStands(const Row &row, const QJsonObject &changes);

} // namespace keywork
