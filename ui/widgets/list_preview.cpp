// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/list_preview.h"

#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kMostHeight = 180; // the list stays the larger part
constexpr int kLeastHeight = 110; // of the text, where there is that much
constexpr int kLeastHeightLarge = 60; // the whole page scrolls then
} // namespace

ListPreview::ListPreview(QAbstractItemView *view, std::function<QStringList(int)> text)
    : m_view(view)
    , m_text(std::move(text))
{
    setProperty("look", u"panel"_s);
    setObjectName(u"listPreview"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    m_label = label({}, "", true);
    m_label->setObjectName(u"listPreviewText"_s);
    m_scroll = scrolling(m_label); // by itself at large text, too: it is only so high
    m_scroll->setFrameShape(QFrame::NoFrame);
    layout->addWidget(m_scroll);
    m_more = label(tr("There is more: Ctrl+Down reads on, Ctrl+Up goes back."), "soft", true);
    m_more->setObjectName(u"listPreviewMore"_s);
    m_more->hide();
    layout->addWidget(m_more);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, &ListPreview::sayWhetherMore);
    setMaximumHeight(Theme::scaled(kMostHeight));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // as high as what it says; a short list keeps some rows
    view->installEventFilter(this);
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ListPreview::refresh);
    hide();
}

void ListPreview::refresh()
{
    if (isHidden())
        return;
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid())
        return hide();
    const QString text = m_text(current.row()).join(u'\n');
    m_label->setText(breakable(text));
    m_view->setAccessibleDescription(text); // read out by whoever does not see it
    m_scroll->verticalScrollBar()->setValue(0);
    giveRoom();
    sayWhetherMore();
}

/// A list would leave it a line or two; what is not much is read without scrolling.
void ListPreview::giveRoom()
{
    const int width = std::max(m_scroll->viewport()->width(), 100);
    m_scroll->setMinimumHeight(
        std::min(m_label->heightForWidth(width), Theme::scaled(Theme::isLarge() ? kLeastHeightLarge : kLeastHeight)));
}

void ListPreview::sayWhetherMore() { m_more->setVisible(m_scroll->verticalScrollBar()->maximum() > 0); }

bool ListPreview::readOn(int key)
{
    QScrollBar *bar = m_scroll->verticalScrollBar();
    const int before = bar->value();
    bar->triggerAction(key == Qt::Key_Down ? QAbstractSlider::SliderPageStepAdd : QAbstractSlider::SliderPageStepSub);
    return bar->value() != before || bar->maximum() > 0; // at the end the list does not jump instead
}

bool ListPreview::event(QEvent *event)
{
    if (event->type() == QEvent::Show) // where the page is longer than the window it would open out of view
        QMetaObject::invokeMethod(
            this, [this] { bringIntoView(this); }, Qt::QueuedConnection);
    return QFrame::event(event);
}

bool ListPreview::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_view || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *pressed = static_cast<QKeyEvent *>(event);
    const int key = pressed->key();
    const bool readsOn = pressed->modifiers() == Qt::ControlModifier && (key == Qt::Key_Down || key == Qt::Key_Up);
    if (readsOn && !isHidden() && readOn(key))
        return true;
    const bool opens = isHidden() && key == Qt::Key_Space && m_view->currentIndex().isValid();
    if (!opens && (isHidden() || (key != Qt::Key_Space && key != Qt::Key_Escape)))
        return QFrame::eventFilter(watched, event);
    setVisible(opens);
    if (!opens)
        m_view->setAccessibleDescription({});
    refresh();
    return true;
}

} // namespace keywork
