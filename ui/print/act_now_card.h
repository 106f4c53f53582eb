// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/house.h"
#include "core/services/emergency/house_card.h"
#include "ui/print/document.h"

#include <QDate>
#include <QStringList>

namespace keywork::print {

/// What the house says of itself on the card, as it stands in Settings; what is empty is said to be missing.
struct ActNowHouse {
    QString name;
    QString address;
    QString telephone;
    QStringList doors;
    QString nightEntry;
    QString defibrillator; ///< where, with its code
    QStringList kitPlaces; ///< where naloxone is kept
    QString onCall;
    QString drugService;
    QString checkedBy; ///< at the local drug service; empty: nobody has checked the sentences yet
    QDate checkedOn;
};

/// From what stands on the screen without sign-in, and the house's telephones where they may be read.
ActNowHouse actNowHouse(const HouseCard &card, const std::optional<House> &house);

/// One page for the wall, to be laminated: the steps of Overdose — act now in its own sentences, the house's address and
/// doors in the largest type, sources in the smallest. Nobody's data.
Document actNowCard(const ActNowHouse &house);

/// "Checked by … , 2 Mar 2026." or "Not yet checked by the local drug service.", the same on screen and card.
QString actNowChecked(const QString &checkedBy, QDate checkedOn);

} // namespace keywork::print
