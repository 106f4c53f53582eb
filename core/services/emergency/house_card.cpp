// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/emergency/house_card.h"

#include "core/base/clock.h"
#include "core/base/durable.h"
#include "core/base/plain_file.h"
#include "core/base/text.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kMostBytes = 256 * 1024;
constexpr qsizetype kMostKits = 200;

QJsonObject kitAsJson(const KitOnWall &kit)
{
    return {{u"id"_s, kit.id}, {u"number"_s, kit.number}, {u"place"_s, kit.place}, {u"kind"_s, kit.kind}, {u"doses"_s, kit.dosesLeft},
        {u"expires"_s, kit.expiresOn ? kit.expiresOn->toString(Qt::ISODate) : QString()}, {u"opened"_s, kit.isOpened},
        {u"recalled"_s, kit.isRecalled}, {u"used_up"_s, kit.isUsedUp}};
}

/// On one line or several, without anything that does more than being read.
QString plainText(const QJsonObject &json, const QString &key, int length)
{
    const QString text = json.value(key).toString();
    return holdsControlCharacters(text) ? QString() : atMost(text, length);
}

KitOnWall kitFromJson(const QJsonObject &json)
{
    const QDate expires = dayFromStored(json.value(u"expires"_s).toString());
    return {.id = json.value(u"id"_s).toInteger(),
        .number = plainText(json, u"number"_s, 20),
        .place = plainText(json, u"place"_s, 80),
        .kind = plainText(json, u"kind"_s, 20),
        .dosesLeft = qBound(qint64(0), qint64(json.value(u"doses"_s).toInteger()), qint64(20)),
        .expiresOn = expires.isValid() ? std::optional(expires) : std::nullopt,
        .isOpened = json.value(u"opened"_s).toBool(),
        .isRecalled = json.value(u"recalled"_s).toBool(),
        .isUsedUp = json.value(u"used_up"_s).toBool()};
}

QByteArray cardBytes(const QByteArray &vaultId, const HouseCard &card)
{
    QJsonArray kits;
    for (const KitOnWall &kit : card.kits.mid(0, kMostKits))
        kits.append(kitAsJson(kit));
    const QJsonObject json{{u"vault"_s, QString::fromLatin1(vaultId.toHex())}, {u"name"_s, card.name}, {u"address"_s, card.address},
        {u"doors"_s, card.doors}, {u"night_entry"_s, card.nightEntry}, {u"defibrillator_place"_s, card.defibrillatorPlace},
        {u"defibrillator_code"_s, card.defibrillatorCode}, {u"naloxone_place"_s, card.naloxonePlace},
        {u"words_checked_by"_s, card.wordsCheckedBy},
        {u"words_checked_on"_s, card.wordsCheckedOn ? card.wordsCheckedOn->toString(Qt::ISODate) : QString()}, {u"kits"_s, kits}};
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

QByteArray bytesOfCard(const QString &path)
{
    QFile file(path);
    return QFileInfo(path).size() <= kMostBytes && openPlainFile(file) ? file.read(kMostBytes) : QByteArray();
}

} // namespace

QString houseCardPath(const QString &hostelFile) { return hostelFile + u".act-now"_s; }

Done writeHouseCard(const QString &hostelFile, const QByteArray &vaultId, const HouseCard &card)
{
    const QString path = houseCardPath(hostelFile);
    const QByteArray bytes = cardBytes(vaultId, card);
    if (bytesOfCard(path) == bytes)
        return {};
    const QString next = path + u".part"_s;
    QFile::remove(next);
    QFile file(next);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return Error{ErrorKind::ReadOnly, file.errorString(), {}};
    const bool isWritten = file.write(bytes) == bytes.size() && file.flush();
    file.close();
    const Done synced = isWritten ? syncFile(next) : Done(Error{ErrorKind::NoRoom, {}, {}});
    const Done replaced = synced ? replaceFile(next, path) : synced;
    if (!replaced)
        QFile::remove(next);
    return replaced;
}

Result<HouseCard> readHouseCard(const QString &hostelFile, const QByteArray &vaultId)
{
    const QByteArray bytes = bytesOfCard(houseCardPath(hostelFile));
    if (bytes.isEmpty())
        return Error{ErrorKind::NotFound, u"house card"_s, {}};
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    if (json.isEmpty())
        return Error{ErrorKind::Damaged, u"house card"_s, {}};
    if (json.value(u"vault"_s).toString() != QString::fromLatin1(vaultId.toHex()))
        return Error{ErrorKind::NotFound, u"house card"_s, {}};
    HouseCard card{.name = plainText(json, u"name"_s, 200),
        .address = plainText(json, u"address"_s, 500),
        .doors = plainText(json, u"doors"_s, 1000),
        .nightEntry = plainText(json, u"night_entry"_s, 500),
        .defibrillatorPlace = plainText(json, u"defibrillator_place"_s, 200),
        .defibrillatorCode = plainText(json, u"defibrillator_code"_s, 40),
        .naloxonePlace = plainText(json, u"naloxone_place"_s, 200),
        .wordsCheckedBy = plainText(json, u"words_checked_by"_s, 120)};
    if (const QDate on = dayFromStored(json.value(u"words_checked_on"_s).toString()); on.isValid())
        card.wordsCheckedOn = on;
    const QJsonArray kits = json.value(u"kits"_s).toArray();
    for (qsizetype i = 0; i < std::min(kits.size(), kMostKits); ++i)
        card.kits.append(kitFromJson(kits.at(i).toObject()));
    return card;
}

} // namespace keywork
