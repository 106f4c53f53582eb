// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/blocks.h"

#include <QByteArray>

QT_BEGIN_NAMESPACE
class QPagedPaintDevice;
QT_END_NAMESPACE

namespace keywork::print {

/// Large print: 9.5 to 11 points become 14 to 16.5.
inline constexpr qreal kLargePrint = 1.5;

enum class Paper { A4, A5 };

/// A document as pages: the same for preview, paper and PDF. It loads nothing from outside.
class Document {
public:
    QString title; ///< the PDF's title; never a name
    QString footLeft; ///< on each page: whose document, which version, which fingerprint
    QString footMiddle;
    qreal textScale = 1.0; ///< kLargePrint, or 1; the paper and its margins stay as they are
    Paper paper = Paper::A4; ///< said before anything is laid out

    void add(const BlockPtr &block) { m_blocks.append(block); }
    void add(const QList<BlockPtr> &blocks) { m_blocks.append(blocks); }

    int pageCount() const;
    /// Paints one page, 0 the first; the painter's unit is a tenth of a point, its origin the sheet's corner.
    void paintPage(QPainter &painter, int page) const;
    /// Whether every block has room on its page: one that is higher than a page would be cut off.
    bool fitsItsPages() const;
    /// Empty when the PDF can't be made.
    QByteArray toPdf() const;

    static QSizeF sheet(Paper paper = Paper::A4); ///< in tenths of a point
    QSizeF size() const { return sheet(paper); }

private:
    struct Placed {
        BlockPtr block;
        qreal y;
        bool goesOn = false; ///< on the next page
    };
    const QList<QList<Placed>> &pages() const;
    qreal neededFor(qsizetype block) const;
    qreal edge() const;
    qreal margin() const;
    qreal contentWidth() const;
    qreal contentBottom() const;
    mutable QList<QList<Placed>> m_pages;
    QList<BlockPtr> m_blocks;
};

} // namespace keywork::print
