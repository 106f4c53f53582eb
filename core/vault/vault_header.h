// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/vault/primitives.h"

#include <array>
#include <cstdint>
#include <vector>

namespace keywork {

using Identity16 = std::array<uint8_t, 16>;

/// A way to the data key, 256 bytes in the header. The password wraps a secret key of the slot's own, to which the data
/// key is sealed: so a new data key can be given to everybody who stays without asking for anybody's password.
struct KeySlot {
    enum class Use : uint8_t { Free = 0, Staff = 1, Recovery = 2, Passphrase = 3 };

    Use use = Use::Free;
    Identity16 slotId{};
    Identity16 tag{}; ///< keyed BLAKE2b-128 of the vault id and the folded name
    uint32_t memoryKiB = 0;
    uint32_t passes = 0;
    Identity16 salt{};
    std::array<uint8_t, 24> nonce{};
    std::array<uint8_t, 56> wrapped{}; ///< the slot's secret key (32), staff id (8) and the tag (16), XChaCha20-Poly1305
    std::array<uint8_t, 32> publicKey{}; ///< X25519; all zero in format 1, where the data key itself is wrapped
    std::array<uint8_t, 80> sealedKey{}; ///< the data key, crypto_box_seal to publicKey

    bool hasKeyPair() const { return publicKey != std::array<uint8_t, 32>{}; }

    bool operator==(const KeySlot &) const = default;
};

/// What a file is for. A backup is never worked in; restoring makes a live file of it.
enum class FilePurpose : uint8_t { Live = 0, HouseBackup = 1, LeavingBackup = 2 };

/// What holds the pages of the file together: a sum over the tags of all of them, so that a page that was true once and is
/// not the present one shows (live_header keeps it).
struct PageAnchor {
    enum class State : uint32_t {
        None = 0, ///< a file from before there was one
        Whole = 1, ///< the pages are those of the sum
        Writing = 2, ///< pages were being written when the header was: the sum follows
    };
    State state = State::None;
    Identity16 nonce{};
    std::array<uint8_t, 32> sum{}; ///< under a mask of the nonce: sums of several days tell nothing of each other

    bool operator==(const PageAnchor &) const = default;
};

/// What stands before the first page, twice. Nothing in it is secret; the MAC binds it to the data key.
struct VaultHeader {
    static constexpr uint32_t kFormat = 2;
    static constexpr size_t kSize = 32768;
    static constexpr size_t kSlots = 120;

    uint32_t format = kFormat;
    uint64_t generation = 1;
    Identity16 vaultId{};
    Identity16 fileId{};
    QString hostelName; ///< at most 80 characters, shown on the sign-in screen
    std::array<uint8_t, 32> emergencyPublicKey{}; ///< entries sealed while the file is locked are for this key
    int64_t lastGoodBackup = 0; ///< ms since 1970 UTC; 0: none yet
    uint64_t auditSequence = 0;
    std::array<uint8_t, 32> auditHead{};
    FilePurpose purpose = FilePurpose::Live;
    int64_t madeAt = 0; ///< of a backup: ms since 1970 UTC
    std::array<KeySlot, kSlots> slots;
    PageAnchor anchor;

    /// A backup that left the house has no staff slots.
    bool hasStaff() const;
    bool operator==(const VaultHeader &) const = default;
};

/// Writes the head of the history down; `mac` has at most 32 bytes.
void setAuditHead(VaultHeader &header, uint64_t sequence, const QByteArray &mac);

/// Exactly kSize bytes, with the MAC by a key derived from the data key and the SHA-256 over all.
std::vector<uint8_t> writeHeader(const VaultHeader &header, const SecretKey &dataKey);

/// Of two copies the newest valid one. NotAVault without the magic, NewerVersion for a later format, Damaged when neither
/// copy's checksum fits. Any bytes are safe to give.
Result<VaultHeader> readHeader(Bytes bothCopies);

/// The generation of a copy as it was written; 0 when a cut broke it. Says nothing about who wrote it.
uint64_t headerCopyGeneration(Bytes copy);

/// Whether both copies are as they were written. One that is not is no harm yet: the other one holds the same.
bool bothCopiesWhole(Bytes bothCopies);

/// True when the copy that gave `header` was written by someone who had the data key.
bool headerIsAuthentic(Bytes bothCopies, const VaultHeader &header, const SecretKey &dataKey);

} // namespace keywork
