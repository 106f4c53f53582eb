// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/words_rooms.h"

#include <QFrame>

namespace keywork {

/// A room on the board: its name and since when, who has it, and what there is to know tonight. The arrow keys go on to the
/// next card; Enter opens who has it, or the room.
class RoomCard : public QFrame {
    Q_OBJECT
public:
    RoomCard(const RoomOnBoard &room, const QList<words::RoomPill> &pills, QDate today, QWidget *parent = nullptr);
    const RoomOnBoard &room() const { return m_room; }

Q_SIGNALS:
    void opened();
    void roomWanted();
    /// M and A on the card of somebody: another room, nights away.
    void moveWanted();
    void awayWanted();
    /// An arrow key: the step to the side, and up or down.
    void goOn(int aside, int down);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    const RoomOnBoard m_room;
};

} // namespace keywork
