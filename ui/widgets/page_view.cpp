// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page_view.h"

#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QPaintEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kGap = 16;
}

PageView::PageView(QWidget *parent)
    : QWidget(parent)
{
}

void PageView::setDocument(const print::Document &document)
{
    m_document = document;
    setAccessibleName(tr("Preview") + u", "_s + words::pages(m_document.pageCount()));
    setMinimumSize(sizeHint());
    updateGeometry();
    update();
}

void PageView::setPageWidth(int pixels)
{
    m_width = pixels;
    setMinimumSize(sizeHint());
    updateGeometry();
}

int PageView::pageHeight() const
{
    const QSizeF sheet = m_document.size();
    return int(m_width * sheet.height() / sheet.width());
}

QSize PageView::sizeHint() const { return {m_width + 2 * kGap, m_document.pageCount() * (pageHeight() + kGap) + kGap}; }

void PageView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal scale = m_width / m_document.size().width();
    for (int page = 0; page < m_document.pageCount(); ++page) {
        const QRect place((width() - m_width) / 2, kGap + page * (pageHeight() + kGap), m_width, pageHeight());
        if (!place.intersects(event->rect()))
            continue;
        painter.fillRect(place, Qt::white); // paper
        painter.setPen(Theme::colour(u"line"_s));
        painter.drawRect(place);
        painter.save();
        painter.translate(place.topLeft());
        painter.scale(scale, scale);
        m_document.paintPage(painter, page);
        painter.restore();
    }
}

} // namespace keywork
