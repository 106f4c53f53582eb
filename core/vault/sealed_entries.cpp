// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/sealed_entries.h"

#include "core/base/durable.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <memory>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kLengthBytes = 4;
constexpr qint64 kMost = 4 << 20; // some ten thousand entries; what is larger was put there by somebody else
constexpr qsizetype kLongest = qsizetype(kMost) - 64 * 1024; // a form that somebody has typed long at has a file of its own

const QString kJoining = u"-joining-"_s;

quint32 lengthAt(const QByteArray &bytes, qsizetype at)
{
    quint32 length = 0;
    for (qsizetype i = 0; i < kLengthBytes; ++i)
        length |= quint32(quint8(bytes.at(at + i))) << (8 * i);
    return length;
}

QByteArray framed(const QByteArray &entry)
{
    QByteArray length(kLengthBytes, '\0');
    for (qsizetype i = 0; i < kLengthBytes; ++i)
        length[i] = char(quint8(quint32(entry.size()) >> (8 * i)));
    return length + entry;
}

/// Whatever has the name but is no file of ours: a link, a device, something huge. It is neither read nor followed.
bool isStrange(const QFileInfo &there) { return there.isSymLink() || (there.exists() && (!there.isFile() || there.size() > kMost)); }

/// Where the last whole entry ends: a power cut leaves half of one behind it.
qsizetype wholeBytes(const QByteArray &bytes)
{
    qsizetype at = 0;
    while (bytes.size() - at >= kLengthBytes) {
        const qsizetype length = qsizetype(lengthAt(bytes, at));
        if (length > kLongest || bytes.size() - at - kLengthBytes < length)
            break;
        at += kLengthBytes + length;
    }
    return at;
}

/// Two programs that write at one moment would write over each other; one that opened the file before a sign-in took it away
/// to read it would write where nobody looks any more.
std::unique_ptr<FileTurn> turnAt(const QString &path)
{
    constexpr int kTries = 20;
    auto turn = std::make_unique<FileTurn>(path);
    for (int i = 0; i < kTries && !turn->isOf(path); ++i)
        turn = std::make_unique<FileTurn>(path);
    return turn;
}

/// Another one that was put away before stays; beyond a number of them the last one goes.
QString freeUnreadable(const QString &sealed)
{
    constexpr int kMostPutAway = 20;
    QString path = sealed + u".unreadable"_s;
    for (int number = 2; number <= kMostPutAway && QFileInfo::exists(path); ++number)
        path = sealed + u".%1.unreadable"_s.arg(number);
    return path;
}

} // namespace

QString sealedEntriesPath(const QString &vaultPath) { return vaultPath + u".sealed"_s; }

QByteArray sealedFor(const VaultHeader &header, const QByteArray &plain)
{
    startSodium();
    QByteArray sealed(plain.size() + qsizetype(crypto_box_SEALBYTES), '\0');
    const int code = crypto_box_seal(reinterpret_cast<unsigned char *>(sealed.data()),
        reinterpret_cast<const unsigned char *>(plain.constData()), size_t(plain.size()), header.emergencyPublicKey.data());
    return code == 0 ? sealed : QByteArray();
}

Done appendSealed(const QString &vaultPath, const VaultHeader &header, const QByteArray &plain)
{
    const QByteArray sealed = sealedFor(header, plain);
    if (sealed.isEmpty())
        return Error{ErrorKind::Storage, u"sealing"_s, {}};
    if (sealed.size() > kLongest)
        return Error{ErrorKind::NoRoom, u"entry"_s, {}};
    QFile file(sealedEntriesPath(vaultPath));
    if (isStrange(QFileInfo(file)) && !file.remove())
        return Error{ErrorKind::ReadOnly, u"sealed entries"_s, {}};
    const bool isNew = !file.exists();
    const auto turn = turnAt(file.fileName());
    if (!file.open(QIODevice::ReadWrite))
        return Error{ErrorKind::ReadOnly, file.errorString(), {}};
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const QByteArray present = file.readAll();
    const qint64 before = wholeBytes(present);
    // A torn end becomes an entry of its own, which is told as unreadable: it must not hide those behind it.
    const QByteArray torn = present.mid(before, kLongest);
    const QByteArray record = (torn.isEmpty() ? QByteArray() : framed(torn)) + framed(sealed);
    if (before + record.size() > kMost) // nobody would read it any more
        return Error{ErrorKind::NoRoom, u"entries"_s, {}};
    file.resize(before);
    file.seek(before);
    if (file.write(record) != record.size() || !file.flush()) {
        file.resize(before); // half an entry would hide those behind it
        return Error{ErrorKind::NoRoom, file.errorString(), {}};
    }
    const Done synced = syncOpen(file.handle()); // by no name: a sign-in may just have taken it away
    file.close();
    return synced && isNew ? syncFolder(QFileInfo(file).absolutePath()) : synced; // else a power cut leaves no name for it
}

