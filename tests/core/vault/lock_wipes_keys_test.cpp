// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/vault_file.h"
#include "tests/support/test_hostel.h"

#include <QElapsedTimer>
#include <QFile>
#include <algorithm>
#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

namespace keywork::test::lock_wipes_keys_test {

using namespace Qt::StringLiterals;

namespace {

/// Knows a key when it sees it, without holding it: the bytes under a mask, and the mask.
struct Likeness {
    const char *name = "";
    std::array<uint8_t, SecretKey::kSize> mask{};
    std::array<uint8_t, SecretKey::kSize> masked{};

    Likeness(const char *called, Bytes key)
        : name(called)
    {
        randombytes_buf(mask.data(), mask.size());
        for (size_t i = 0; i < mask.size(); ++i)
            masked[i] = key[i] ^ mask[i];
    }
    bool isAt(const uint8_t *place) const
    {
        for (size_t i = 0; i < mask.size(); ++i)
            if ((place[i] ^ mask[i]) != masked[i])
                return false;
        return true;
    }
};

struct Mapping {
    uint64_t from = 0;
    uint64_t to = 0;
};

/// What this process can read and write: heap, stacks, guarded memory, data of libraries.
std::vector<Mapping> ownMemory()
{
    QFile file(u"/proc/self/maps"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    std::vector<Mapping> mappings;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QByteArrayList words = line.simplified().split(' ');
        if (words.size() < 2 || !words.at(1).startsWith("rw"))
            continue;
        const QByteArrayList ends = words.at(0).split('-');
        mappings.push_back({ends.at(0).toULongLong(nullptr, 16), ends.at(1).toULongLong(nullptr, 16)});
    }
    return mappings;
}

/// Looks through all memory for the keys. Its own buffer is left out, and wiped after each look.
class MemoryScan {
public:
    MemoryScan()
        : m_memory(::open("/proc/self/mem", O_RDONLY | O_CLOEXEC))
        , m_buffer(kPart + SecretKey::kSize)
    {
        REQUIRE(m_memory >= 0);
    }
    ~MemoryScan() { ::close(m_memory); }
    MemoryScan(const MemoryScan &) = delete;
    MemoryScan &operator=(const MemoryScan &) = delete;

    /// How often each key was found, in their order.
    std::vector<int> count(const std::vector<Likeness> &keys)
    {
        std::vector<int> found(keys.size(), 0);
        m_read = 0;
        for (const Mapping &mapping : ownMemory())
            for (uint64_t from = mapping.from; from < mapping.to; from += kPart)
                look(from, std::min<uint64_t>(mapping.to - from, kPart + SecretKey::kSize - 1), keys, found);
        sodium_memzero(m_buffer.data(), m_buffer.size());
        return found;
    }
    uint64_t bytesRead() const { return m_read; }

private:
    static constexpr size_t kPart = 1 << 20;

    bool isOwnBuffer(uint64_t place) const
    {
        const auto from = reinterpret_cast<uint64_t>(m_buffer.data());
        return place >= from && place < from + m_buffer.size();
    }
    void look(uint64_t from, uint64_t length, const std::vector<Likeness> &keys, std::vector<int> &found)
    {
        const ssize_t got = pread(m_memory, m_buffer.data(), size_t(length), off_t(from));
        if (got < ssize_t(SecretKey::kSize))
            return; // a mapping that went meanwhile
        m_read += uint64_t(got);
        // Starts in the overlap belong to the next part.
        const size_t starts = std::min(size_t(got) - SecretKey::kSize + 1, kPart);
        for (size_t at = 0; at < starts; ++at)
            for (size_t key = 0; key < keys.size(); ++key)
                if ((m_buffer[at] ^ keys[key].mask[0]) == keys[key].masked[0] && !isOwnBuffer(from + at) && keys[key].isAt(&m_buffer[at]))
                    ++found[key];
    }

