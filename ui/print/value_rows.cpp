// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/value_rows.h"

#include "ui/print/house_paper.h"

namespace keywork::print {

namespace {
constexpr int kMostInRow = 400; // characters; longer texts run over the whole width and over pages
constexpr int kMostLinesInRow = 11;
} // namespace

void ValueRows::add(const QString &label, const QString &value)
{
    if (value.size() <= kMostInRow && value.count(u'\n') <= kMostLinesInRow) {
        m_rows.append(QList<Runs>{Runs{{label, false, true}}, Runs{{value}}});
        return;
    }
    flush();
    auto title = text({{label, false, true}}, 9.5, 2);
    title->keepWithNext = true;
    m_document.add(title);
    m_document.add(flowing(value));
}

void ValueRows::flush()
{
    if (!m_rows.isEmpty())
        m_document.add(table({.shares = {m_labels, 1 - m_labels}, .head = {}, .rows = m_rows, .firstOfGroup = {}}));
    m_rows.clear();
}

} // namespace keywork::print
