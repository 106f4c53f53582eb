// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace keywork {

/// Whether an object in the JSON names something twice: readers differ in which of the two they take, so that nobody
/// knows what it says. The text has to be well-formed; of another one nothing is said.
bool holdsKeyTwice(const QByteArray &json);

} // namespace keywork
