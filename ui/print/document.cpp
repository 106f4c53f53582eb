// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/document.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextLayout>
#include <algorithm>

namespace keywork::print {

namespace {

constexpr qreal kMargin = 40 * kPoint; // what office laser printers keep
constexpr qreal kSmallMargin = 28 * kPoint;
constexpr qreal kFoot = 30 * kPoint;
constexpr qreal kFootGap = 8 * kPoint;
constexpr int kUnitsPerInch = 720;

/// Of one line.
qreal widthOf(const QString &words, qreal points)
{
    QTextLayout layout(words, font(points));
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setNumColumns(int(words.size()));
    layout.endLayout();
    return line.isValid() ? line.naturalTextWidth() : 0;
}

} // namespace

// Laid out on a smaller sheet and drawn larger.
qreal Document::edge() const { return paper == Paper::A5 ? kSmallMargin : kMargin; }
qreal Document::margin() const { return edge() / textScale; }
qreal Document::contentWidth() const { return (size().width() - 2 * edge()) / textScale; }
qreal Document::contentBottom() const { return (size().height() - edge() - kFoot) / textScale; }

QSizeF Document::sheet(Paper paper)
{
    return QPageSize(paper == Paper::A5 ? QPageSize::A5 : QPageSize::A4).size(QPageSize::Point) * kPoint;
}

bool Document::fitsItsPages() const
{
    for (const QList<Placed> &page : pages())
        for (const Placed &placed : page)
            if (placed.y + placed.block->height(contentWidth()) > contentBottom())
                return false;
    return true;
}

const QList<QList<Document::Placed>> &Document::pages() const
{
    if (!m_pages.isEmpty())
        return m_pages;
    m_pages.append(QList<Placed>());
    qreal y = margin();
    for (qsizetype i = 0; i < m_blocks.size(); ++i) {
        BlockPtr block = m_blocks.at(i);
        if (y + neededFor(i) > contentBottom() && !m_pages.last().isEmpty()) {
            m_pages.last().last().goesOn = block->isWithinGroup;
            m_pages.append(QList<Placed>());
            y = margin();
            for (const BlockPtr &above : std::as_const(block->repeated)) {
                m_pages.last().append({above, y});
                y += above->height(contentWidth()) + above->spaceAfter;
            }
            if (block->asContinued)
                block = block->asContinued;
        }
        m_pages.last().append({block, y});
        y += block->height(contentWidth()) + block->spaceAfter;
    }
    return m_pages;
}

/// The height that has to be free for the block: a heading moves with what it heads, a table's head with its first row, and
/// a group stays whole where one page holds it.
qreal Document::neededFor(qsizetype block) const
{
    const qreal page = contentBottom() - margin();
    const auto chain = [&](bool withGroup) {
        qreal needed = m_blocks.at(block)->height(contentWidth());
        const auto goesOn = [&](const BlockPtr &one) { return one->keepWithNext || (withGroup && one->keepWithNextIfRoom); };
        for (qsizetype next = block; goesOn(m_blocks.at(next)) && next + 1 < m_blocks.size() && needed <= page; ++next)
            needed += m_blocks.at(next)->spaceAfter + m_blocks.at(next + 1)->height(contentWidth());
        return needed;
    };
    const bool isHeaded = block > 0 && m_blocks.at(block - 1)->keepWithNext; // never parted from what stands above it
    const qreal whole = isHeaded || m_blocks.at(block)->isWithinGroup ? page + 1 : chain(true);
    return whole <= page ? whole : chain(false);
}

int Document::pageCount() const { return int(pages().size()); }

void Document::paintPage(QPainter &painter, int page) const
{
    painter.save();
    painter.scale(textScale, textScale);
    for (const Placed &placed : pages().at(page)) {
        placed.block->paint(painter, {margin(), placed.y}, contentWidth());
        if (placed.goesOn)
            placed.block->paintEnd(painter, {margin(), placed.y}, contentWidth());
    }
    painter.restore();
    const qreal foot = size().height() - edge() - 10 * kPoint;
    const qreal width = size().width() - 2 * edge();
    const QString pageOf = QCoreApplication::translate("print", "Page %1 of %2").arg(page + 1).arg(pageCount());
    const qreal points = textScale > 1 ? 10 : 8;
    const auto write = [&](const QString &words, qreal y, Qt::Alignment alignment) {
        layOut({{words, false, true}}, points, width, &painter, {edge(), y}, alignment);
    };
    write(footLeft, foot, Qt::AlignLeft);
    write(pageOf, foot, Qt::AlignRight);
    // What stands in the middle has a line of its own where the sides leave no room for it.
    const QString middle = QFontMetricsF(font(points)).elidedText(footMiddle, Qt::ElideRight, width);
    const qreal beside = (width - widthOf(middle, points)) / 2 - kFootGap;
    const bool fits = beside >= std::max(widthOf(footLeft, points), widthOf(pageOf, points));
    write(middle, fits ? foot : foot - layOut({{middle}}, points, width), Qt::AlignHCenter);
}

QByteArray Document::toPdf() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return {};
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(paper == Paper::A5 ? QPageSize::A5 : QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setResolution(kUnitsPerInch);
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Keywork"));
        QPainter painter;
        if (!painter.begin(&writer))
            return {};
        for (int page = 0; page < pageCount(); ++page) {
            if (page > 0)
                writer.newPage();
            paintPage(painter, page);
        }
        if (!painter.end())
            return {};
    }
    return bytes;
}

} // namespace keywork::print