    int m_memory;
    std::vector<uint8_t> m_buffer;
    uint64_t m_read = 0;
};

/// Every key that an open file works with.
std::vector<Likeness> keysOf(const QString &path, const QString &name, const QString &password)
{
    const auto header = VaultFile::peek(path);
    REQUIRE(bool(header));
    const auto slot = openStaffSlot(*header, name, password);
    REQUIRE(bool(slot));
    const auto file = FileKeys::derive(slot->dataKey, header->fileId);
    const SecretKey history = deriveKey(slot->dataKey, header->vaultId, "keywork history");
    return {{"data key", slot->dataKey.bytes()}, {"page key", file->page.bytes()}, {"stream key, data", file->streamData.bytes()},
        {"stream key, tweak", file->streamTweak.bytes()}, {"history key", history.bytes()}};
}

/// Address sanitizer maps terabytes and keeps freed memory: there this test would say nothing.
bool canScan()
{
#if defined(KEYWORK_UNDER_SANITIZERS)
    WARN("not looked for under the address sanitizer");
    return false;
#else
    return true;
#endif
}

void checkNone(const std::vector<Likeness> &keys, const std::vector<int> &found)
{
    for (size_t i = 0; i < keys.size(); ++i) {
        INFO(keys[i].name << " in memory, times: " << found[i]);
        CHECK(found[i] == 0);
    }
}

} // namespace

TEST_CASE("A key that lies about in memory is found, and no longer once it is wiped")
{
    if (!canScan())
        return;
    MemoryScan scan;
    std::vector<uint8_t> left(4096);
    randombytes_buf(left.data() + 1001, SecretKey::kSize);
    const std::vector<Likeness> keys{{"left behind", Bytes(left).subspan(1001, SecretKey::kSize)}};
    CHECK(scan.count(keys).front() == 1);
    CHECK(scan.bytesRead() > 1'000'000);
    sodium_memzero(left.data(), left.size());
    CHECK(scan.count(keys).front() == 0);
}

TEST_CASE("Locking leaves no key of the file in memory")
{
    if (!canScan())
        return;
    MemoryScan scan;
    TestHostel hostel;
    hostel.hostel.reset();
    const std::vector<Likeness> keys = keysOf(hostel.path, kManager, kPassword);
    checkNone(keys, scan.count(keys)); // made, filled and closed
    auto opened = hostel.file->signIn(kManager, kPassword);
    hostel.hostel = std::move(need(opened));
    aPerson().in(hostel);
    const std::vector<int> whileOpen = scan.count(keys);
    for (size_t i = 0; i < keys.size(); ++i) {
        INFO(keys[i].name);
        CHECK(whileOpen[i] > 0); // else nothing was looked for
    }
    hostel.hostel.reset();
    checkNone(keys, scan.count(keys));
}

TEST_CASE("A password that was refused leaves no key in memory, and wiping takes no time")
{
    if (!canScan())
        return;
    MemoryScan scan;
    TestHostel hostel;
    hostel.hostel.reset();
    const std::vector<Likeness> keys = keysOf(hostel.path, kManager, kPassword);
    CHECK_FALSE(bool(hostel.file->signIn(kManager, u"not the password"_s)));
    CHECK_FALSE(bool(VaultFile::unlockWithRecoveryKey(hostel.path, makeRecoveryKey())));
    checkNone(keys, scan.count(keys));
    auto vault = VaultFile::unlock(hostel.path, kManager, kPassword);
    auto maker = need(vault)->slotMaker(u"Tomi Okoro"_s, 2, u"glacier-mitten-oboe-47"_s, KdfCost::forTests());
    CHECK(bool(maker()));
    CHECK(scan.count(keys).front() > 0);
    QElapsedTimer time;
    time.start();
    maker = {};
    vault->reset();
    CHECK(time.elapsed() < 100);
    checkNone(keys, scan.count(keys));
}

} // namespace keywork::test::lock_wipes_keys_test
