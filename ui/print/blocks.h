// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QRectF>
#include <QString>
#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace keywork::print {

/// The unit of all layout: a tenth of a point, so that widths are the same on paper, in a PDF and on the screen.
inline constexpr qreal kPoint = 10.0;

/// Ink on paper: legible in black and white.
struct Ink {
    QColor text{0x1d, 0x2a, 0x2e};
    QColor soft{0x4a, 0x58, 0x5d};
    QColor line{0xb8, 0xc0, 0xc0};
    QColor shade{0xf2, 0xf3, 0xf2};
    QColor accent{0x0b, 0x5d, 0x66};
    QColor accentShade{0xc9, 0xdf, 0xe0};
};

/// A piece of text in one weight. Always plain: nothing typed by anyone is read as markup.
struct Run {
    QString text;
    bool bold = false;
    bool soft = false;
};
using Runs = QList<Run>;

QFont font(qreal points, bool bold = false);
/// The height that the runs take at `width`; paints when a painter is given.
qreal layOut(
    const Runs &runs, qreal points, qreal width, QPainter *painter = nullptr, QPointF at = {}, Qt::Alignment alignment = Qt::AlignLeft);

/// Something that is never split over two pages.
class Block {
public:
    virtual ~Block() = default;
    virtual qreal height(qreal width) const = 0;
    virtual void paint(QPainter &painter, QPointF at, qreal width) const = 0;

    /// What closes it at the end of a page when it goes on overleaf.
    virtual void paintEnd(QPainter &, QPointF, qreal) const { }

    qreal spaceAfter = 6 * kPoint;
    bool keepWithNext = false;
    bool keepWithNextIfRoom = false; ///< where one page holds all that is kept together
    bool isWithinGroup = false; ///< what it belongs to was begun by a block before
    /// What stands above it when it opens a page: whose part it is, a table's head.
    QList<std::shared_ptr<Block>> repeated;
    /// What stands in its place when it opens a page; null: itself.
    std::shared_ptr<Block> asContinued;
};
using BlockPtr = std::shared_ptr<Block>;

/// A box with the words that are ticked by it. No line ends between the box and its first word, however large the print.
QString toTick(const QString &words, bool isTicked = false);
BlockPtr text(const Runs &runs, qreal points = 9.5, qreal after = 6);
/// Lines that end at the right edge.
BlockPtr rightText(const QString &lines, qreal points = 9.5);
BlockPtr heading(const QString &title, const QString &soft = {});
BlockPtr boxed(const QList<BlockPtr> &inside);
BlockPtr sideBySide(BlockPtr left, BlockPtr right, qreal leftShare);
BlockPtr together(const QList<BlockPtr> &inside);
BlockPtr signatureLines(const QString &left, const QString &right);
/// A drawing of fixed height.
BlockPtr drawing(qreal height, std::function<void(QPainter &, QRectF)> paint);

/// Rows of a table with a head that repeats on each page; `shares` add up to 1. A group stays on one page where that has room.
struct Table {
    QList<qreal> shares;
    QStringList head;
    QList<QList<Runs>> rows;
    QList<bool> firstOfGroup; ///< false: the line above the row leaves the first column free
    QString title = {}; ///< of what it belongs to; stands above what goes on on another page, with `continuedWord`
    QString continuedWord = {}; ///< also under the first cell of a group that goes on
};
QList<BlockPtr> table(const Table &table);

} // namespace keywork::print
