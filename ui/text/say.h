// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace keywork::words {

/// A marked sentence of this folder in the reader's language; with a count, in the form for so many.
inline QString say(const char *text, int count = -1) { return QCoreApplication::translate("words", text, nullptr, count); }

} // namespace keywork::words
