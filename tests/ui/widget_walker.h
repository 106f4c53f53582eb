// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

QT_BEGIN_NAMESPACE
class QLabel;
class QWidget;
QT_END_NAMESPACE

namespace keywork::test {

/// The text as the screen shows it: an & that makes a shortcut is eaten, two of them make one.
QString withoutMnemonics(const QString &text);
/// Every text that stands on the screen, as it is seen: labels, buttons, menus, lists, fields, tool tips.
QStringList shownTexts(QWidget &window);

/// What is wrong with the widgets that can be seen, a sentence each: labels that read markup, editors that take rich text,
/// tool tips that Qt would take for rich text, controls without an accessible name, a shortcut used twice.
QStringList widgetProblems(QWidget &window);

/// Buttons in view that Space, Enter or the Enter of the number pad does not press, a sentence each. Nothing that they do
/// is done.
QStringList deafButtons(QWidget &window);

} // namespace keywork::test
