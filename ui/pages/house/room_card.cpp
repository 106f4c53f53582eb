// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/house/room_card.h"

#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kWidestPill = 170; // pixels at the usual size of text
} // namespace

RoomCard::RoomCard(const RoomOnBoard &room, const QList<words::RoomPill> &pills, QDate today, QWidget *parent)
    : QFrame(parent)
    , m_room(room)
{
    setObjectName(u"room-%1"_s.arg(room.room.id.value));
    setProperty("look", u"room"_s);
    setProperty("stage", room.who && room.who->stage ? QString::number(int(room.who->stage->stage) + 1) : QString());
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 10, 8);
    layout->setSpacing(4);
    const QString title = words::roomNamed(room.room.value.name);
    const QString since = words::roomSince(room, today);
    const QString who = room.who ? room.who->person.value.displayName() : tr("Empty");
    auto *head = new QHBoxLayout;
    head->addWidget(label(title, "strong", true), 1);
    head->addWidget(label(since, "soft"), 0, Qt::AlignTop);
    layout->addLayout(head);
    layout->addWidget(label(breakable(who), room.who ? "" : "soft", true));
    auto *line = new FlowLayout(4);
    QStringList spoken{title, who, since};
    for (const words::RoomPill &pill : pills) {
        auto *made = chip(pill.text, pill.look);
        made->ensurePolished();
        made->setWordWrap(made->sizeHint().width() > Theme::scaled(kWidestPill)); // else it makes its whole column wider
        line->addWidget(made);
        spoken.append(pill.text);
    }
    layout->addLayout(line);
    layout->addStretch();
    if (room.who && room.who->stage) { // the colour of the edge says nothing by itself
        const QString stage = words::shortLabelFor(room.who->stage->stage);
        setToolTip(stage);
        spoken.append(stage);
    }
    spoken.removeAll(QString());
    setAccessibleName(spoken.join(u", "_s));
}

void RoomCard::keyPressEvent(QKeyEvent *event)
{
    const bool withControl = event->modifiers().testFlag(Qt::ControlModifier);
    if (event->key() >= Qt::Key_A && event->key() <= Qt::Key_Z && (event->modifiers() & ~Qt::ShiftModifier)) // a key of the window's
        return QFrame::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return withControl ? Q_EMIT roomWanted() : Q_EMIT opened();
    case Qt::Key_Left:
        return Q_EMIT goOn(-1, 0);
    case Qt::Key_Right:
        return Q_EMIT goOn(1, 0);
    case Qt::Key_Up:
        return Q_EMIT goOn(0, -1);
    case Qt::Key_Down:
        return Q_EMIT goOn(0, 1);
    case Qt::Key_R:
        return Q_EMIT roomWanted();
    case Qt::Key_M:
        return Q_EMIT moveWanted();
    case Qt::Key_A:
        return Q_EMIT awayWanted();
    default:
        QFrame::keyPressEvent(event);
    }
}

void RoomCard::mousePressEvent(QMouseEvent *event) { event->accept(); } // else the release goes to what lies below

void RoomCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        Q_EMIT opened();
}

} // namespace keywork
