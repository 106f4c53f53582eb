// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/guidance/guidance_view.h"

#include "ui/text/words_guidance.h"
#include "ui/theme/theme.h"

#include <QScrollBar>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextList>
#include <QTextTable>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qreal kBetweenParts = 8; // pixels, at 100 %

/// Puts the parts of a page into a document, piece by piece: nothing is ever read as markup.
class GuidanceWriter {
public:
    explicit GuidanceWriter(QTextEdit &view)
        : m_cursor(view.document())
        , m_pixels(view.fontInfo().pixelSize())
    {
        m_plain.setForeground(Theme::colour(u"ink"_s));
    }

    void write(const GuidanceBlock &block)
    {
        using Type = GuidanceBlock::Type;
        switch (block.type) {
        case Type::Heading:
            return heading(block);
        case Type::Paragraph:
            return paragraph(block);
        case Type::Bullets:
        case Type::Numbers:
            return list(block);
        case Type::Table:
            return table(block);
        case Type::SinceThen:
            return note(block);
        }
    }

private:
    static QTextBlockFormat spaced(qreal above, qreal below)
    {
        QTextBlockFormat format;
        format.setTopMargin(Theme::scaled(int(above)));
        format.setBottomMargin(Theme::scaled(int(below)));
        return format;
    }
    void begin(const QTextBlockFormat &format)
    {
        m_isFirst ? m_cursor.setBlockFormat(format) : m_cursor.insertBlock(format, m_plain);
        m_isFirst = false;
    }
    void runs(const GuidanceRuns &said)
    {
        for (const GuidanceRun &run : said) {
            QTextCharFormat format = m_plain;
            format.setFontWeight(run.bold ? QFont::DemiBold : QFont::Normal);
            m_cursor.insertText(run.text, format);
        }
    }
    void heading(const GuidanceBlock &block)
    {
        QTextBlockFormat format = spaced(block.level < 3 ? 14 : 8, 4);
        format.setHeadingLevel(block.level);
        begin(format);
        QTextCharFormat words = m_plain;
        words.setFontWeight(QFont::DemiBold);
        words.setProperty(QTextFormat::FontPixelSize, qRound(m_pixels * (block.level == 1 ? 1.25 : block.level == 2 ? 1.12 : 1.0)));
        m_cursor.insertText(plainTextOf(block.rows.first().first()), words);
    }
    void paragraph(const GuidanceBlock &block)
    {
        begin(spaced(0, kBetweenParts));
        runs(block.rows.first().first());
    }
    void list(const GuidanceBlock &block)
    {
        QTextListFormat style;
        style.setStyle(block.type == GuidanceBlock::Type::Bullets ? QTextListFormat::ListDisc : QTextListFormat::ListDecimal);
        QTextList *made = nullptr;
        for (const QList<GuidanceRuns> &row : block.rows) {
            begin(spaced(0, 4));
            made ? made->add(m_cursor.block()) : void(made = m_cursor.createList(style));
            runs(row.first());
        }
    }
    void leave()
    {
        m_cursor.movePosition(QTextCursor::End);
        m_isFirst = true; // the block behind a table or a frame is there already
    }
    void table(const GuidanceBlock &block)
    {
        QTextTableFormat format;
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        format.setCellPadding(Theme::scaled(6));
        format.setCellSpacing(0);
        format.setBorder(1);
        format.setBorderCollapse(true);
        format.setBorderBrush(Theme::colour(u"line"_s));
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid); // else two of four edges are drawn in another colour
        format.setBottomMargin(Theme::scaled(int(kBetweenParts)));
        format.setHeaderRowCount(1);
        QTextTable *made = m_cursor.insertTable(int(block.rows.size()), int(block.rows.first().size()), format);
        for (qsizetype row = 0; row < block.rows.size(); ++row)
            for (qsizetype column = 0; column < block.rows.at(row).size(); ++column) {
                m_cursor = made->cellAt(int(row), int(column)).firstCursorPosition();
                GuidanceRuns cell = block.rows.at(row).at(column);
                for (GuidanceRun &run : cell)
                    run.bold = run.bold || row == 0;
                runs(cell);
            }
        leave();
    }
    void note(const GuidanceBlock &block)
    {
        QTextFrameFormat format;
        format.setBackground(Theme::colour(u"attentionSoft"_s));
        format.setBorder(1);
        format.setBorderBrush(Theme::colour(u"attention"_s));
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setPadding(Theme::scaled(8));
        format.setTopMargin(Theme::scaled(4));
        format.setBottomMargin(Theme::scaled(int(kBetweenParts)));
        m_cursor.insertFrame(format);
        QTextCharFormat strong = m_plain;
        strong.setFontWeight(QFont::DemiBold);
        strong.setForeground(Theme::colour(u"attention"_s));
        m_cursor.insertText(GuidanceView::tr("Since then: "), strong);
        runs(block.rows.first().first());
        m_cursor.insertBlock();
        QTextCharFormat soft = m_plain;
        soft.setForeground(Theme::colour(u"soft"_s));
        m_cursor.insertText(words::noteSource(block), soft);
        leave();
    }

    QTextCursor m_cursor;
    QTextCharFormat m_plain;
    int m_pixels;
    bool m_isFirst = true;
};

} // namespace

GuidanceView::GuidanceView(QWidget *parent)
    : QTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAcceptRichText(false);
    viewport()->setAutoFillBackground(false); // the card's own
    document()->setDocumentMargin(0);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    if (Theme::isLarge())
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    else
        setMinimumHeight(Theme::scaled(240));
}

void GuidanceView::setBlocks(const QList<GuidanceBlock> &blocks)
{
    clear();
    GuidanceWriter writer(*this);
    for (const GuidanceBlock &block : blocks)
        writer.write(block);
    moveCursor(QTextCursor::Start);
    verticalScrollBar()->setValue(0);
    takeHeight();
}

void GuidanceView::takeHeight()
{
    if (Theme::isLarge())
        setFixedHeight(std::max(Theme::scaled(60), int(document()->size().height()) + 2));
}

void GuidanceView::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    takeHeight();
}

} // namespace keywork
