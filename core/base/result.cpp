// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

#include <QtGlobal>

namespace keywork {

void valueOfWhatFailed() { qFatal("The value of an operation that failed was asked for."); }

} // namespace keywork
