// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/centred_card.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QFrame>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kMargin = 16;
}

CentredCard::CentredCard(int widthAtFullSize, QWidget *parent)
    : QScrollArea(parent)
    , m_width(widthAtFullSize)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *ground = new QWidget;
    ground->setObjectName(u"signInGround"_s);
    ground->setAttribute(Qt::WA_StyledBackground);
    auto *outer = new QVBoxLayout(ground);
    m_card = new QFrame;
    m_card->setProperty("look", u"card"_s);
    auto *row = new QHBoxLayout; // a row knows how wide the card is when it asks how high its texts are
    row->addStretch();
    row->addWidget(m_card);
    row->addStretch();
    outer->addStretch();
    outer->addLayout(row);
    outer->addStretch();
    setWidget(ground);
    fit();
}

void CentredCard::fit()
{
    const int room = viewport()->width() - 2 * kMargin - verticalScrollBar()->sizeHint().width();
    m_card->setFixedWidth(std::min(Theme::scaled(m_width), std::max(room, 320)));
}

void CentredCard::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

void CentredCard::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_card)
        fit();
}

} // namespace keywork
