// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/house/occupancy.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;

/// One room: who has it and who had it, why it stood empty, and what is kept on file about it.
class RoomPage : public Page {
    Q_OBJECT
public:
    RoomPage(Id<Room> room, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;

private:
    void build(const RoomOnBoard &room);
    void addTitle(const RoomOnBoard &room);
    void addWays(const RoomOnBoard &room);
    void addTimes(const RoomStory &story);
    void addVoids(const RoomStory &story);
    void addUpkeep();
    void addBelongings(const RoomStory &story);
    /// Records of a kind about this room, the newest first: a sentence each, which opens its form.
    template <class T>
    void addKind(const QString &none, const std::function<QString(const T &)> &sentence, const std::function<bool(const T &)> &isOpen);
    /// A line that leads to a form or to somebody.
    void addLine(Card *card, const QString &text, const Visit &where);
    void addNew(Card *card, const RecordType &type, const QVariantMap &more = {});
    Card *addCard(const QString &title, const QString &soft, const QString &name);
    Visit listed(const RecordType &type, qint64 id) const;
    const Id<Room> m_room;
    qint64 m_person = 0; ///< who has it today
    QVBoxLayout *m_cards = nullptr;
};

} // namespace keywork
