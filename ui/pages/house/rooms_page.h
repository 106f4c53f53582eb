// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/house/occupancy.h"
#include "core/services/house/presence.h"
#include "core/services/house/watch/watch_rule.h"
#include "ui/pages/page.h"
#include "ui/text/words_rooms.h"

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;
class RoomCard;

/// The house as it is tonight: every room as a card, by building and floor, and below who comes and goes.
class RoomsPage : public Page {
    Q_OBJECT
public:
    RoomsPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    bool concerns(const QList<Change> &changes) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Floor {
        QString title = {};
        QLabel *heading = nullptr;
        QGridLayout *grid = nullptr;
        QList<RoomCard *> cards = {};
    };
    void buildTitle(QVBoxLayout *layout);
    void buildBoard();
    void addRoom(const RoomOnBoard &room);
    void connectCard(RoomCard *card);
    void placeCards();
    void showComing();
    void addComing(const ComingLine &line);
    QList<words::RoomPill> pillsOf(const RoomOnBoard &room) const;
    /// What presses about people who are here, the most pressing first.
    void readPressing();
    void goOn(RoomCard *from, int aside, int down);
    QList<Floor> m_floors;
    QHash<qint64, PersonPresence> m_presence; ///< by person
    QHash<qint64, QList<words::RoomPill>> m_pressing;
    QLabel *m_numbers = nullptr;
    QVBoxLayout *m_board = nullptr;
    Card *m_coming = nullptr;
    int m_columns = 0;
};

/// Whether a move within the house may be written down by whoever is signed in.
bool mayMove(const Services &services);

} // namespace keywork
