// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/key_slots.h"
#include "tests/fuzz/mutator.h"
#include "tests/support/campaign.h"

#include <QCryptographicHash>
#include <algorithm>

namespace keywork::test::vault_header_fuzz_test {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kCopy = qsizetype(VaultHeader::kSize);
constexpr qsizetype kDigest = 32;
const QString kName = QStringLiteral("Priya Shah");
const QString kWord = QStringLiteral("tulip-anvil-morning");

Bytes asBytes(const QByteArray &bytes) { return {reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size())}; }
QByteArray asArray(const std::vector<uint8_t> &bytes) { return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())}; }

/// Two copies of different generations, as a cut between the two writes leaves them.
struct Front {
    SecretKey key = SecretKey::random();
    QByteArray older;
    QByteArray newer;

    Front()
    {
        VaultHeader header;
        header.hostelName = u"Cairn Street"_s;
        REQUIRE(bool(putStaffSlot(header, key, kName, 1, kWord, KdfCost::forTests())));
        REQUIRE(bool(putRecoverySlot(header, key, makeRecoveryKey(), KdfCost::forTests())));
        older = asArray(writeHeader(header, key));
        ++header.generation;
        newer = asArray(writeHeader(header, key));
    }
    QByteArray both() const { return newer + older; }
    bool isOurs(const QByteArray &copy) const { return copy == older || copy == newer; }
    /// Whether one of the two places still holds a copy as it was written.
    bool anyWholeIn(const QByteArray &front) const { return isOurs(front.left(kCopy)) || isOurs(front.mid(kCopy, kCopy)); }
};

/// As somebody without the key would: the checksum fits again, the MAC can't.
QByteArray withChecksum(QByteArray front)
{
    for (const qsizetype from : {qsizetype(0), kCopy}) {
        if (front.size() < from + kCopy)
            continue;
        const qsizetype body = kCopy - kDigest;
        front.replace(from + body, kDigest, QCryptographicHash::hash(front.mid(from, body), QCryptographicHash::Sha256));
    }
    return front;
}

bool isCapped(const KeySlot &slot)
{
    const auto cost = KdfCost::fromSlot(slot.memoryKiB, slot.passes);
    return !cost || (cost->memoryKiB() <= 1024 * 1024 && cost->passes() <= 20);
}

/// Whether trying a password on it takes no longer than a test may.
bool isCheap(const VaultHeader &header)
{
    return std::all_of(header.slots.begin(), header.slots.end(), [](const KeySlot &slot) {
        const auto cost = KdfCost::fromSlot(slot.memoryKiB, slot.passes);
        return slot.use == KeySlot::Use::Free || !cost || uint64_t(cost->memoryKiB()) * cost->passes() < 16 * 1024;
    });
}

/// Wherever a hostile header leads, the data key that comes out is the right one or none.
void checkSlots(Campaign &campaign, const Front &front, const VaultHeader &header)
{
    for (const KeySlot &slot : header.slots)
        campaign.expect(isCapped(slot), u"a derivation beyond the cap"_s);
    if (!isCheap(header))
        return;
    for (const QString &name : {kName, u"nobody"_s}) {
        const auto opened = openStaffSlot(header, name, kWord);
        const bool right = !opened || std::ranges::equal(opened->dataKey.bytes(), front.key.bytes());
        campaign.expect(right, u"a slot gave another key"_s);
        campaign.expect(!opened || (opened->staff == 1 && name == kName), u"a slot gave another person"_s);
    }
}

void tryFront(Campaign &campaign, const Front &front, const QByteArray &spoiled, bool resealed)
{
    const auto header = readHeader(asBytes(spoiled));
    const bool whole = front.anyWholeIn(spoiled);
    campaign.expect(!whole || header || header.error().kind == ErrorKind::NewerVersion, u"a whole copy was not read"_s);
    if (!header) {
        const bool said = header.error().kind == ErrorKind::Damaged || header.error().kind == ErrorKind::NotAVault
            || header.error().kind == ErrorKind::NewerVersion;
        campaign.expect(said, u"refused without its reason"_s);
        return;
    }
    campaign.expect(resealed || whole, u"a copy was read whose checksum can't fit"_s);
    const bool isOurs = [&] {
        const auto oldOne = readHeader(asBytes(front.older));
        const auto newOne = readHeader(asBytes(front.newer));
        return *header == *oldOne || *header == *newOne;
    }();
    campaign.expect(
        !headerIsAuthentic(asBytes(spoiled), *header, front.key) || (whole && isOurs), u"a changed header passed as authentic"_s);
    campaign.expect(!headerIsAuthentic(asBytes(spoiled), *header, SecretKey::random()), u"authentic with a guessed key"_s);
    checkSlots(campaign, front, *header);
}

} // namespace

TEST_CASE("A changed vault header is never taken for an authentic one, whatever was changed")
{
    const Front front;
    REQUIRE(bool(readHeader(asBytes(front.both()))));
    REQUIRE(headerIsAuthentic(asBytes(front.both()), *readHeader(asBytes(front.both())), front.key));
    Campaign campaign(u"vault header"_s, {2'000, 60'000});
    campaign.run([&](quint32 seed) {
        Mutator mutator(seed);
        const bool resealed = mutator.oneIn(2);
        QByteArray spoiled;
        switch (mutator.below(3)) {
        case 0:
            spoiled = mutator.bytes(front.newer) + front.older;
            break;
        case 1:
            spoiled = mutator.bytes(front.newer).leftJustified(kCopy, '\0', true) + mutator.bytes(front.older);
            break;
        default:
            spoiled = mutator.bytes(front.both());
        }
        tryFront(campaign, front, resealed ? withChecksum(spoiled) : spoiled, resealed);
    });
}

TEST_CASE("Whatever a slot of a hostile header asks for is capped before a key is derived")
{
    const Front front;
    const auto header = readHeader(asBytes(front.newer));
    REQUIRE(bool(header));
    Campaign campaign(u"hostile key derivation"_s, {200, 5'000});
    campaign.run([&](quint32 seed) {
        Mutator mutator(seed);
        VaultHeader hostile = *header;
        const bool muchMemory = mutator.oneIn(2);
        for (KeySlot &slot : hostile.slots) {
            slot.memoryKiB = muchMemory ? 1024 * 1024 + 1 + quint32(mutator.below(1 << 30)) : quint32(mutator.below(8));
            slot.passes = muchMemory ? slot.passes : 21 + quint32(mutator.below(1 << 30));
        }
        QElapsedTimer time;
        time.start();
        const auto opened = openStaffSlot(hostile, mutator.oneIn(2) ? kName : u"nobody"_s, kWord);
        campaign.expect(!opened, u"a slot with changed parameters opened"_s);
        campaign.expect(time.elapsed() < 1000, u"took %1 ms"_s.arg(time.elapsed()));
    });
}

} // namespace keywork::test::vault_header_fuzz_test
