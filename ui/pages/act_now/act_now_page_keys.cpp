// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/act_now/act_now_page.h"
#include "ui/pages/act_now/act_now_steps.h"
#include "ui/pages/act_now/afterwards.h"
#include "ui/pages/act_now/who_found.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

bool isLetter(const QKeyEvent &key)
{
    const bool isPlain = !(key.modifiers() & ~Qt::ShiftModifier);
    return isPlain && key.text().size() == 1 && key.text().front().isLetter();
}

} // namespace

/// Whether the key was one of ours. Digits and letters are words where somebody types.
bool ActNowPage::isKey(const QKeyEvent &key, const QWidget *at)
{
    const bool isTyping = qobject_cast<const QLineEdit *>(at) || (qobject_cast<const QComboBox *>(at) && m_afterwards->isAncestorOf(at));
    const bool isPlain = !(key.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    const bool isControl = key.modifiers() == Qt::ControlModifier;
    if (isControl && key.key() == Qt::Key_P)
        return Q_EMIT m_who->sheetWanted(), true;
    if (isControl && key.key() >= Qt::Key_1 && key.key() < Qt::Key_1 + m_looks.size())
        return m_looks.at(key.key() - Qt::Key_1)->click(), true;
    if (key.key() == Qt::Key_F11)
        return Q_EMIT coverWanted(), true;
    if (isPlain && key.key() >= Qt::Key_F2 && key.key() <= Qt::Key_F8)
        return m_steps->pressKey(key), true;
    const QHash<int, void (ActNowPage::*)()> always{
        {Qt::Key_F1, &ActNowPage::enterAfterwards}, {Qt::Key_F9, &ActNowPage::notAnOverdose}, {Qt::Key_F10, &ActNowPage::end}};
    if (const auto doing = always.value(key.key()); isPlain && doing && !key.isAutoRepeat())
        return (this->*doing)(), true;
    if (key.key() == Qt::Key_PageDown || key.key() == Qt::Key_PageUp)
        return turn(key.key() == Qt::Key_PageDown ? 1 : -1), true;
    if (key.key() == Qt::Key_Escape) {
        if (m_asked->isVisibleTo(this) || m_afterwards->isVisibleTo(this))
            return m_afterwards->hide(), focusSteps(), true;
        if (at == m_who->field())
            return false; // it lets go of what was typed
        return putAside(), true;
    }
    if (isTyping)
        return false;
    if (key.key() == Qt::Key_Backspace || (isControl && key.key() == Qt::Key_Z))
        return key.isAutoRepeat() ? true : (undoLast(), true);
    if (isPlain && key.key() == Qt::Key_Plus)
        return another(), true;
    if (m_who->namesAnybody() && isLetter(key))
        return m_who->beginWith(key.text()), true;
    return isPlain && m_steps->pressKey(key);
}

bool ActNowPage::event(QEvent *event)
{
    // Keys of what lies below would work unseen. Only locking, covering and the size of the text pass.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        static const QList<int> passing{Qt::Key_L, Qt::Key_Plus, Qt::Key_Equal, Qt::Key_Minus, Qt::Key_0, Qt::Key_D};
        if (!key->modifiers().testFlag(Qt::ControlModifier) || !passing.contains(key->key()))
            event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool ActNowPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    auto *at = event->type() == QEvent::KeyPress && isOpen() ? qobject_cast<QWidget *>(watched) : nullptr;
    if (at && (at == this || isAncestorOf(at)) && isKey(*static_cast<QKeyEvent *>(event), at))
        return true;
    return QWidget::eventFilter(watched, event);
}

} // namespace keywork
