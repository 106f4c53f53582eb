// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/cipher_vfs.h"
#include "core/vault/key_slots.h"

#include <functional>
#include <memory>

struct sqlite3;

namespace keywork {

/// An unlocked vault: its header, its data key, and the keys registered for SQLite. Going, it wipes them all.
class VaultFile {
public:
    struct NewVault {
        QString hostelName;
        QString managerName;
        int64_t managerStaff = 1;
        QString password;
        QString recoveryKey;
        KdfCost cost = KdfCost::standard();
    };

    /// Makes the file with both header copies, durably, under a name of its own first: half a file never looks like one.
    /// AlreadyExists, ReadOnly, NoRoom.
    static Result<std::unique_ptr<VaultFile>> create(const QString &path, const NewVault &wanted);
    /// The header alone, for the sign-in screen. NotFound, NotAVault, NewerVersion, Damaged.
    static Result<VaultHeader> peek(const QString &path);
    /// Safe in a worker: touches no connection. WrongPassword, Damaged.
    static Result<std::unique_ptr<VaultFile>> unlock(const QString &path, const QString &name, const QString &password);
    static Result<std::unique_ptr<VaultFile>> unlockWithRecoveryKey(const QString &path, const QString &recoveryKey);

    const VaultHeader &header() const { return m_header; }
    int64_t staff() const { return m_staff; }
    /// The slot that was opened; none for the recovery key and for a file just made.
    std::optional<Identity16> openedSlot() const { return m_openedSlot; }
    /// Keys the history's chain.
    SecretKey historyKey() const;

    /// The slow half of giving a password, with copies of its own: safe in a worker, also when the vault goes meanwhile.
    std::function<Result<KeySlot>()> slotMaker(const QString &name, int64_t staff, const QString &password, const KdfCost &cost) const;
    /// Adds or replaces a slot and writes the header through the open connection. NoRoom, Storage; nothing changed then.
    Done placeSlot(sqlite3 *connection, const KeySlot &slot, const std::optional<Identity16> &former);
    /// The id of the slot that the name opens; none: the name has no password.
    std::optional<Identity16> slotOf(const QString &name) const;

private:
    VaultFile(const QString &path, VaultHeader header, SecretKey dataKey, int64_t staff);
    static Result<std::unique_ptr<VaultFile>> unlocked(
        const QString &path, const QByteArray &bytes, VaultHeader header, Result<UnlockedSlot> slot);

    VaultHeader m_header;
    SecretKey m_dataKey;
    int64_t m_staff = 0;
    std::optional<Identity16> m_openedSlot;
    std::unique_ptr<KeyRegistration> m_registration;
};

} // namespace keywork
