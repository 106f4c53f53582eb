// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/secret_key.h"

#include <cstring>
#include <new>
#include <sodium.h>
#include <utility>

namespace keywork {

bool startSodium()
{
    static const bool started = sodium_init() >= 0;
    return started;
}

SecretKey::SecretKey()
{
    startSodium();
    m_bytes = static_cast<uint8_t *>(sodium_malloc(kSize));
    if (!m_bytes)
        throw std::bad_alloc();
    sodium_memzero(m_bytes, kSize);
}

SecretKey SecretKey::random()
{
    SecretKey key;
    randombytes_buf(key.m_bytes, kSize);
    return key;
}

SecretKey SecretKey::of(std::span<const uint8_t> bytes)
{
    SecretKey key;
    std::memcpy(key.m_bytes, bytes.data(), bytes.size() < kSize ? bytes.size() : kSize);
    return key;
}

SecretKey::~SecretKey() { sodium_free(m_bytes); }

SecretKey::SecretKey(SecretKey &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr))
{
}

SecretKey &SecretKey::operator=(SecretKey &&other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

} // namespace keywork
