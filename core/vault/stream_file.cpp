// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/cipher_file.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace keywork {

namespace {

constexpr int kUnit = 512; ///< one XTS data unit
constexpr int kBlock = 16; ///< XTS works on blocks of this size; a rewritten block with the same bytes stays the same on disk

/// An opaque byte stream. The real file may be up to 15 bytes longer than what was written, which SQLite's log and
/// journals ignore: both count whole frames and records.
class StreamFile final : public CipherFile {
public:
    StreamFile(sqlite3_file *real, std::shared_ptr<FileKeys> keys, FileKind kind)
        : m_real(real)
        , m_keys(std::move(keys))
        , m_cipher(m_keys->streamData.bytes(), m_keys->streamTweak.bytes())
        , m_kind(kind)
    {
    }

    int read(void *target, int amount, sqlite3_int64 offset) override
    {
        auto *out = static_cast<uint8_t *>(target);
        sqlite3_int64 end = 0;
        if (int code = size(&end); code != SQLITE_OK)
            return code;
        const bool isShort = offset + amount > end;
        while (amount > 0) {
            const int within = int(offset % kUnit);
            const int part = std::min(amount, kUnit - within);
            if (int code = readUnit(offset / kUnit, end); code != SQLITE_OK)
                return code;
            std::memcpy(out, m_plain.data() + within, size_t(part));
            out += part;
            offset += part;
            amount -= part;
        }
        return isShort ? SQLITE_IOERR_SHORT_READ : SQLITE_OK;
    }

    int write(const void *source, int amount, sqlite3_int64 offset) override
    {
        sqlite3_int64 end = 0;
        if (int code = size(&end); code != SQLITE_OK)
            return code;
        if (int code = fillHole(end, offset); code != SQLITE_OK)
            return code;
        return writeParts(static_cast<const uint8_t *>(source), amount, offset, std::max(end, offset));
    }

    int truncate(sqlite3_int64 size) override { return m_real->pMethods->xTruncate(m_real, (size + kBlock - 1) / kBlock * kBlock); }

    int sync(int flags) override { return m_real->pMethods->xSync(m_real, flags); }

    int size(sqlite3_int64 *size) override
    {
        const int code = m_real->pMethods->xFileSize(m_real, size);
        *size -= *size % kBlock; // a torn last block holds nothing
        return code;
    }

private:
    std::array<uint8_t, 16> tweakOf(sqlite3_int64 unit) const
    {
        std::array<uint8_t, 16> tweak{};
        for (size_t i = 0; i < 8; ++i)
            tweak[i] = uint8_t(uint64_t(unit) >> (8 * i));
        tweak[8] = uint8_t(m_kind);
        return tweak;
    }

    /// Zeros where the file has nothing.
    int readUnit(sqlite3_int64 unit, sqlite3_int64 end)
    {
        m_plain.fill(0);
        const sqlite3_int64 start = unit * kUnit;
        const int present = int(std::clamp<sqlite3_int64>(end - start, 0, kUnit));
        if (present == 0)
            return SQLITE_OK;
        if (int code = m_real->pMethods->xRead(m_real, m_sealed.data(), present, start); code != SQLITE_OK)
            return code;
        return m_cipher.decrypt({m_sealed.data(), size_t(present)}, tweakOf(unit), {m_plain.data(), size_t(present)}) ? SQLITE_OK
                                                                                                                      : SQLITE_IOERR_READ;
    }

    int writeParts(const uint8_t *in, int amount, sqlite3_int64 offset, sqlite3_int64 end)
    {
        while (amount > 0) {
            const int within = int(offset % kUnit);
            const int part = std::min(amount, kUnit - within);
            const sqlite3_int64 unit = offset / kUnit;
            if (part < kUnit)
                if (int code = readUnit(unit, end); code != SQLITE_OK)
                    return code;
            std::memcpy(m_plain.data() + within, in, size_t(part));
            if (int code = writeBlocks(unit, within, part); code != SQLITE_OK)
                return code;
            in += part;
            offset += part;
            amount -= part;
            end = std::max(end, offset);
        }
        return SQLITE_OK;
    }

    /// Writes only the blocks that hold the changed bytes.
    int writeBlocks(sqlite3_int64 unit, int within, int part)
    {
        const int first = within / kBlock * kBlock;
        const int last = (within + part + kBlock - 1) / kBlock * kBlock;
        if (!m_cipher.encrypt({m_plain.data(), size_t(last)}, tweakOf(unit), {m_sealed.data(), size_t(last)}))
            return SQLITE_IOERR_WRITE;
        return m_real->pMethods->xWrite(m_real, m_sealed.data() + first, last - first, unit * kUnit + first);
    }

    int fillHole(sqlite3_int64 end, sqlite3_int64 offset)
    {
        static constexpr std::array<uint8_t, kUnit> zeros{};
        while (end < offset) {
            const int part = int(std::min<sqlite3_int64>(offset - end, kUnit - end % kUnit));
            if (int code = writeParts(zeros.data(), part, end, end); code != SQLITE_OK)
                return code;
            end += part;
        }
        return SQLITE_OK;
    }

    sqlite3_file *m_real;
    std::shared_ptr<FileKeys> m_keys;
    StreamCipher m_cipher;
    FileKind m_kind;
    std::array<uint8_t, kUnit> m_sealed{};
    std::array<uint8_t, kUnit> m_plain{};
};

} // namespace

std::unique_ptr<CipherFile> makeStreamFile(sqlite3_file *real, std::shared_ptr<FileKeys> keys, FileKind kind)
{
    return std::make_unique<StreamFile>(real, std::move(keys), kind);
}

} // namespace keywork
