// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/unfinished_word.h"

#include <QApplication>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QPointer>

namespace keywork {

namespace {

class UnfinishedWord final : public QObject {
public:
    explicit UnfinishedWord(QObject *parent)
        : QObject(parent)
    {
        parent->installEventFilter(this);
    }
    void finish()
    {
        QGuiApplication::inputMethod()->commit(); // the input method's own way: it may choose the word
        const QString word = std::exchange(m_word, {});
        if (word.isEmpty() || !m_field)
            return;
        QInputMethodEvent event;
        event.setCommitString(word);
        QCoreApplication::sendEvent(m_field, &event);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::InputMethod) {
            m_field = watched;
            m_word = static_cast<QInputMethodEvent *>(event)->preeditString();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QPointer<QObject> m_field;
    QString m_word;
};

UnfinishedWord *unfinishedWord()
{
    static QPointer<UnfinishedWord> only;
    if (!only && qApp)
        only = new UnfinishedWord(qApp);
    return only;
}

} // namespace

void watchUnfinishedWord() { unfinishedWord(); }

void finishWord()
{
    if (UnfinishedWord *word = unfinishedWord())
        word->finish();
}

} // namespace keywork
