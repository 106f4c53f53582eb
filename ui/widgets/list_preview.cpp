// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/list_preview.h"

#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kMostHeight = 180; // the list stays the larger part
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
    auto *scroll = scrolling(m_label); // by itself at large text, too: it is only so high
    scroll->setFrameShape(QFrame::NoFrame);
    layout->addWidget(scroll);
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
    m_label->setText(m_text(current.row()).join(u'\n'));
    m_view->setAccessibleDescription(m_label->text()); // read out by whoever does not see it
}

bool ListPreview::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_view || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
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
