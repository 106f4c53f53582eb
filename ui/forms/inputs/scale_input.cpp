// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/inputs/scale_input.h"

#include "core/services/services.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QKeyEvent>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kHighest = 10;
constexpr int kSoonMs = 1200;
} // namespace

ScaleInput::ScaleInput(const Field &field, const Services &services)
    : FieldInput(field, services)
{
    setFocusPolicy(Qt::StrongFocus);
    auto *body = new QVBoxLayout(this);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(3);
    auto *line = new FlowLayout(4);
    for (int number = 0; number <= kHighest; ++number) {
        auto *one = button(QString::number(number), "pill");
        one->setCheckable(true);
        one->setFocusPolicy(Qt::NoFocus); // the whole scale is one stop
        one->setMinimumWidth(Theme::scaled(34));
        one->setObjectName(u"%1-%2"_s.arg(column(), QString::number(number)));
        connect(one, &QPushButton::clicked, this, [this, number] {
            setFocus();
            choose(m_value == number ? std::nullopt : std::optional(number));
        });
        line->addWidget(one);
        m_numbers.append(one);
    }
    body->addLayout(line);
    body->addWidget(label(u"0: %1 · 10: %2"_s.arg(field.scale->lowest, field.scale->highest), "soft", true));
    setToolTip(tr("Number keys, arrows, Delete"));
    showChosen();
}

void ScaleInput::choose(std::optional<int> number)
{
    m_value = number;
    m_unread = QVariant();
    showChosen();
    Q_EMIT edited();
}

void ScaleInput::showChosen()
{
    for (int number = 0; number <= kHighest; ++number) {
        m_numbers.at(number)->setChecked(m_value == number);
        m_numbers.at(number)->setProperty("keys", hasFocus() && m_value.value_or(0) == number);
        m_numbers.at(number)->style()->unpolish(m_numbers.at(number));
        m_numbers.at(number)->style()->polish(m_numbers.at(number));
    }
    setAccessibleDescription(m_value ? tr("%1 of 10").arg(*m_value) : tr("no number chosen"));
}

void ScaleInput::keyPressEvent(QKeyEvent *event)
{
    const int digit = event->text().size() == 1 && event->text().at(0).isDigit() ? event->text().at(0).digitValue() : -1;
    if (digit >= 0) {
        const bool makesTen = digit == 0 && m_value == 1 && m_sinceOne.isValid() && !m_sinceOne.hasExpired(kSoonMs);
        digit == 1 ? m_sinceOne.start() : m_sinceOne.invalidate();
        return choose(makesTen ? kHighest : digit);
    }
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        return choose(std::max(0, m_value.value_or(1) - 1));
    case Qt::Key_Right:
    case Qt::Key_Up:
        return choose(std::min(kHighest, m_value.value_or(-1) + 1));
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(kHighest);
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return choose(std::nullopt);
    default:
        FieldInput::keyPressEvent(event);
    }
}

void ScaleInput::focusInEvent(QFocusEvent *event)
{
    FieldInput::focusInEvent(event);
    showChosen();
}

void ScaleInput::focusOutEvent(QFocusEvent *event)
{
    FieldInput::focusOutEvent(event);
    showChosen();
}

QVariant ScaleInput::value() const
{
    if (m_value)
        return qint64(*m_value);
    return m_unread.isNull() ? blank() : m_unread;
}

void ScaleInput::setValue(const QVariant &value)
{
    bool isWhole = false;
    const int number = value.toInt(&isWhole);
    const bool isOnScale = isWhole && !value.isNull() && number >= 0 && number <= kHighest;
    m_value = isOnScale ? std::optional(number) : std::nullopt;
    m_unread = isOnScale || value.toString().isEmpty() ? QVariant() : value;
    showChosen();
}

} // namespace keywork
