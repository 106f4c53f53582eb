// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/told.h"

#include "ui/widgets/parts.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace keywork {

namespace {

constexpr int kJustNowMs = 1500;

QEvent::Type typeOf(Went went)
{
    static const auto elsewhere = QEvent::Type(QEvent::registerEventType());
    static const auto changed = QEvent::Type(QEvent::registerEventType());
    return went == Went::Elsewhere ? elsewhere : changed;
}

/// Words or digits that go into a field; no way about the page.
bool isTyping(const QObject *watched, const QEvent &event)
{
    if (event.type() != QEvent::KeyPress || !(qobject_cast<const QLineEdit *>(watched) || qobject_cast<const QPlainTextEdit *>(watched)))
        return false;
    const auto &key = static_cast<const QKeyEvent &>(event);
    const bool isText = !key.text().isEmpty() && key.text().front().isPrint();
    return isText || key.key() == Qt::Key_Backspace || key.key() == Qt::Key_Delete;
}

Told *toldBy(QLabel *message, Told::Scope scope)
{
    for (QObject *child : message->children())
        if (auto *told = dynamic_cast<Told *>(child))
            return told;
    return new Told(message, scope);
}

} // namespace

void announce(QWidget *where, Went went)
{
    QEvent event(typeOf(went));
    QCoreApplication::sendEvent(where, &event);
}

void tellOnPage(QLabel *message, const QString &sentence) { toldBy(message, Told::Scope::Page)->tell(sentence); }
void tellInHeader(QLabel *message, const QString &sentence) { toldBy(message, Told::Scope::Window)->tell(sentence); }

Told::Told(QLabel *message, Scope scope)
    : QObject(message)
    , m_message(message)
    , m_scope(scope)
{
}

void Told::tell(const QString &sentence)
{
    QCoreApplication::instance()->removeEventFilter(this);
    if (m_scope == Scope::Page) {
        showMessage(m_message, sentence);
    } else {
        m_message->setText(sentence);
        m_message->setVisible(!sentence.isEmpty());
    }
    if (sentence.isEmpty())
        return;
    m_since.start();
    QCoreApplication::instance()->installEventFilter(this);
}

bool Told::isStaleBy(const QObject *watched, const QEvent &event) const
{
    const bool isAnnounced = event.type() == typeOf(Went::Elsewhere) || event.type() == typeOf(Went::Changed);
    const auto *where = isAnnounced || isTyping(watched, event) ? qobject_cast<const QWidget *>(watched) : nullptr;
    if (!where)
        return false;
    const bool isOurs = m_scope == Scope::Window ? m_message->window() == where->window() : where->isAncestorOf(m_message);
    if (isAnnounced)
        return isOurs && m_since.hasExpired(kJustNowMs);
    if (m_scope == Scope::Window) // what is looked for in the header is no word of the page
        return isOurs && m_since.hasExpired(kJustNowMs) && !m_message->parentWidget()->isAncestorOf(where);
    return m_message->parentWidget() && m_message->parentWidget()->isAncestorOf(where);
}

bool Told::eventFilter(QObject *watched, QEvent *event)
{
    if (isStaleBy(watched, *event))
        tell({});
    return QObject::eventFilter(watched, event);
}

} // namespace keywork
