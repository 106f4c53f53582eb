// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QHash>
#include <QString>

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

namespace keywork {

/// The named colours and the style sheet, from resources/theme; no colour stands anywhere else.
class Theme {
public:
    enum class Kind { Light, Dark, HighContrast };

    /// Puts palette, style sheet and font size on the application. `percent` scales all text: 100 to 200.
    static void apply(QApplication &application, Kind kind, int percent);
    /// A role of the palette in force.
    static QColor colour(const QString &role);
    static QColor stageColour(int number); ///< 1 to 5
    static int scaled(int pixels);
    static Kind kind();
    static int percent();
    /// From here on there is no room for columns side by side on a reception PC's screen.
    static bool isLarge() { return percent() >= 140; }
    static int nextPercent(int percent, int steps);
};

} // namespace keywork
