// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/naloxone_kit.h"
#include "core/services/emergency/house_card.h"
#include "ui/text/act_now_words.h"

#include <QDateTime>
#include <QHash>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QFrame;
class QKeyEvent;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

/// The steps, one card below the other in the order in which they are done; each button says its key. Knows no record.
class ActNowSteps : public QWidget {
    Q_OBJECT
public:
    explicit ActNowSteps(QWidget *parent = nullptr);
    /// What is read out and fetched; what nobody has said is named as missing. `today` judges which kits are out of date.
    void setHouse(const HouseCard &house, QDate today);
    /// The kit that a dose comes from: one that may be given, until somebody chooses another. None: the house has no kit on file.
    Id<NaloxoneKit> kit() const;
    /// Which emergency it is: what was chosen for another one is forgotten. Said before `setHouse`.
    void setEmergency(const QString &id);
    /// "1:12 since dose 1"; empty: no dose yet.
    void setSinceDose(const QString &since);
    /// Code of what it looks like: other sentences, and naloxone open or one press away.
    void setCollapse(const QString &code);
    /// Local times of each step, first to last; the card that comes next is framed.
    void setStamped(const QHash<QString, QList<QDateTime>> &times);
    /// Presses the button whose key this is; false: none of them.
    bool pressKey(const QKeyEvent &event);
    QPushButton *buttonOf(const QString &step) const { return m_buttons.value(step); }
    QWidget *nextCard() const { return m_next; } ///< that is framed; none: each has a press

Q_SIGNALS:
    void pressed(const QString &step);

private:
    struct Shown {
        QFrame *card = nullptr;
        QLabel *says = nullptr;
        QWidget *body = nullptr; ///< what a card that is shut does not show
    };
    QFrame *buildCard(const ActNowCard &card, int number);
    QWidget *buildButtons(const ActNowCard &card);
    void showOpen();
    void press(const QString &step);
    bool isGoneOnWith(const KitOnWall &kit) const;
    void setKits(const QList<KitOnWall> &kits, QDate today);
    const ActNowWords &m_words;
    QHash<QString, Shown> m_cards;
    QHash<QString, QPushButton *> m_buttons;
    QHash<QString, QLabel *> m_places;
    QComboBox *m_kits = nullptr;
    bool m_isKitChosen = false; ///< by hand
    bool m_wasUsedUp = false; ///< when it was chosen
    QString m_emergency;
    QString m_sinceDose;
    QPushButton *m_unsure = nullptr;
    QFrame *m_next = nullptr;
    QString m_collapse;
    bool m_isUnsure = false;
    QHash<QString, QList<QDateTime>> m_times;
};

} // namespace keywork
