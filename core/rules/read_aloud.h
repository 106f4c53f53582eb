// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace keywork {

/// Words that are read aloud in two minutes, at 150 a minute: what a handover has on its first page at most. House rule.
inline constexpr int kReadAloudWords = 300;

/// How many words somebody reads; what stands between blanks is one.
int wordsIn(const QString &text);
/// How many of the lines, in their order, are read aloud: as many as have room in `most` words, never fewer than the `pressing`
/// ones at their beginning.
qsizetype linesReadAloud(const QList<int> &wordsOfLines, qsizetype pressing, int most = kReadAloudWords);

} // namespace keywork
