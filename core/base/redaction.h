// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace keywork {

/// What stands where somebody's name was.
inline const QString kRemovedName = QStringLiteral("███");

/// The words of somebody's names as they may be typed in a note, each once: whole names, then their single words of two
/// letters or more, longest first.
QStringList nameWords(const QStringList &names);

/// `text` without those names, whatever their case, also before 's. A name that is an everyday word too (Will, May, Mark) goes
/// only where it is written with a capital letter, so that what is said about others stays readable.
QString withoutNames(const QString &text, const QStringList &nameWords);

} // namespace keywork
