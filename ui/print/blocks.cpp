// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/blocks.h"

#include <QPainter>
#include <QTextLayout>
#include <algorithm>

namespace keywork::print {

namespace {

const Ink kInk;
constexpr qreal kCellPadding = 5 * kPoint;

class TextBlock final : public Block {
public:
    TextBlock(Runs runs, qreal points, Qt::Alignment alignment = Qt::AlignLeft)
        : m_runs(std::move(runs))
        , m_points(points)
        , m_alignment(alignment)
    {
    }
    qreal height(qreal width) const override { return layOut(m_runs, m_points, width); }
    void paint(QPainter &painter, QPointF at, qreal width) const override { layOut(m_runs, m_points, width, &painter, at, m_alignment); }

private:
    Runs m_runs;
    qreal m_points;
    Qt::Alignment m_alignment;
};

class StackBlock final : public Block {
public:
    StackBlock(QList<BlockPtr> inside, qreal padding)
        : m_inside(std::move(inside))
        , m_padding(padding)
    {
    }
    qreal height(qreal width) const override
    {
        qreal total = 2 * m_padding;
        for (qsizetype i = 0; i < m_inside.size(); ++i)
            total += m_inside.at(i)->height(width - 2 * m_padding) + (i + 1 < m_inside.size() ? m_inside.at(i)->spaceAfter : 0);
        return total;
    }
    void paint(QPainter &painter, QPointF at, qreal width) const override
    {
        if (m_padding > 0) {
            painter.setPen(QPen(kInk.line, 0.7 * kPoint));
            painter.setBrush(kInk.shade);
            painter.drawRoundedRect(QRectF(at, QSizeF(width, height(width))), 6 * kPoint, 6 * kPoint);
        }
        QPointF place = at + QPointF(m_padding, m_padding);
        for (const BlockPtr &block : m_inside) {
            block->paint(painter, place, width - 2 * m_padding);
            place.ry() += block->height(width - 2 * m_padding) + block->spaceAfter;
        }
    }

private:
    QList<BlockPtr> m_inside;
    qreal m_padding;
};

class ColumnsBlock final : public Block {
public:
    ColumnsBlock(BlockPtr left, BlockPtr right, qreal share)
        : m_left(std::move(left))
        , m_right(std::move(right))
        , m_share(share)
    {
    }
    qreal height(qreal width) const override
    {
        return std::max(m_left->height(leftWidth(width)), m_right->height(width - leftWidth(width) - kGap));
    }
    void paint(QPainter &painter, QPointF at, qreal width) const override
    {
        m_left->paint(painter, at, leftWidth(width));
        m_right->paint(painter, at + QPointF(leftWidth(width) + kGap, 0), width - leftWidth(width) - kGap);
    }

private:
    static constexpr qreal kGap = 16 * kPoint;
    qreal leftWidth(qreal width) const { return (width - kGap) * m_share; }
    BlockPtr m_left;
    BlockPtr m_right;
    qreal m_share;
};

class DrawingBlock final : public Block {
public:
    DrawingBlock(qreal height, std::function<void(QPainter &, QRectF)> paint)
        : m_height(height)
        , m_paint(std::move(paint))
    {
    }
    qreal height(qreal) const override { return m_height; }
    void paint(QPainter &painter, QPointF at, qreal width) const override
    {
        painter.save();
        m_paint(painter, QRectF(at, QSizeF(width, m_height)));
        painter.restore();
    }

private:
    qreal m_height;
    std::function<void(QPainter &, QRectF)> m_paint;
};

/// One row with its borders; rows of a table touch.
class RowBlock final : public Block {
public:
    RowBlock(QList<Runs> cells, QList<qreal> shares, qreal points, bool wholeLineAbove)
        : m_cells(std::move(cells))
        , m_shares(std::move(shares))
        , m_points(points)
        , m_wholeLine(wholeLineAbove)
    {
        spaceAfter = 0;
    }
    qreal height(qreal width) const override
    {
        qreal tallest = 0;
        for (qsizetype i = 0; i < m_cells.size(); ++i)
            tallest = std::max(tallest, layOut(m_cells.at(i), m_points, m_shares.at(i) * width - 2 * kCellPadding));
        return tallest + 2 * kCellPadding;
    }
    void paint(QPainter &painter, QPointF at, qreal width) const override
    {
        const qreal tall = height(width);
        const qreal from = m_wholeLine ? 0 : m_shares.first() * width;
        painter.setPen(QPen(kInk.line, 0.7 * kPoint));
        painter.drawLine(at + QPointF(from, 0), at + QPointF(width, 0));
        painter.drawLine(at, at + QPointF(0, tall));
        painter.drawLine(at + QPointF(width, 0), at + QPointF(width, tall));
        painter.drawLine(at + QPointF(m_isLast ? 0 : width, tall), at + QPointF(width, tall));
        qreal left = 0;
        for (qsizetype i = 0; i < m_cells.size(); ++i) {
            layOut(m_cells.at(i), m_points, m_shares.at(i) * width - 2 * kCellPadding, &painter,
                at + QPointF(left + kCellPadding, kCellPadding));
            left += m_shares.at(i) * width;
        }
    }
    void paintEnd(QPainter &painter, QPointF at, qreal width) const override
    {
        const qreal tall = height(width);
        painter.setPen(QPen(kInk.line, 0.7 * kPoint));
        painter.drawLine(at + QPointF(0, tall), at + QPointF(width, tall));
    }
    void setLast() { m_isLast = true; }

private:
    QList<Runs> m_cells;
    QList<qreal> m_shares;
    qreal m_points;
    bool m_wholeLine;
    bool m_isLast = false;
};

/// Pieces of a text that are shaped apart. Inter swaps brackets and dashes beside digits for glyphs that no PDF reader can
/// turn back into text ("(35 ml)" was copied as "35 ml"), and Qt 6.4 can't switch that off.
QList<QPair<int, int>> shapedApart(const QString &text)
{
    const auto isMark = [&](qsizetype at) {
        const QChar c = text.at(at);
        const bool times = c == u'x' && at > 0 && at + 1 < text.size() && text.at(at - 1).isDigit() && text.at(at + 1).isDigit();
        return times || c.isPunct() || c.isSymbol();
    };
    QList<QPair<int, int>> pieces;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool starts = at == 0 || isMark(at) || isMark(at - 1);
        if (starts)
            pieces.append({int(at), 0});
        ++pieces.last().second;
    }
    return pieces;
}

} // namespace

