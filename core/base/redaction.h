// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
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

/// Whether any text in it holds one of these names. Asked text by text: in written JSON a line break before a name would hide it.
bool holdsName(const QJsonValue &value, const QStringList &nameWords);

} // namespace keywork
