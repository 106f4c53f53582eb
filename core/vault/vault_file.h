// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/cipher_vfs.h"
#include "core/vault/key_slots.h"

#include <functional>
#include <memory>

struct sqlite3;

namespace keywork {

/// What another file of the same vault is made from: safe to take to a worker, also when the vault goes meanwhile.
struct VaultSeed {
    VaultHeader header;
    SecretKey dataKey;
};

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
    /// What a copy of a vault is for, and who may open it.
    struct CopyWish {
        FilePurpose purpose = FilePurpose::Live;
        int64_t madeAt = 0; ///< ms since 1970 UTC, of a backup
        bool keepsStaff = true; ///< false: the recovery key and the passphrase alone open it
        std::vector<KeySlot> staffSlots = {}; ///< taken over when the seed has none of its own; only those with a key pair
        QString passphrase = {}; ///< empty: none
        bool newDataKey = false; ///< slots of format 1 are left out then: only their own password could renew them
        KdfCost cost = KdfCost::standard();
    };
    /// A new file of the same vault with a file id of its own, so that its pages fit no other file; header only.
    /// AlreadyExists, ReadOnly, NoRoom. Safe in a worker.
    static Result<std::unique_ptr<VaultFile>> createCopy(const QString &path, const VaultSeed &seed, const CopyWish &wish);
    /// The header alone, for the sign-in screen. NotFound, NotAVault, NewerVersion, Damaged.
    static Result<VaultHeader> peek(const QString &path);
    /// The header of another file of the seed's vault, when whoever wrote it had the data key: anybody can make up what
    /// `peek` reads. As for `peek`; WrongPassword when it does not prove itself by this key.
    static Result<VaultHeader> provenHeader(const QString &path, const VaultSeed &seed);
    /// Safe in a worker: touches no connection. WrongPassword, Damaged.
    static Result<std::unique_ptr<VaultFile>> unlock(const QString &path, const QString &name, const QString &password);
    static Result<std::unique_ptr<VaultFile>> unlockWithRecoveryKey(const QString &path, const QString &recoveryKey);
    /// Of a backup that left the house.
    static Result<std::unique_ptr<VaultFile>> unlockWithPassphrase(const QString &path, const QString &passphrase);
    /// With the data key of another file of the same vault. WrongPassword when the vault has another key by now.
    static Result<std::unique_ptr<VaultFile>> unlockWithSeed(const QString &path, const VaultSeed &seed);
    std::shared_ptr<const VaultSeed> seed() const;

    const VaultHeader &header() const { return m_header; }
    /// Whether one copy of the header was broken when the file was opened; the next change writes both anew.
    bool hadBrokenHeaderCopy() const { return m_hadBrokenHeaderCopy; }
    int64_t staff() const { return m_staff; }
    /// The slot that was opened; none for the recovery key and for a file just made.
    std::optional<Identity16> openedSlot() const { return m_openedSlot; }
    /// What a new slot of this file costs: the standard, or the tests' own where a test made the file.
    KdfCost kdfCost() const;
    /// A new form of the slot that was opened with this password, if its form is outdated. Slow, safe in a worker.
    std::optional<KeySlot> renewedSlot(const QString &name, const QString &password) const;
    /// Keys the history's chain.
    SecretKey historyKey() const;
    static SecretKey historyKeyOf(const VaultSeed &seed);

    /// The slow half of giving a password, with copies of its own: safe in a worker, also when the vault goes meanwhile.
    std::function<Result<KeySlot>()> slotMaker(const QString &name, int64_t staff, const QString &password, const KdfCost &cost) const;
    /// Adds or replaces a slot and writes the header through the open connection. NoRoom, Storage; nothing changed then.
    Done placeSlot(sqlite3 *connection, const KeySlot &slot, const std::optional<Identity16> &former);
    /// Takes a way in away. NotAllowedNow for the last one that staff have, NotFound for none.
    Done removeSlot(sqlite3 *connection, const Identity16 &slot);
    /// Changes the header through the open connection: the new one is durable, or nothing changed. NoRoom, Storage.
    Done change(sqlite3 *connection, const std::function<Done(VaultHeader &)> &edit);
    /// The slow half of another recovery key, like slotMaker.
    std::function<Result<KeySlot>()> recoverySlotMaker(const QString &recoveryKey, const KdfCost &cost) const;
    /// A recovery key of format 1 would not outlive a new data key.
    bool hasOldRecoverySlot() const;
    /// The slot of the recovery key that opens this file; none where there is no such key.
    std::optional<Identity16> recoverySlot() const;
    /// Staff slots that a new data key would leave without a way in, since only their own password could renew them.
    QList<Identity16> slotsOfFormatOne() const;
    /// Does the password open this slot? Slow, safe in a worker.
    static bool opens(const VaultSeed &seed, const Identity16 &slot, const QString &password);
    /// What was sealed to the emergency key while the file was locked; an unreadable one is left out and counted.
    struct Unsealed {
        QByteArray plain;
        bool isProven = false; ///< by whoever had the data key (`proven`): anybody can seal to a public key
    };
    QList<Unsealed> unsealed(const QList<QByteArray> &entries, int &unreadable) const;
    /// What is sealed by whoever is signed in, with what proves that they had the data key.
    QByteArray proven(const QByteArray &plain) const;
    /// The id of the slot that the name opens; none: the name has no password.
    std::optional<Identity16> slotOf(const QString &name) const;

private:
    enum class Pages { Written, ToBeWritten };
    VaultFile(const QString &path, VaultHeader header, SecretKey dataKey, int64_t staff, Pages pages);
    using Opening = std::function<Result<UnlockedSlot>(const VaultHeader &)>;
    static Result<std::unique_ptr<VaultFile>> unlockBy(const QString &path, const Opening &opening);

    VaultHeader m_header;
    SecretKey m_dataKey;
    int64_t m_staff = 0;
    bool m_hadBrokenHeaderCopy = false;
    std::optional<Identity16> m_openedSlot;
    std::shared_ptr<LiveHeader> m_live;
    std::unique_ptr<KeyRegistration> m_registration;
};

} // namespace keywork
