// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_hint.h"

#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace keywork {

EmptyHint::EmptyHint(QAbstractItemView *view)
    : QWidget(view->viewport())
    , m_view(view)
    , m_ownHeight(view->minimumHeight())
{
    setObjectName(u"emptyHint"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(8);
    m_sentence = label({}, "soft", true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_begin = button({});
    m_begin->setObjectName(u"beginFirst"_s);
    m_begin->hide();
    layout->addStretch();
    layout->addWidget(m_sentence);
    layout->addWidget(m_begin, 0, Qt::AlignHCenter);
    layout->addStretch();
    // What it opens may take the list down.
    connect(m_begin, &QPushButton::clicked, this, [this] { QTimer::singleShot(0, this, [this] { m_run(); }); });
    view->viewport()->installEventFilter(this);
    hide();
}

void EmptyHint::offer(const QString &words, std::function<void()> begin)
{
    m_run = std::move(begin);
    const QString plain = QString(words).remove(u'&'); // the key is the other button's
    m_begin->setText(plain);
    m_begin->setAccessibleName(tr("The first: %1").arg(plain)); // beside the other button of the page
}

void EmptyHint::say(const QString &sentence, Offered offered)
{
    m_sentence->setText(sentence);
    m_view->setAccessibleDescription(sentence);
    m_begin->setVisible(m_run && offered == Offered::Yes);
    setVisible(!sentence.isEmpty());
    place();
}

void EmptyHint::place()
{
    setGeometry(m_view->viewport()->rect());
    int wanted = 0;
    if (!isHidden()) { // in a list of a few lines the words would be cut
        const int head = m_view->isVisible() ? m_view->height() - m_view->viewport()->height() : Theme::scaled(34);
        wanted = head + layout()->heightForWidth(std::max(width(), Theme::scaled(200)));
    }
    m_view->setMinimumHeight(std::max(wanted, m_ownHeight));
}

/// A list that is scrolled sideways takes along what lies on it.
void EmptyHint::moveEvent(QMoveEvent *event)
{
    QWidget::moveEvent(event);
    if (!pos().isNull())
        move(0, 0);
}

bool EmptyHint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace keywork
