// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/secret_key.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace keywork {

using Bytes = std::span<const uint8_t>;
using WritableBytes = std::span<uint8_t>;

/// HKDF-SHA256 of a secret key; `salt` and `purpose` keep the uses apart.
SecretKey deriveKey(const SecretKey &key, Bytes salt, std::string_view purpose);

/// AES-256-GCM. One object belongs to one file handle; it isn't shared between threads.
class PageCipher {
public:
    static constexpr size_t kNonceSize = 12;
    static constexpr size_t kTagSize = 16;

    explicit PageCipher(Bytes key);
    ~PageCipher();
    PageCipher(const PageCipher &) = delete;
    PageCipher &operator=(const PageCipher &) = delete;

    bool seal(Bytes plain, Bytes nonce, Bytes associated, WritableBytes sealed, WritableBytes tag);
    /// False when the tag does not fit; `plain` holds nothing of use then.
    bool open(Bytes sealed, Bytes nonce, Bytes associated, Bytes tag, WritableBytes plain);

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

/// AES-256-XTS over data units of whole 16-byte blocks.
class StreamCipher {
public:
    StreamCipher(Bytes dataKey, Bytes tweakKey);
    ~StreamCipher();
    StreamCipher(const StreamCipher &) = delete;
    StreamCipher &operator=(const StreamCipher &) = delete;

    bool encrypt(Bytes plain, Bytes tweak, WritableBytes sealed);
    bool decrypt(Bytes sealed, Bytes tweak, WritableBytes plain);

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

/// What a password derivation costs. Only these two ways to make one: a slot below the floor can't be created by accident.
class KdfCost {
public:
    /// 128 MiB, 3 passes: about 250 ms on a reception PC.
    static KdfCost standard() { return KdfCost(128 * 1024, 3); }
    /// The least libsodium takes; for tests only (policy test).
    static KdfCost forTests() { return KdfCost(8, 1); }
    /// As read from a slot; empty beyond 1 GiB or 20 passes: a hostile header must not stop the PC.
    static std::optional<KdfCost> fromSlot(uint32_t memoryKiB, uint32_t passes);

    uint32_t memoryKiB() const { return m_memoryKiB; }
    uint32_t passes() const { return m_passes; }

private:
    KdfCost(uint32_t memoryKiB, uint32_t passes)
        : m_memoryKiB(memoryKiB)
        , m_passes(passes)
    {
    }
    uint32_t m_memoryKiB;
    uint32_t m_passes;
};

/// Argon2id, one lane (RFC 9106). Empty when the memory is not to be had.
std::optional<SecretKey> derivePassword(Bytes password, std::span<const uint8_t, 16> salt, const KdfCost &cost);

} // namespace keywork
