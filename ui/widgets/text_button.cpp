// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text_button.h"

#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace keywork {

TextButton::TextButton(const QString &text, QWidget *parent)
    : QPushButton(parent)
    , m_words(label(breakable(text), "link", true))
{
    setProperty("look", u"link"_s);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    m_words->setMinimumWidth(Theme::scaled(60));
    m_words->setAttribute(Qt::WA_TransparentForMouseEvents);
    layout->addWidget(m_words);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize TextButton::sizeHint() const { return layout()->totalSizeHint(); }
QSize TextButton::minimumSizeHint() const { return layout()->totalMinimumSize(); }
int TextButton::heightForWidth(int width) const { return layout()->totalHeightForWidth(width); }

void TextButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::EnabledChange)
        m_words->setEnabled(isEnabled());
    QPushButton::changeEvent(event);
}

} // namespace keywork
