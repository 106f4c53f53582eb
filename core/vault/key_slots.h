// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/vault_header.h"

namespace keywork {

/// What a slot gives to someone who knows its password.
struct UnlockedSlot {
    SecretKey dataKey;
    int64_t staff = 0; ///< 0 for the recovery key
    size_t slot = 0;
};

/// The slow half of giving a password: derives and wraps. Touches nothing, so a worker may do it. Storage when there
/// is no memory for the derivation.
Result<KeySlot> makeStaffSlot(
    const Identity16 &vaultId, const SecretKey &dataKey, const QString &name, int64_t staff, const QString &password, const KdfCost &cost);
Result<KeySlot> makeRecoverySlot(const Identity16 &vaultId, const SecretKey &dataKey, const QString &recoveryKey, const KdfCost &cost);
/// The quick half: replaces the slot that the name had (or the recovery key), and the one called `former` (a member of the
/// team who is called otherwise now). NoRoom when all 120 are taken; the header is untouched then.
Done placeSlot(VaultHeader &header, const KeySlot &slot, const std::optional<Identity16> &former = {});
Done putStaffSlot(
    VaultHeader &header, const SecretKey &dataKey, const QString &name, int64_t staff, const QString &password, const KdfCost &cost);
Done putRecoverySlot(VaultHeader &header, const SecretKey &dataKey, const QString &recoveryKey, const KdfCost &cost);

/// A slot for whoever knows the passphrase of a backup that leaves the house.
Done putPassphraseSlot(VaultHeader &header, const SecretKey &dataKey, const QString &passphrase, const KdfCost &cost);
/// Seals another data key to a slot that has a key pair; false for a slot of format 1, which only its password can renew.
bool sealTo(KeySlot &slot, const SecretKey &dataKey);
/// Whether the slot should be made anew while its password is at hand: an old form, or a cheaper derivation than today's.
bool isOutdated(const KeySlot &slot);

/// The id of the slot under a name, if it has one.
std::optional<Identity16> staffSlotOf(const VaultHeader &header, const QString &name);
/// WrongPassword for an unknown name and for a wrong password alike, after the same work. The typed name is compared
/// without case, in Unicode NFC.
Result<UnlockedSlot> openStaffSlot(const VaultHeader &header, const QString &name, const QString &password);
/// One slot by its id, for asking a password again.
Result<UnlockedSlot> openSlot(const VaultHeader &header, const Identity16 &slot, const QString &password);
Result<UnlockedSlot> openRecoverySlot(const VaultHeader &header, const QString &recoveryKey);
Result<UnlockedSlot> openPassphraseSlot(const VaultHeader &header, const QString &passphrase);

/// 26 characters of Crockford's base 32: 120 random bits and a 10-bit checksum. Shown once, in groups.
QString makeRecoveryKey();
/// Upper case, without blanks and dashes, O read as 0, I and L as 1.
QString foldedRecoveryKey(const QString &typed);
/// False for a slip of the pen: the checksum tells before any derivation.
bool isRecoveryKey(const QString &typed);
/// ABCD-EFGH-… as it is printed.
QString groupedRecoveryKey(const QString &key);

} // namespace keywork
