// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <optional>

namespace keywork {

/// Where a naloxone kit hangs; of kits that stand in the house, never of one that somebody carries.
struct KitOnWall {
    qint64 id = 0;
    QString number = {};
    QString place = {};
    QString kind = {}; ///< code of NaloxoneKind: spray, syringe
    qint64 dosesLeft = 0;
    std::optional<QDate> expiresOn = {};
    bool isOpened = false; ///< no full stock any more, though it may be given
    bool isRecalled = false; ///< its batch was called back: no stock, and choosable all the same
    bool isUsedUp = false; ///< stays choosable: nothing is forbidden in an emergency

    bool isOutOfDate(QDate today) const { return expiresOn && *expiresOn < today; }
    /// Whether it is taken before others; one that is opened comes behind those that are not.
    bool isGood(QDate today) const { return !isUsedUp && !isRecalled && dosesLeft > 0 && !isOutOfDate(today); }
    bool operator==(const KitOnWall &) const = default;
};

/// The few facts of the house that "Overdose — act now" shows without anybody signed in: what is read out to 999, where the
/// defibrillator and the kits are, who checked the words. They stand in a small readable file beside the hostel's file
/// (FILE.act-now), not in its header: that has room for 2 KB and its form would have to change, while whoever could change
/// the one could change the other. It holds nobody but who of the drug service checked the words: no resident, no member of
/// the team.
struct HouseCard {
    QString name = {};
    QString address = {};
    QString doors = {}; ///< one a line
    QString nightEntry = {}; ///< how a crew gets in at night
    QString defibrillatorPlace = {};
    QString defibrillatorCode = {};
    QString naloxonePlace = {}; ///< in the house's words, where no kit is on file
    QString wordsCheckedBy = {}; ///< of the local drug service; empty: not yet checked
    std::optional<QDate> wordsCheckedOn = {};
    QList<KitOnWall> kits = {}; ///< by number

    bool operator==(const HouseCard &) const = default;
};

/// FILE.act-now
QString houseCardPath(const QString &hostelFile);
/// Durably and as a whole, or nothing; nothing is written where the same stands there already. ReadOnly, NoRoom.
Done writeHouseCard(const QString &hostelFile, const QByteArray &vaultId, const HouseCard &card);
/// What stands there, read as a stranger's: bounded, as plain text. NotFound, Damaged, and NotFound where it is another house's.
Result<HouseCard> readHouseCard(const QString &hostelFile, const QByteArray &vaultId);

} // namespace keywork
