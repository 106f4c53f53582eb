// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/cover.h"

#include "ui/widgets/parts.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QPushButton>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

Cover::Cover(QWidget *over)
    : QWidget(over)
{
    setObjectName(u"ground"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Screen covered. Press F11 or click to go on."));
    auto *layout = new QVBoxLayout(this);
    layout->addStretch();
    layout->addWidget(label(u"Keywork"_s, "brand"), 0, Qt::AlignHCenter);
    layout->addWidget(label(tr("The screen is covered. Press F11 or click anywhere to go on."), "soft"), 0, Qt::AlignHCenter);
    layout->addSpacing(24);
    auto *actNow = button(tr("Overdose — act now  F12"), "emergency");
    actNow->setObjectName(u"actNowFromCover"_s);
    actNow->setFocusPolicy(Qt::NoFocus); // Space and Enter go nowhere here
    connect(actNow, &QPushButton::clicked, this, &Cover::actNowWanted);
    layout->addWidget(actNow, 0, Qt::AlignHCenter);
    layout->addWidget(label(tr("In an emergency ring 999 first."), "soft"), 0, Qt::AlignHCenter);
    layout->addStretch();
    hide();
    over->installEventFilter(this);
}

namespace {

bool onlyMoves(const QKeyEvent &event)
{
    constexpr int kKeys[] = {Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right, Qt::Key_PageUp, Qt::Key_PageDown};
    const bool isPlain = event.modifiers() == Qt::NoModifier || event.modifiers() == Qt::KeypadModifier;
    return isPlain && std::find(std::begin(kKeys), std::end(kKeys), event.key()) != std::end(kKeys);
}

} // namespace

void Cover::raiseOver(Came how)
{
    if (isVisible())
        return;
    m_came = how;
    m_focus = QApplication::focusWidget();
    m_others.hideAllBut(window());
    setGeometry(parentWidget()->rect());
    show();
    raise();
    setFocus();
}

void Cover::takeAway()
{
    if (!isVisible())
        return;
    hide();
    m_others.showAgain();
    if (m_focus)
        m_focus->setFocus();
    Q_EMIT gone();
}

void Cover::keyPressEvent(QKeyEvent *event)
{
    // No other: somebody who types blindly, perhaps a password, must not type it into the page below.
    const bool goesOn = m_came == Came::ByItself && onlyMoves(*event);
    if (event->key() == Qt::Key_F11 || goesOn)
        takeAway();
    if (goesOn && m_focus)
        QCoreApplication::postEvent(m_focus, new QKeyEvent(event->type(), event->key(), event->modifiers()));
    event->accept();
}

bool Cover::event(QEvent *event)
{
    // Keys of the page below would work unseen: Ctrl+Z, Ctrl+S. Only uncovering and locking pass.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isLock = key->key() == Qt::Key_L && key->modifiers().testFlag(Qt::ControlModifier);
        if (key->key() != Qt::Key_F11 && !isLock)
            event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Cover::mousePressEvent(QMouseEvent *) { takeAway(); }

bool Cover::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace keywork
