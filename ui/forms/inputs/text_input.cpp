// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/inputs/text_input.h"

#include "core/services/services.h"
#include "ui/theme/theme.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextDocument>

namespace keywork {

TextInput::TextInput(const Field &field, const Services &services)
    : FieldInput(field, services)
{
    if (!field.multiline) {
        m_line = new QLineEdit;
        connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
            if (const QString line = onOneLine(text); line != text) { // pasted
                const int at = int(onOneLine(text.left(m_line->cursorPosition())).size());
                m_line->setText(line);
                m_line->setCursorPosition(at);
            }
            Q_EMIT edited();
        });
        fillWith(m_line);
        return;
    }
    m_area = new QPlainTextEdit;
    m_area->setTabChangesFocus(true);
    m_area->setFocusPolicy(Qt::StrongFocus); // the wheel takes no focus
    m_area->setFixedHeight(Theme::scaled(72));
    connect(m_area, &QPlainTextEdit::textChanged, this, &FieldInput::edited);
    fillWith(m_area);
}

/// As it stands in the field: toPlainText() would make other blanks of those that don't break, and lines of line separators.
QString TextInput::shown() const
{
    return m_line ? m_line->text() : m_area->document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
}

QVariant TextInput::value() const
{
    QString text = shown();
    if (text == m_shownAtFirst)
        return m_set; // what nobody touched goes back as it came, line ends of a file and all
    if (!m_set.toString().contains(QChar::LineSeparator)) // Shift+Enter makes one, and means a new line
        text.replace(QChar::LineSeparator, u'\n');
    return text.isEmpty() ? emptyText() : text;
}

void TextInput::setValue(const QVariant &value)
{
    if (m_line)
        m_line->setText(onOneLine(value.toString()));
    else
        m_area->setPlainText(value.toString());
    m_set = value.toString().isEmpty() ? emptyText() : value.toString();
    m_shownAtFirst = shown();
}

QWidget *TextInput::keys() { return m_line ? static_cast<QWidget *>(m_line) : m_area; }

} // namespace keywork
