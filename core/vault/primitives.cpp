// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/primitives.h"

#include <array>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <sodium.h>

namespace keywork {

SecretKey deriveKey(const SecretKey &key, Bytes salt, std::string_view purpose)
{
    SecretKey derived;
    EVP_KDF *method = EVP_KDF_fetch(nullptr, "HKDF", nullptr);
    EVP_KDF_CTX *context = EVP_KDF_CTX_new(method);
    char digest[] = "SHA256";
    OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, const_cast<uint8_t *>(key.bytes().data()), key.bytes().size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, const_cast<uint8_t *>(salt.data()), salt.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, const_cast<char *>(purpose.data()), purpose.size()),
        OSSL_PARAM_construct_end(),
    };
    const bool derivedWell = context && EVP_KDF_derive(context, derived.writable().data(), SecretKey::kSize, parameters) == 1;
    EVP_KDF_CTX_free(context);
    EVP_KDF_free(method);
    if (!derivedWell)
        throw std::bad_alloc(); // the only way HKDF fails with these fixed parameters
    return derived;
}

struct PageCipher::Context {
    EVP_CIPHER_CTX *sealing = EVP_CIPHER_CTX_new();
    EVP_CIPHER_CTX *opening = EVP_CIPHER_CTX_new();
    ~Context()
    {
        EVP_CIPHER_CTX_free(sealing);
        EVP_CIPHER_CTX_free(opening);
    }
};

PageCipher::PageCipher(Bytes key)
    : m_context(std::make_unique<Context>())
{
    EVP_EncryptInit_ex(m_context->sealing, EVP_aes_256_gcm(), nullptr, key.data(), nullptr);
    EVP_DecryptInit_ex(m_context->opening, EVP_aes_256_gcm(), nullptr, key.data(), nullptr);
}

PageCipher::~PageCipher() = default;

bool PageCipher::seal(Bytes plain, Bytes nonce, Bytes associated, WritableBytes sealed, WritableBytes tag)
{
    EVP_CIPHER_CTX *context = m_context->sealing;
    int length = 0;
    return EVP_EncryptInit_ex(context, nullptr, nullptr, nullptr, nonce.data()) == 1
        && EVP_EncryptUpdate(context, nullptr, &length, associated.data(), int(associated.size())) == 1
        && EVP_EncryptUpdate(context, sealed.data(), &length, plain.data(), int(plain.size())) == 1
        && EVP_EncryptFinal_ex(context, sealed.data() + length, &length) == 1
        && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, int(kTagSize), tag.data()) == 1;
}

bool PageCipher::open(Bytes sealed, Bytes nonce, Bytes associated, Bytes tag, WritableBytes plain)
{
    EVP_CIPHER_CTX *context = m_context->opening;
    int length = 0;
    return EVP_DecryptInit_ex(context, nullptr, nullptr, nullptr, nonce.data()) == 1
        && EVP_DecryptUpdate(context, nullptr, &length, associated.data(), int(associated.size())) == 1
        && EVP_DecryptUpdate(context, plain.data(), &length, sealed.data(), int(sealed.size())) == 1
        && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, int(kTagSize), const_cast<uint8_t *>(tag.data())) == 1
        && EVP_DecryptFinal_ex(context, plain.data() + length, &length) == 1;
}

struct StreamCipher::Context {
    EVP_CIPHER_CTX *sealing = EVP_CIPHER_CTX_new();
    EVP_CIPHER_CTX *opening = EVP_CIPHER_CTX_new();
    ~Context()
    {
        EVP_CIPHER_CTX_free(sealing);
        EVP_CIPHER_CTX_free(opening);
    }
};

StreamCipher::StreamCipher(Bytes dataKey, Bytes tweakKey)
    : m_context(std::make_unique<Context>())
{
    std::array<uint8_t, 64> both{};
    std::copy(dataKey.begin(), dataKey.end(), both.begin());
    std::copy(tweakKey.begin(), tweakKey.end(), both.begin() + 32);
    EVP_EncryptInit_ex(m_context->sealing, EVP_aes_256_xts(), nullptr, both.data(), nullptr);
    EVP_DecryptInit_ex(m_context->opening, EVP_aes_256_xts(), nullptr, both.data(), nullptr);
    sodium_memzero(both.data(), both.size());
}

StreamCipher::~StreamCipher() = default;

bool StreamCipher::encrypt(Bytes plain, Bytes tweak, WritableBytes sealed)
{
    int length = 0;
    return EVP_EncryptInit_ex(m_context->sealing, nullptr, nullptr, nullptr, tweak.data()) == 1
        && EVP_EncryptUpdate(m_context->sealing, sealed.data(), &length, plain.data(), int(plain.size())) == 1;
}

bool StreamCipher::decrypt(Bytes sealed, Bytes tweak, WritableBytes plain)
{
    int length = 0;
    return EVP_DecryptInit_ex(m_context->opening, nullptr, nullptr, nullptr, tweak.data()) == 1
        && EVP_DecryptUpdate(m_context->opening, plain.data(), &length, sealed.data(), int(sealed.size())) == 1;
}

std::optional<KdfCost> KdfCost::fromSlot(uint32_t memoryKiB, uint32_t passes)
{
    if (memoryKiB < 8 || memoryKiB > 1024 * 1024 || passes < 1 || passes > 20)
        return {};
    return KdfCost(memoryKiB, passes);
}

std::optional<SecretKey> derivePassword(Bytes password, std::span<const uint8_t, 16> salt, const KdfCost &cost)
{
    startSodium();
    SecretKey key;
    const int failed = crypto_pwhash(key.writable().data(), SecretKey::kSize, reinterpret_cast<const char *>(password.data()),
        password.size(), salt.data(), cost.passes(), size_t(cost.memoryKiB()) * 1024, crypto_pwhash_ALG_ARGON2ID13);
    if (failed)
        return {};
    return key;
}

} // namespace keywork
