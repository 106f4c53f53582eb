// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/inputs/day_input.h"

#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/date_text.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QCalendarWidget>
#include <QMenu>
#include <QStyle>
#include <QTextCharFormat>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace keywork {

DayInput::DayInput(const Field &field, const Services &services)
    : FieldInput(field, services)
    , m_edit(new QLineEdit)
{
    m_edit->setPlaceholderText(example());
    connect(m_edit, &QLineEdit::textEdited, this, &FieldInput::edited);
    connect(m_edit, &QLineEdit::editingFinished, this, &DayInput::showUnderstood);
    auto *action = m_edit->addAction(style()->standardIcon(QStyle::SP_FileDialogDetailedView), QLineEdit::TrailingPosition);
    action->setText(tr("Calendar"));
    action->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setToolTip(tr("Calendar: Alt+Down"));
    connect(action, &QAction::triggered, this, &DayInput::openCalendar);
    fillWith(m_edit);
}

/// Only what means something in this field.
QString DayInput::example() const
{
    if (isPartial())
        return daysOf(field()).relative ? tr("12/9, today, Feb 2019") : tr("3/2/1981, Feb 1981 or 1981");
    switch (daysOf(field()).direction) {
    case DayDirection::Past:
        return tr("14/9, today, -3d");
    case DayDirection::Future:
        return tr("14/9, fri, +2w");
    case DayDirection::Any:
        break;
    }
    return tr("14/9, today, +2w");
}

QVariant DayInput::value() const
{
    const QString text = m_edit->text().trimmed();
    const QDate today = services().records.today();
    if (text.isEmpty())
        return blank();
    if (isPartial()) {
        const QString stored = partialFromText(text, today, daysOf(field()));
        return stored.isEmpty() ? text : stored;
    }
    const auto day = dayFromText(text, today, daysOf(field()));
    return day ? day->toString(Qt::ISODate) : text;
}

void DayInput::setValue(const QVariant &value)
{
    const auto known = PartialDate::fromText(value.toString());
    m_edit->setText(known ? inWords(*known) : value.toString());
}

QString DayInput::inWords(const PartialDate &date) const
{
    return isPartial() ? words::partialDate(date) : words::dayInFull(date.earliest());
}

/// What was understood is shown at once, with the age for a birth date.
void DayInput::showUnderstood()
{
    const auto known = PartialDate::fromText(value().toString());
    if (!known) {
        Q_EMIT understood({}); // an age that stood there was of another day
        return;
    }
    m_edit->setText(inWords(*known));
    const auto age = ageOn(*known, services().records.today());
    if (column() == u"born_on" && age)
        Q_EMIT understood(words::yearsOld(*age));
}

void DayInput::openCalendar()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *calendar = new QCalendarWidget;
    calendar->setHorizontalHeaderFormat(QCalendarWidget::SingleLetterDayNames);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    QTextCharFormat plain;
    plain.setForeground(Theme::colour(u"ink"_s)); // red is for emergencies
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
        calendar->setWeekdayTextFormat(day, plain);
    const auto known = PartialDate::fromText(value().toString());
    calendar->setSelectedDate(known ? known->earliest() : services().records.today());
    auto *holder = new QWidgetAction(menu);
    holder->setDefaultWidget(calendar);
    menu->addAction(holder);
    connect(calendar, &QCalendarWidget::activated, this, [this, menu](QDate day) {
        m_edit->setText(inWords(PartialDate::fromDate(day)));
        menu->close();
        Q_EMIT edited();
    });
    menu->popup(m_edit->mapToGlobal(QPoint(0, m_edit->height())));
    calendar->setFocus();
}

} // namespace keywork
