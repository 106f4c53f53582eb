// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/inputs/moment_input.h"

#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/moment_text.h"
#include "ui/text/words.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

using namespace Qt::StringLiterals;

namespace keywork {

MomentInput::MomentInput(const Field &field, const Services &services)
    : FieldInput(field, services)
    , m_edit(new QLineEdit)
    , m_choice(new QWidget)
    , m_asked(label({}, "soft", true))
    , m_earlier(button({}, "pill"))
    , m_later(button({}, "pill"))
{
    m_edit->setPlaceholderText(
        daysOf(field).direction == DayDirection::Future ? tr("14/9 14:20, fri 9am, +2h") : tr("14/9 14:20, 22:15, now, -20m"));
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        read(text);
        Q_EMIT edited();
    });
    // What was understood is shown at once.
    connect(m_edit, &QLineEdit::editingFinished, this, [this] {
        if (m_moment.isValid())
            m_edit->setText(local(m_moment));
    });
    fillWith(m_edit);
    layout()->addWidget(m_choice);
    auto *choice = new QVBoxLayout(m_choice);
    choice->setContentsMargins(0, 0, 0, 0);
    choice->addWidget(m_asked);
    auto *buttons = new FlowLayout(8);
    choice->addLayout(buttons);
    m_earlier->setObjectName(column() + u"-earlier"_s);
    m_later->setObjectName(column() + u"-later"_s);
    for (QPushButton *one : {m_earlier, m_later}) {
        one->setCheckable(true);
        buttons->addWidget(one);
        connect(one, &QPushButton::clicked, this, [this, one] { choose(one == m_earlier ? m_read->earlier : m_read->later); });
    }
    m_choice->hide();
}

QVariant MomentInput::value() const
{
    if (m_moment.isValid())
        return toStoredText(m_moment);
    const QString text = m_edit->text().trimmed();
    return text.isEmpty() ? blank() : QVariant(text);
}

void MomentInput::setValue(const QVariant &value)
{
    const QDateTime moment = fromStoredText(value.toString());
    m_edit->setText(moment.isValid() ? local(moment) : value.toString());
    read(m_edit->text());
    m_moment = moment.isValid() ? moment : m_moment; // to the second, and which of two
    showChoice();
}

QString MomentInput::local(const QDateTime &moment) const { return words::momentInFull(services().records.clock().local(moment)); }

void MomentInput::read(const QString &text)
{
    m_read = momentFromText(text, services().records.clock(), daysOf(field()));
    m_moment = m_read && m_read->isOnce() ? m_read->earlier : QDateTime();
    showChoice();
}

void MomentInput::choose(const QDateTime &moment)
{
    if (m_read->outcome == WallTime::Outcome::Never)
        m_read = WallTime{WallTime::Outcome::Once, moment, moment};
    m_moment = moment;
    m_edit->setText(local(moment));
    m_edit->setFocus();
    showChoice();
    Q_EMIT edited();
}

void MomentInput::showChoice()
{
    const bool isAsked = m_read && !m_read->isOnce() && m_read->earlier.isValid();
    m_choice->setVisible(isAsked);
    if (!isAsked)
        return;
    if (m_read->outcome == WallTime::Outcome::Twice) {
        const QString time = words::time(services().records.clock().local(m_read->earlier));
        m_asked->setText(tr("%1 happened twice that night:").arg(time));
        m_earlier->setText(tr("before the clocks went back"));
        m_later->setText(tr("after the clocks went back"));
    } else {
        m_asked->setText(tr("The clocks went forward that night, and this time never was. Which is nearest?"));
        m_earlier->setText(local(m_read->earlier));
        m_later->setText(local(m_read->later));
    }
    const auto isMeant = [this](const QDateTime &one) { return m_moment.isValid() && std::abs(one.secsTo(m_moment)) < 60; };
    for (QPushButton *one : {m_earlier, m_later}) {
        one->setChecked(isMeant(one == m_earlier ? m_read->earlier : m_read->later));
        one->setAccessibleName(m_asked->text() + u' ' + one->text());
    }
}

QString MomentInput::question() const { return m_choice->isHidden() || m_moment.isValid() ? QString() : tr("Please choose which it was."); }

} // namespace keywork