QList<QByteArray> sealedEntries(const QString &vaultPath, int &unreadable)
{
    QList<QByteArray> entries;
    QFile file(sealedEntriesPath(vaultPath));
    if (isStrange(QFileInfo(file))) {
        ++unreadable;
        return entries;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        unreadable += file.exists() ? 1 : 0; // somebody else's, or out of order: told, and made new
        return entries;
    }
    const QByteArray bytes = file.read(kMost);
    const qsizetype whole = wholeBytes(bytes);
    for (qsizetype at = 0; at < whole;) {
        const auto length = qsizetype(lengthAt(bytes, at));
        entries.append(bytes.mid(at + kLengthBytes, length));
        at += kLengthBytes + length;
    }
    unreadable += whole < bytes.size();
    return entries;
}

void removeSealedEntries(const QString &vaultPath) { QFile::remove(sealedEntriesPath(vaultPath)); }

QStringList beginReadingSealed(const QString &vaultPath)
{
    constexpr int kMostReadings = 100; // that waited for room, one each sign-in
    const auto isThere = [](const QString &base) {
        const QFileInfo info(sealedEntriesPath(base));
        return info.exists() || info.isSymLink();
    };
    QStringList bases;
    QString next;
    for (int i = 0; i < kMostReadings; ++i) {
        const QString base = vaultPath + kJoining + QString::number(i).rightJustified(2, u'0');
        if (isThere(base))
            bases.append(base);
        else if (next.isEmpty())
            next = base;
    }
    if (!isThere(vaultPath))
        return bases;
    const bool isMoved = !next.isEmpty() && replaceFile(sealedEntriesPath(vaultPath), sealedEntriesPath(next));
    if (isMoved && !isStrange(QFileInfo(sealedEntriesPath(next))))
        const FileTurn written(sealedEntriesPath(next)); // who was writing has written
    bases.append(isMoved ? next : vaultPath); // where it can't be renamed it is read as it stands
    return bases;
}

QString withoutJoining(const QString &vaultPath)
{
    const qsizetype at = vaultPath.lastIndexOf(kJoining);
    return at > vaultPath.lastIndexOf(u'/') ? vaultPath.left(at) : vaultPath;
}

void putUnreadableAway(const QString &vaultPath)
{
    const QString path = sealedEntriesPath(vaultPath);
    if (isStrange(QFileInfo(path)) || !replaceFile(path, freeUnreadable(path)))
        QFile::remove(path);
}

void putUnreadableAway(const QString &vaultPath, const QList<QByteArray> &entries)
{
    QByteArray bytes;
    for (const QByteArray &entry : entries)
        bytes += framed(entry);
    QFile file(freeUnreadable(sealedEntriesPath(vaultPath)));
    if (!bytes.isEmpty() && file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        file.write(bytes);
}

bool holdsSealed(const QString &vaultPath)
{
    const QFileInfo info(sealedEntriesPath(vaultPath));
    return info.exists() || info.isSymLink()
        || !QDir(info.absolutePath()).entryList({QFileInfo(vaultPath).fileName() + kJoining + u"*.sealed"_s}, QDir::Files).isEmpty();
}

} // namespace keywork
