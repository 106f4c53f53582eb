// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrapped_tick.h"

#include "ui/widgets/parts.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QMouseEvent>

namespace keywork {

namespace {

/// Gives a click on the text to its box.
class TickText : public QObject {
public:
    TickText(QCheckBox *box, QLabel *text)
        : QObject(text)
        , m_box(box)
    {
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::MouseButtonRelease)
            return QObject::eventFilter(watched, event);
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const auto *text = static_cast<QLabel *>(watched);
        if (mouse->button() == Qt::LeftButton && text->rect().contains(mouse->position().toPoint()) && m_box->isEnabled())
            m_box->click();
        return true;
    }

private:
    QCheckBox *m_box;
};

} // namespace

QCheckBox *wrappedTick(const QString &text, QBoxLayout *into)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    auto *box = new QCheckBox;
    box->setAccessibleName(text);
    line->addWidget(box, 0, Qt::AlignTop);
    auto *words = label(literal(breakable(text)), "", true); // a text with a buddy takes "&" for a key
    words->setBuddy(box);
    words->installEventFilter(new TickText(box, words));
    line->addWidget(words, 1);
    into->addLayout(line);
    return box;
}

} // namespace keywork
