// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/read_aloud.h"

namespace keywork {

int wordsIn(const QString &text) { return int(text.simplified().split(u' ', Qt::SkipEmptyParts).size()); }

qsizetype linesReadAloud(const QList<int> &wordsOfLines, qsizetype pressing, int most)
{
    qsizetype lines = 0;
    for (int words = 0; lines < wordsOfLines.size(); ++lines) {
        words += wordsOfLines.at(lines);
        if (words > most && lines >= pressing)
            break;
    }
    return lines;
}

} // namespace keywork
