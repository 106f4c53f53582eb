// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/cipher_file.h"
#include "core/vault/live_header.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <sodium.h>

namespace keywork {

namespace {

constexpr int kBody = kPage - kPageReserve;
constexpr size_t kNonceAt = size_t(kBody);
constexpr size_t kTagAt = kNonceAt + PageCipher::kNonceSize;
constexpr size_t kSpareAt = kTagAt + PageCipher::kTagSize;

using PageBuffer = std::array<uint8_t, kPage>;

std::array<uint8_t, 8> placeOf(sqlite3_int64 page)
{
    std::array<uint8_t, 8> place{};
    for (size_t i = 0; i < place.size(); ++i)
        place[i] = uint8_t(uint64_t(page) >> (8 * i));
    return place;
}

class PageFile final : public CipherFile {
public:
    PageFile(sqlite3_file *real, std::shared_ptr<FileKeys> keys)
        : m_real(real)
        , m_keys(std::move(keys))
        , m_cipher(m_keys->page.bytes())
    {
    }

    int read(void *target, int amount, sqlite3_int64 offset) override
    {
        auto *out = static_cast<uint8_t *>(target);
        const bool isGlance = amount < kPage && offset < kPage;
        while (amount > 0) {
            const int within = int(offset % kPage);
            const int part = std::min(amount, kPage - within);
            if (int code = readPage(offset / kPage); code != SQLITE_OK) {
                std::memset(out, 0, size_t(amount));
                // Opening, SQLite glances at the head of the first page in the file itself. A checkpoint that was cut may
                // have torn that page while the log still holds it whole: what counts is the page as it is read next.
                return code == SQLITE_IOERR_DATA && isGlance ? SQLITE_IOERR_SHORT_READ : code;
            }
            std::memcpy(out, m_plain.data() + within, size_t(part));
            out += part;
            offset += part;
            amount -= part;
        }
        return SQLITE_OK;
    }

    int write(const void *source, int amount, sqlite3_int64 offset) override
    {
        // Anything but a whole page would leave bytes that no tag covers.
        if (amount != kPage || offset % kPage != 0)
            return SQLITE_IOERR_WRITE;
        const auto place = placeOf(offset / kPage);
        randombytes_buf(m_sealed.data() + kNonceAt, PageCipher::kNonceSize);
        std::memset(m_sealed.data() + kSpareAt, 0, kPage - kSpareAt);
        const bool sealed
            = m_cipher.seal({static_cast<const uint8_t *>(source), size_t(kBody)}, {m_sealed.data() + kNonceAt, PageCipher::kNonceSize},
                place, {m_sealed.data(), size_t(kBody)}, {m_sealed.data() + kTagAt, PageCipher::kTagSize});
        if (!sealed)
            return SQLITE_IOERR_WRITE;
        if (const int code = m_keys->live->writePage(m_real, offset / kPage, m_sealed); code != SQLITE_OK)
            return code;
        return syncNowAndThen();
    }

    int truncate(sqlite3_int64 size) override { return m_keys->live->truncate(m_real, (size + kPage - 1) / kPage); }

    int sync(int flags) override { return m_keys->live->sync(m_real, flags); }

    int control(int operation, void *argument) override
    {
        switch (operation) {
        case kChangeHeaderControl: {
            auto &change = *static_cast<HeaderChange *>(argument);
            const auto [code, done] = m_keys->live->change(m_real, change.edit);
            change.done = done;
            return code;
        }
        case kCheckPagesControl:
            return m_keys->live->check(m_real, *static_cast<PageCheck *>(argument));
        case kAnchorPagesControl:
            return m_keys->live->anchor(m_real);
        default:
            return SQLITE_NOTFOUND;
        }
    }

    int size(sqlite3_int64 *size) override
    {
        const int code = m_real->pMethods->xFileSize(m_real, size);
        *size = std::max<sqlite3_int64>(0, *size - kDataOffset);
        return code;
    }

private:
    int readPage(sqlite3_int64 page)
    {
        const int code = m_real->pMethods->xRead(m_real, m_sealed.data(), kPage, kDataOffset + page * kPage);
        if (code != SQLITE_OK)
            return code; // beyond the end: SQLITE_IOERR_SHORT_READ, the caller gets zeros
        if (!sodium_is_zero(m_sealed.data() + kSpareAt, kPage - kSpareAt))
            return SQLITE_IOERR_DATA;
        const bool opened = m_cipher.open({m_sealed.data(), size_t(kBody)}, {m_sealed.data() + kNonceAt, PageCipher::kNonceSize},
            placeOf(page), {m_sealed.data() + kTagAt, PageCipher::kTagSize}, {m_plain.data(), size_t(kBody)});
        if (!opened)
            return SQLITE_IOERR_DATA;
        std::memset(m_plain.data() + kBody, 0, kPageReserve);
        return SQLITE_OK;
    }

    /// A whole file that waits in memory to be written floods the disk in the end, and a save beside it stands still.
    int syncNowAndThen()
    {
        constexpr int kPagesBetween = 8192; // 32 MiB
        if (++m_written % kPagesBetween != 0)
            return SQLITE_OK;
        return m_real->pMethods->xSync(m_real, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY);
    }

    sqlite3_file *m_real;
    std::shared_ptr<FileKeys> m_keys;
    PageCipher m_cipher;
    PageBuffer m_sealed{};
    PageBuffer m_plain{};
    int64_t m_written = 0;
};

} // namespace

std::unique_ptr<CipherFile> makePageFile(sqlite3_file *real, std::shared_ptr<FileKeys> keys)
{
    return std::make_unique<PageFile>(real, std::move(keys));
}

} // namespace keywork
