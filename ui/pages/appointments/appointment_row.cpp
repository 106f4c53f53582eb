// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/appointments/appointment_row.h"

#include "core/domain/appointment.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QKeyEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const char *chipKind(AppointmentOutcome outcome)
{
    switch (outcome) {
    case AppointmentOutcome::Booked:
        return "primary";
    case AppointmentOutcome::Kept:
    case AppointmentOutcome::Late:
        return "done";
    case AppointmentOutcome::Missed:
        return "attention";
    default:
        return "neutral";
    }
}

/// A word that is longer than the line is cut rather than the window made wider.
QLabel *flowing(const QString &text, const char *look)
{
    auto *made = label(text, look, true);
    made->setMinimumWidth(Theme::scaled(60));
    return made;
}

} // namespace

AppointmentRow::AppointmentRow(const AppointmentLine &line, Shown shown, QDate today, bool maySay, QWidget *parent)
    : QFrame(parent)
    , m_line(line)
    , m_shown(shown)
    , m_today(today)
    , m_maySay(maySay)
{
    setProperty("look", u"line"_s);
    setObjectName(u"appointmentRow"_s);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(inOneLine());
    auto *layout = columnsOrRows(Theme::isLarge() ? 4 : 12);
    setLayout(layout);
    layout->setContentsMargins(8, 6, 8, 6);
    auto *when = label(shown == Shown::OfResident
            ? words::weekday(line.at.date()) + u' ' + QString::number(line.at.date().year()) + u"  "_s + words::time(line.at)
            : words::time(line.at),
        "soft");
    if (!Theme::isLarge())
        when->setFixedWidth(Theme::scaled(shown == Shown::OfResident ? 150 : 46));
    layout->addWidget(when, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    addTexts(texts);
    layout->addLayout(texts, 1);
    if (shown == Shown::Narrow || Theme::isLarge()) {
        auto *flow = new FlowLayout(6);
        addOutcome(flow);
        texts->addLayout(flow);
        return;
    }
    auto *outcome = new QHBoxLayout;
    outcome->setSpacing(6);
    addOutcome(outcome);
    layout->addLayout(outcome);
}

QString AppointmentRow::inOneLine() const
{
    const Appointment &one = m_line.kept.value;
    const QString when = words::dayInFull(m_line.at.date()) + u' ' + words::time(m_line.at);
    return words::dotted({when, m_shown == Shown::OfResident ? QString() : words::withRoom(m_line), m_line.withWhom, one.purpose,
        words::goesAlong(m_line), words::shortLabelFor(one.outcome)});
}

void AppointmentRow::addTexts(QBoxLayout *layout)
{
    const Appointment &one = m_line.kept.value;
    const bool ofResident = m_shown == Shown::OfResident;
    const QString first = ofResident ? words::dotted({m_line.withWhom, one.purpose}) : words::withRoom(m_line);
    layout->addWidget(flowing(first, "strong"));
    const QString more = ofResident ? words::dotted({one.place, words::goesAlong(m_line)})
                                    : words::dotted({m_line.withWhom, one.purpose, words::goesAlong(m_line)});
    if (!more.isEmpty())
        layout->addWidget(flowing(more, "soft"));
    if (ofResident && !one.outcomeNote.isEmpty())
        layout->addWidget(flowing(words::shortened(one.outcomeNote, 200), ""));
}

void AppointmentRow::addOutcome(QLayout *layout)
{
    const AppointmentOutcome outcome = m_line.kept.value.outcome;
    if (!mayEnd() || !hasBegun()) {
        layout->addWidget(chip(words::shortLabelFor(outcome), chipKind(outcome)));
    } else {
        addButton(layout, tr("Kept"), u"K"_s, AppointmentOutcome::Kept);
        addButton(layout, tr("Late"), u"L"_s, AppointmentOutcome::Late);
        addButton(layout, tr("Missed"), u"M"_s, AppointmentOutcome::Missed);
    }
    if (mayEnd())
        addCancelled(layout);
    auto *open = button(tr("Open"), "link");
    open->setFocusPolicy(Qt::NoFocus); // Enter on the line does it: one Tab stop a line
    open->setAccessibleName(tr("Open %1").arg(inOneLine()));
    open->setToolTip(tr("Enter"));
    connect(open, &QPushButton::clicked, this, &AppointmentRow::opened);
    layout->addWidget(open);
}

void AppointmentRow::addButton(QLayout *layout, const QString &text, const QString &key, AppointmentOutcome outcome)
{
    auto *made = button(text, "pill");
    made->setObjectName(QString::fromLatin1(codeOf(outcome)));
    made->setAccessibleName(text + u": "_s + inOneLine());
    made->setToolTip(key);
    made->setFocusPolicy(Qt::NoFocus);
    connect(made, &QPushButton::clicked, this, [this, outcome] { say(outcome); });
    layout->addWidget(made);
}

void AppointmentRow::addCancelled(QLayout *layout)
{
    m_cancelled = button(tr("Cancelled") + u"    "_s, "pill"); // room for the arrow
    m_cancelled->setObjectName(u"cancelled"_s);
    m_cancelled->setAccessibleName(tr("Cancelled, by whom: %1").arg(inOneLine()));
    m_cancelled->setToolTip(u"C"_s);
    m_cancelled->setFocusPolicy(Qt::NoFocus);
    auto *menu = new QMenu(m_cancelled);
    for (const auto &[outcome, text] : {std::pair{AppointmentOutcome::CancelledByThem, tr("By the &resident")},
             {AppointmentOutcome::CancelledByAgency, tr("By the a&gency")}, {AppointmentOutcome::CancelledByHouse, tr("By the &house")}})
        menu->addAction(text, this, [this, how = outcome] { say(how); });
    m_cancelled->setMenu(menu);
    layout->addWidget(m_cancelled);
}

void AppointmentRow::say(AppointmentOutcome outcome)
{
    const bool isCancelling = outcome >= AppointmentOutcome::CancelledByThem;
    if (mayEnd() && (isCancelling || hasBegun()))
        Q_EMIT ended(outcome);
}

void AppointmentRow::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() != Qt::NoModifier && event->modifiers() != Qt::KeypadModifier)
        return QFrame::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_K:
        return say(AppointmentOutcome::Kept);
    case Qt::Key_L:
        return say(AppointmentOutcome::Late);
    case Qt::Key_M:
        return say(AppointmentOutcome::Missed);
    case Qt::Key_C:
        if (m_cancelled)
            m_cancelled->showMenu();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return Q_EMIT opened();
    case Qt::Key_Up:
        return Q_EMIT stepped(-1);
    case Qt::Key_Down:
        return Q_EMIT stepped(1);
    default:
        QFrame::keyPressEvent(event);
    }
}

} // namespace keywork
