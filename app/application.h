// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

namespace keywork {

/// Wires clock, settings, theme and window; runs until the window is closed. `path` may be empty: the last file.
int runWindow(QApplication &application, const QString &path);

} // namespace keywork
