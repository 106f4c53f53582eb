// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/typing_filters.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace keywork {

namespace {

class TypingFilters : public QObject {
public:
    TypingFilters(QAbstractItemView *list, QLineEdit *filter)
        : QObject(list)
        , m_list(list)
        , m_filter(filter)
    {
        list->installEventFilter(this);
        filter->installEventFilter(this);
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress || m_filter->isHidden() || !m_filter->isEnabled())
            return QObject::eventFilter(watched, event);
        auto *key = static_cast<QKeyEvent *>(event);
        return watched == m_list ? typedOnList(key) : typedInFilter(key);
    }

private:
    bool typedOnList(QKeyEvent *key)
    {
        const bool isPlain = !(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier | Qt::GroupSwitchModifier));
        const bool isWord = !key->text().isEmpty() && key->text().front().isPrint() && !key->text().front().isSpace();
        const bool takesBack = key->key() == Qt::Key_Backspace && !m_filter->text().isEmpty();
        if (!isPlain || !(isWord || takesBack))
            return false;
        m_filter->setFocus(Qt::OtherFocusReason);
        m_filter->end(false);
        QCoreApplication::sendEvent(m_filter, key);
        return true;
    }
    bool typedInFilter(QKeyEvent *key)
    {
        const bool leaves = key->key() == Qt::Key_Down || (key->key() == Qt::Key_Escape && !m_filter->text().isEmpty());
        if (!leaves)
            return false;
        if (key->key() == Qt::Key_Escape)
            m_filter->clear();
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    QAbstractItemView *m_list;
    QLineEdit *m_filter;
};

} // namespace

void filterByTyping(QAbstractItemView *list, QLineEdit *filter) { new TypingFilters(list, filter); }

} // namespace keywork
