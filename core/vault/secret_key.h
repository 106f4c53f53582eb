// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace keywork {

/// 32 bytes in libsodium's guarded memory: locked, not dumped, wiped when the object goes. Can be moved, not copied.
class SecretKey {
public:
    static constexpr size_t kSize = 32;

    /// Zero bytes; std::bad_alloc when guarded memory is not to be had.
    SecretKey();
    static SecretKey random();
    /// A copy of exactly kSize bytes.
    static SecretKey of(std::span<const uint8_t> bytes);
    ~SecretKey();
    SecretKey(SecretKey &&other) noexcept;
    SecretKey &operator=(SecretKey &&other) noexcept;
    SecretKey(const SecretKey &) = delete;
    SecretKey &operator=(const SecretKey &) = delete;

    std::span<const uint8_t> bytes() const { return {m_bytes, kSize}; }
    std::span<uint8_t> writable() { return {m_bytes, kSize}; }
    SecretKey copy() const { return of(bytes()); }

private:
    uint8_t *m_bytes = nullptr;
};

/// sodium_init, once; safe to call from anywhere. False when the library can't start (no random source).
bool startSodium();

} // namespace keywork
