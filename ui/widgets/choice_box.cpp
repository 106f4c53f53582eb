// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choice_box.h"

#include "ui/widgets/parts.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <algorithm>
#include <utility>

namespace keywork {

namespace {
constexpr int kBesideEntry = 24; // frame and padding of an open list, in pixels
} // namespace

ChoiceBox::ChoiceBox(QWidget *parent)
    : QComboBox(parent)
{
    keepFromWheel(this);
    connect(this, &QComboBox::currentTextChanged, this, &ChoiceBox::sayInFull);
}

int ChoiceBox::room() const
{
    QStyleOptionComboBox option;
    initStyleOption(&option);
    return style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this).width() - 2;
}

bool ChoiceBox::isCut() const { return fontMetrics().horizontalAdvance(currentText()) > room(); }

QLabel *ChoiceBox::inFull()
{
    if (!m_inFull) {
        m_inFull = label({}, "soft", true);
        m_inFull->hide();
        connect(m_inFull, &QObject::destroyed, this, [this] { m_inFull = nullptr; });
    }
    return m_inFull;
}

void ChoiceBox::sayInFull()
{
    const bool says = isVisible() && isCut(); // before it is shown it has no width of its own
    if (says && !m_otherTip)
        m_otherTip = toolTip();
    if (says)
        setPlainToolTip(this, accessibleName(), currentText());
    else if (m_otherTip)
        setToolTip(*std::exchange(m_otherTip, {}));
    if (!m_inFull)
        return;
    m_inFull->setText(says ? breakable(currentText()) : QString());
    m_inFull->setVisible(says);
}

void ChoiceBox::showPopup()
{
    const int wanted = view()->sizeHintForColumn(modelColumn()) + view()->verticalScrollBar()->sizeHint().width() + kBesideEntry;
    view()->setMinimumWidth(std::min(wanted, window()->width()));
    QComboBox::showPopup();
}

void ChoiceBox::paintEvent(QPaintEvent *event)
{
    if (isEditable() || currentIndex() < 0)
        return QComboBox::paintEvent(event);
    QStylePainter painter(this);
    painter.setPen(palette().color(QPalette::Text));
    QStyleOptionComboBox option;
    initStyleOption(&option);
    option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, room());
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

void ChoiceBox::resizeEvent(QResizeEvent *event)
{
    QComboBox::resizeEvent(event);
    sayInFull();
}

void ChoiceBox::changeEvent(QEvent *event)
{
    QComboBox::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        sayInFull();
}

/// A blank within a word that is being typed looks on for it; by itself it opens the list, as ever.
void ChoiceBox::keyPressEvent(QKeyEvent *event)
{
    const bool isText = !event->text().isEmpty() && event->text().at(0).isPrint() && !(event->modifiers() & ~Qt::ShiftModifier);
    const bool isBlank = event->key() == Qt::Key_Space;
    const bool isTyping = m_typedAt.isValid() && m_typedAt.elapsed() < QApplication::keyboardInputInterval();
    if (!isEditable() && isText && isBlank && isTyping) {
        view()->setCurrentIndex(model()->index(currentIndex(), modelColumn()));
        view()->keyboardSearch(event->text());
        if (view()->currentIndex().isValid())
            setCurrentIndex(view()->currentIndex().row());
        m_typedAt.start();
        return event->accept();
    }
    if (isText && !isBlank)
        m_typedAt.start();
    else
        m_typedAt.invalidate();
    QComboBox::keyPressEvent(event);
}

void ChoiceBox::showEvent(QShowEvent *event)
{
    QComboBox::showEvent(event);
    sayInFull();
}

} // namespace keywork
