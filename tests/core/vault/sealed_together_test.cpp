// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/sealed_entries.h"
#include "core/vault/vault_header.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>
#include <atomic>
#include <sodium.h>
#include <thread>
#include <vector>

namespace keywork::test::sealed_together_test {

using namespace Qt::StringLiterals;

TEST_CASE("Two programs that seal at one moment lose nothing of each other, also while a sign-in takes away what is there")
{
    constexpr int kPrograms = 4;
    constexpr int kEach = 25;
    REQUIRE(sodium_init() >= 0);
    QTemporaryDir folder;
    const QString beside = folder.filePath(u"house.keywork.steps"_s);
    VaultHeader header;
    std::array<unsigned char, crypto_box_SECRETKEYBYTES> secret{};
    crypto_box_keypair(header.emergencyPublicKey.data(), secret.data());
    std::atomic<int> kept = 0;
    std::vector<std::thread> programs;
    for (int program = 0; program < kPrograms; ++program)
        programs.emplace_back([&, program] {
            for (int i = 0; i < kEach; ++i)
                kept += appendSealed(beside, header, QByteArray::number(program * 100 + i)) ? 1 : 0;
        });
    for (int reading = 0; reading < 20; ++reading) {
        Q_UNUSED(beginReadingSealed(beside).size());
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    for (std::thread &program : programs)
        program.join();
    CHECK(kept == kPrograms * kEach);
    QSet<QByteArray> opened;
    int unreadable = 0;
    for (const QString &base : beginReadingSealed(beside))
        for (const QByteArray &sealed : sealedEntries(base, unreadable)) {
            QByteArray plain(sealed.size() - qsizetype(crypto_box_SEALBYTES), '\0');
            REQUIRE(crypto_box_seal_open(reinterpret_cast<unsigned char *>(plain.data()),
                        reinterpret_cast<const unsigned char *>(sealed.constData()), size_t(sealed.size()),
                        header.emergencyPublicKey.data(), secret.data())
                == 0);
            opened.insert(plain);
        }
    CHECK(unreadable == 0);
    CHECK(opened.size() == kPrograms * kEach);
}

} // namespace keywork::test::sealed_together_test
