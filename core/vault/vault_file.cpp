// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/vault_file.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <sodium.h>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Bytes asBytes(const QByteArray &bytes) { return {reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size())}; }

std::string absolutePath(const QString &path)
{
    // SQLite resolves symbolic links; the registry must use the same name.
    const QFileInfo info(path);
    const QString resolved = info.canonicalFilePath();
    return QFile::encodeName(resolved.isEmpty() ? info.absoluteFilePath() : resolved).toStdString();
}

/// The key pair's seed comes from the data key; its public half stands in the header for entries made while locked.
std::array<uint8_t, 32> emergencyPublicKey(const SecretKey &dataKey, const Identity16 &vaultId)
{
    const SecretKey seed = deriveKey(dataKey, vaultId, "keywork emergency");
    std::array<uint8_t, 32> publicKey{};
    SecretKey secret;
    crypto_box_seed_keypair(publicKey.data(), secret.writable().data(), seed.bytes().data());
    return publicKey;
}

Result<QByteArray> readFront(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorKind::NotFound, {}, {}};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::ReadOnly, file.errorString(), {}};
    return file.read(kDataOffset);
}

Done writeNew(const QString &path, const std::vector<uint8_t> &copy)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorKind::ReadOnly, file.errorString(), {}};
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    for (int i = 0; i < 2; ++i)
        if (file.write(reinterpret_cast<const char *>(copy.data()), qint64(copy.size())) != qint64(copy.size()))
            return Error{ErrorKind::NoRoom, file.errorString(), {}};
    // QSaveFile syncs, then renames.
    return file.commit() ? Done() : Done(Error{ErrorKind::NoRoom, file.errorString(), {}});
}

} // namespace

VaultFile::VaultFile(const QString &path, VaultHeader header, SecretKey dataKey, int64_t staff)
    : m_header(std::move(header))
    , m_dataKey(std::move(dataKey))
    , m_staff(staff)
    , m_registration(std::make_unique<KeyRegistration>(absolutePath(path), FileKeys::derive(m_dataKey, m_header.fileId)))
{
}

Result<std::unique_ptr<VaultFile>> VaultFile::create(const QString &path, const NewVault &wanted)
{
    if (!startSodium() || !registerCipherVfs())
        return Error{ErrorKind::Storage, u"start"_s, {}};
    if (QFileInfo::exists(path))
        return Error{ErrorKind::AlreadyExists, {}, {}};
    VaultHeader header;
    SecretKey dataKey = SecretKey::random();
    randombytes_buf(header.vaultId.data(), header.vaultId.size());
    randombytes_buf(header.fileId.data(), header.fileId.size());
    header.hostelName = wanted.hostelName;
    header.emergencyPublicKey = emergencyPublicKey(dataKey, header.vaultId);
    if (Done done = putStaffSlot(header, dataKey, wanted.managerName, wanted.managerStaff, wanted.password, wanted.cost); !done)
        return done.error();
    if (Done done = putRecoverySlot(header, dataKey, wanted.recoveryKey, wanted.cost); !done)
        return done.error();
    if (Done done = writeNew(path, writeHeader(header, dataKey)); !done)
        return done.error();
    return std::unique_ptr<VaultFile>(new VaultFile(path, std::move(header), std::move(dataKey), wanted.managerStaff));
}

Result<VaultHeader> VaultFile::peek(const QString &path)
{
    const auto front = readFront(path);
    if (!front)
        return front.error();
    return readHeader(asBytes(*front));
}

Result<std::unique_ptr<VaultFile>> VaultFile::unlocked(
    const QString &path, const QByteArray &bytes, VaultHeader header, Result<UnlockedSlot> slot)
{
    if (!slot)
        return slot.error();
    if (!headerIsAuthentic(asBytes(bytes), header, slot->dataKey)
        || header.emergencyPublicKey != emergencyPublicKey(slot->dataKey, header.vaultId))
        return Error{ErrorKind::Damaged, u"header authentication"_s, {}};
    if (!registerCipherVfs())
        return Error{ErrorKind::Storage, u"cipher vfs"_s, {}};
    const KeySlot &opened = header.slots[slot->slot];
    const std::optional<Identity16> openedSlot = opened.use == KeySlot::Use::Staff ? std::optional(opened.slotId) : std::nullopt;
    std::unique_ptr<VaultFile> vault(new VaultFile(path, std::move(header), std::move(slot->dataKey), slot->staff));
    vault->m_openedSlot = openedSlot;
    return vault;
}

Result<std::unique_ptr<VaultFile>> VaultFile::unlock(const QString &path, const QString &name, const QString &password)
{
    const auto front = readFront(path);
    if (!front)
        return front.error();
    auto header = readHeader(asBytes(*front));
    if (!header)
        return header.error();
    auto slot = openStaffSlot(*header, name, password);
    return unlocked(path, *front, std::move(*header), std::move(slot));
}

Result<std::unique_ptr<VaultFile>> VaultFile::unlockWithRecoveryKey(const QString &path, const QString &recoveryKey)
{
    const auto front = readFront(path);
    if (!front)
        return front.error();
    auto header = readHeader(asBytes(*front));
    if (!header)
        return header.error();
    auto slot = openRecoverySlot(*header, recoveryKey);
    return unlocked(path, *front, std::move(*header), std::move(slot));
}

SecretKey VaultFile::historyKey() const { return deriveKey(m_dataKey, m_header.vaultId, "keywork history"); }

std::function<Result<KeySlot>()> VaultFile::slotMaker(
    const QString &name, int64_t staff, const QString &password, const KdfCost &cost) const
{
    const auto key = std::make_shared<SecretKey>(SecretKey::of(m_dataKey.bytes()));
    return [vaultId = m_header.vaultId, key, name, staff, password, cost] {
        return makeStaffSlot(vaultId, *key, name, staff, password, cost);
    };
}

Done VaultFile::placeSlot(sqlite3 *connection, const KeySlot &slot, const std::optional<Identity16> &former)
{
    VaultHeader next = m_header;
    ++next.generation;
    if (Done done = placeStaffSlot(next, slot, former); !done)
        return done;
    const std::vector<uint8_t> copy = writeHeader(next, m_dataKey);
    HeaderWrite request{copy};
    const int code = sqlite3_file_control(connection, "main", kWriteHeaderControl, &request);
    if (code != SQLITE_OK)
        return Error{code == SQLITE_FULL ? ErrorKind::NoRoom : ErrorKind::Storage, QStringLiteral("sqlite %1").arg(code), {}};
    m_header = std::move(next);
    return {};
}

std::optional<Identity16> VaultFile::slotOf(const QString &name) const { return staffSlotOf(m_header, name); }

} // namespace keywork
