// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/titled.h"

#include "ui/print/house_paper.h"

namespace keywork::print {

void addTitled(Document &document, const QString &title, const QString &words, qreal points)
{
    if (words.trimmed().isEmpty())
        return;
    const BlockPtr above = text({{title, true, false}}, points, 2);
    above->keepWithNext = true;
    document.add(above);
    document.add(flowing(words, points));
}

} // namespace keywork::print
