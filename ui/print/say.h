// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace keywork::print {

/// A marked sentence of a paper in the reader's language.
inline QString say(const char *text) { return QCoreApplication::translate("print", text); }

} // namespace keywork::print
