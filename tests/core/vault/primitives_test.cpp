// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/key_slots.h"
#include "core/vault/primitives.h"
#include "tests/support/catch.h"

#include <QByteArray>
#include <sodium.h>
#include <vector>

namespace keywork::test::primitives_test {

namespace {

std::vector<uint8_t> hex(const char *text)
{
    const QByteArray bytes = QByteArray::fromHex(text);
    return {bytes.begin(), bytes.end()};
}

} // namespace

TEST_CASE("AES-256-GCM gives the known answer (NIST GCM test case 16)")
{
    const auto key = hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
    const auto nonce = hex("cafebabefacedbaddecaf888");
    const auto plain
        = hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
    const auto associated = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    const auto expected
        = hex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662");
    const auto expectedTag = hex("76fc6ece0f4e1768cddf8853bb2d551b");
    PageCipher cipher(key);
    std::vector<uint8_t> sealed(plain.size());
    std::vector<uint8_t> tag(16);
    REQUIRE(cipher.seal(plain, nonce, associated, sealed, tag));
    CHECK(sealed == expected);
    CHECK(tag == expectedTag);
    std::vector<uint8_t> opened(plain.size());
    REQUIRE(cipher.open(sealed, nonce, associated, tag, opened));
    CHECK(opened == plain);
    tag[0] ^= 1;
    CHECK_FALSE(cipher.open(sealed, nonce, associated, tag, opened));
}

TEST_CASE("AES-256-XTS gives the known answer (IEEE 1619, vector 10)")
{
    const auto dataKey = hex("2718281828459045235360287471352662497757247093699959574966967627");
    const auto tweakKey = hex("3141592653589793238462643383279502884197169399375105820974944592");
    const auto tweak = hex("ff000000000000000000000000000000");
    std::vector<uint8_t> plain(512);
    for (size_t i = 0; i < plain.size(); ++i)
        plain[i] = uint8_t(i);
    StreamCipher cipher(dataKey, tweakKey);
    std::vector<uint8_t> sealed(plain.size());
    REQUIRE(cipher.encrypt(plain, tweak, sealed));
    CHECK(std::vector<uint8_t>(sealed.begin(), sealed.begin() + 32)
        == hex("1c3b3a102f770386e4836c99e370cf9bea00803f5e482357a4ae12d414a3e63b"));
    std::vector<uint8_t> opened(plain.size());
    REQUIRE(cipher.decrypt(sealed, tweak, opened));
    CHECK(opened == plain);
}

TEST_CASE("HKDF-SHA256 agrees with libsodium's HMAC built by hand")
{
    const SecretKey key = SecretKey::of(hex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"));
    const auto salt = hex("000102030405060708090a0b0c");
    // RFC 5869: PRK = HMAC(salt, key); OKM = HMAC(PRK, info | 0x01)
    unsigned char prk[32];
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, salt.data(), salt.size());
    crypto_auth_hmacsha256_update(&state, key.bytes().data(), 32);
    crypto_auth_hmacsha256_final(&state, prk);
    unsigned char expected[32];
    crypto_auth_hmacsha256_init(&state, prk, sizeof prk);
    const QByteArray info("keywork test");
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char *>(info.constData()), size_t(info.size()));
    const unsigned char one = 1;
    crypto_auth_hmacsha256_update(&state, &one, 1);
    crypto_auth_hmacsha256_final(&state, expected);
    const SecretKey derived = deriveKey(key, salt, "keywork test");
    CHECK(std::equal(derived.bytes().begin(), derived.bytes().end(), expected));
}

TEST_CASE("XChaCha20-Poly1305 gives the known answer (draft-irtf-cfrg-xchacha, A.3.1)")
{
    REQUIRE(startSodium());
    const auto plain
        = QByteArray("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.");
    const auto associated = hex("50515253c0c1c2c3c4c5c6c7");
    const auto key = hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
    const auto nonce = hex("404142434445464748494a4b4c4d4e4f5051525354555657");
    std::vector<uint8_t> sealed(size_t(plain.size()) + 16);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data(), nullptr, reinterpret_cast<const unsigned char *>(plain.constData()),
        size_t(plain.size()), associated.data(), associated.size(), nullptr, nonce.data(), key.data());
    CHECK(std::vector<uint8_t>(sealed.end() - 16, sealed.end()) == hex("c0875924c1c7987947deafd8780acf49"));
}

TEST_CASE("Argon2id is libsodium's version 1.3, as RFC 9106 asks")
{
    // RFC 9106's own vector uses four lanes, a secret and associated data, which libsodium does not offer; this one is the
    // reference implementation's (phc-winner-argon2, test.c: v=19, t=2, m=64 MiB, p=1).
    REQUIRE(startSodium());
    CHECK(crypto_pwhash_ALG_ARGON2ID13 == 2);
    const char *known = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    CHECK(crypto_pwhash_str_verify(known, "password", 8) == 0);
    CHECK(crypto_pwhash_str_verify(known, "Password", 8) != 0);
    // Our own call, against the reference command line: argon2 somesaltsomesalt -id -t 3 -k 1024 -p 1 -l 32
    std::array<uint8_t, 16> salt{'s', 'o', 'm', 'e', 's', 'a', 'l', 't', 's', 'o', 'm', 'e', 's', 'a', 'l', 't'};
    const auto derived = derivePassword(hex("70617373776f7264"), salt, *KdfCost::fromSlot(1024, 3));
    REQUIRE(derived);
    const auto expected = hex("f663220e2d954b93588ebcbcdbe308ae6b2dbb62d317b6d6feff63535b6e3a6e");
    CHECK(std::equal(expected.begin(), expected.end(), derived->bytes().begin()));
}

TEST_CASE("A password derivation depends on password, salt and cost")
{
    std::array<uint8_t, 16> salt{1};
    std::array<uint8_t, 16> otherSalt{2};
    const auto password = hex("70617373");
    const auto key = derivePassword(password, salt, KdfCost::forTests());
    REQUIRE(key);
    const auto same = derivePassword(password, salt, KdfCost::forTests());
    CHECK(std::equal(key->bytes().begin(), key->bytes().end(), same->bytes().begin()));
    const auto other = derivePassword(password, otherSalt, KdfCost::forTests());
    CHECK_FALSE(std::equal(key->bytes().begin(), key->bytes().end(), other->bytes().begin()));
}

TEST_CASE("The product's password cost is at least 128 MiB and three passes, and a hostile header is capped")
{
    CHECK(KdfCost::standard().memoryKiB() >= 128 * 1024);
    CHECK(KdfCost::standard().passes() >= 3);
    CHECK_FALSE(KdfCost::fromSlot(0xffffffff, 3));
    CHECK_FALSE(KdfCost::fromSlot(128 * 1024, 0xffffffff));
    CHECK_FALSE(KdfCost::fromSlot(0, 0));
}

TEST_CASE("A recovery key notices a slip of the pen")
{
    const QString key = makeRecoveryKey();
    CHECK(key.size() == 26);
    CHECK(isRecoveryKey(groupedRecoveryKey(key).toLower()));
    int noticed = 0;
    for (qsizetype at = 0; at < key.size(); ++at) {
        QString changed = key;
        changed[at] = changed[at] == u'7' ? u'8' : u'7';
        noticed += isRecoveryKey(changed) ? 0 : 1;
    }
    CHECK(noticed >= 25); // 10 bits: one in a thousand may slip through
}

} // namespace keywork::test::primitives_test
