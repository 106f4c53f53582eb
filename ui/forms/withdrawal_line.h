// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace keywork {

/// Asks why a record was entered in error. Enter hands what was typed to `withdraw`, which says whether it is done; from then
/// on Enter does nothing more. `withdraw` may take the line away.
QLineEdit *withdrawalLine(std::function<bool(const QString &reason)> withdraw);

} // namespace keywork