QFont font(qreal points, bool bold)
{
    QFont font(QStringLiteral("Inter"));
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(int(points * kPoint));
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

qreal layOut(const Runs &runs, qreal points, qreal width, QPainter *painter, QPointF at, Qt::Alignment alignment)
{
    // Each line break of the text is a paragraph of its own; QTextLayout takes no markup.
    QList<Runs> paragraphs(1);
    for (const Run &run : runs) {
        const QStringList lines = run.text.split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (i > 0)
                paragraphs.append(Runs());
            paragraphs.last().append({lines.at(i), run.bold, run.soft});
        }
    }
    qreal y = 0;
    for (const Runs &paragraph : std::as_const(paragraphs)) {
        QString whole;
        QList<QTextLayout::FormatRange> formats;
        for (const Run &run : paragraph) {
            QTextCharFormat format;
            format.setFont(font(points, run.bold));
            format.setForeground(run.soft ? kInk.soft : kInk.text);
            for (const auto &[start, length] : shapedApart(run.text))
                formats.append({int(whole.size()) + start, length, format});
            whole += run.text;
        }
        QTextLayout layout(whole.isEmpty() ? QStringLiteral(" ") : whole, font(points));
        layout.setFormats(formats);
        QTextOption option(alignment);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max(width, points * kPoint));
            line.setPosition({0, y});
            y += line.height() * 1.12;
        }
        layout.endLayout();
        if (painter)
            layout.draw(painter, at);
    }
    return y;
}

QString toTick(const QString &words, bool isTicked)
{
    return (isTicked ? QStringLiteral("☑") : QStringLiteral("☐")) + QChar(QChar::Nbsp) + words;
}

BlockPtr text(const Runs &runs, qreal points, qreal after)
{
    auto block = std::make_shared<TextBlock>(runs, points);
    block->spaceAfter = after * kPoint;
    return block;
}

BlockPtr rightText(const QString &lines, qreal points)
{
    return std::make_shared<TextBlock>(Runs{{lines, false, true}}, points, Qt::AlignRight);
}

BlockPtr heading(const QString &title, const QString &soft)
{
    Runs runs{{title, true, false}};
    if (!soft.isEmpty())
        runs.append({QStringLiteral("   ") + soft, false, true});
    auto block = std::make_shared<TextBlock>(runs, 11);
    block->spaceAfter = 5 * kPoint;
    block->keepWithNext = true;
    return block;
}

BlockPtr boxed(const QList<BlockPtr> &inside)
{
    auto block = std::make_shared<StackBlock>(inside, 10 * kPoint);
    block->spaceAfter = 12 * kPoint;
    return block;
}

BlockPtr together(const QList<BlockPtr> &inside) { return std::make_shared<StackBlock>(inside, 0); }

BlockPtr sideBySide(BlockPtr left, BlockPtr right, qreal leftShare)
{
    auto block = std::make_shared<ColumnsBlock>(std::move(left), std::move(right), leftShare);
    block->spaceAfter = 12 * kPoint;
    return block;
}

BlockPtr drawing(qreal height, std::function<void(QPainter &, QRectF)> paint)
{
    return std::make_shared<DrawingBlock>(height, std::move(paint));
}

BlockPtr signatureLines(const QString &left, const QString &right)
{
    const auto line = [](const QString &label) {
        return together({drawing(30 * kPoint,
                             [](QPainter &painter, QRectF place) {
                                 painter.setPen(QPen(kInk.text, 0.8 * kPoint));
                                 painter.drawLine(place.bottomLeft(), place.bottomRight());
                             }),
            text({{label, false, true}}, 8.5, 0)});
    };
    return sideBySide(line(left), line(right), 0.5);
}

QList<BlockPtr> table(const Table &table)
{
    QList<BlockPtr> blocks;
    std::shared_ptr<Block> head;
    if (!table.head.isEmpty()) {
        QList<Runs> cells;
        for (const QString &title : table.head)
            cells.append(Runs{{title, true, true}});
        head = std::make_shared<RowBlock>(cells, table.shares, 8.5, true);
        head->keepWithNext = true;
        blocks.append(head);
    }
    QList<BlockPtr> above;
    if (!table.title.isEmpty())
        above.append(heading(table.title, table.continuedWord));
    if (head)
        above.append(head);
    qsizetype group = 0; // its first row
    for (qsizetype i = 0; i < table.rows.size(); ++i) {
        const bool begins = table.firstOfGroup.value(i, true);
        group = begins ? i : group;
        auto row = std::make_shared<RowBlock>(table.rows.at(i), table.shares, 9.5, begins);
        row->repeated = above;
        row->isWithinGroup = !begins;
        const bool groupEnds = table.firstOfGroup.value(i + 1, true) || i + 1 == table.rows.size();
        row->keepWithNextIfRoom = !groupEnds;
        std::shared_ptr<RowBlock> continued;
        if (!begins) {
            QList<Runs> cells = table.rows.at(i);
            cells.first() = table.rows.at(group).first().mid(0, 1);
            if (!table.continuedWord.isEmpty())
                cells.first().append({u'\n' + table.continuedWord, false, true});
            continued = std::make_shared<RowBlock>(cells, table.shares, 9.5, true);
            row->asContinued = continued;
        }
        for (const auto &one : {row, continued}) {
            if (one && groupEnds)
                one->setLast();
            if (one && i + 1 == table.rows.size())
                one->spaceAfter = 10 * kPoint;
        }
        blocks.append(row);
    }
    return blocks;
}

} // namespace keywork::print
