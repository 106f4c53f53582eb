// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/live_header.h"

#include <algorithm>
#include <sodium.h>
#include <vector>

namespace keywork {

namespace {

constexpr int kTagOffset = kPage - kPageReserve + int(PageCipher::kNonceSize);
constexpr int64_t kEverything = std::numeric_limits<int64_t>::max();

int64_t placeOf(int64_t page) { return kDataOffset + page * kPage; }

int writeCopies(sqlite3_file *real, std::span<const uint8_t> bytes, bool onlyOne)
{
    const int half = int(VaultHeader::kSize);
    std::vector<uint8_t> there(VaultHeader::kSize);
    const auto generationAt = [&](sqlite3_int64 at, uint64_t &generation) {
        const int code = real->pMethods->xRead(real, there.data(), half, at);
        generation = code == SQLITE_OK ? headerCopyGeneration(there) : 0;
        return code;
    };
    const auto writeAt = [&](sqlite3_int64 at) {
        const int code = real->pMethods->xWrite(real, bytes.data(), half, at);
        return code == SQLITE_OK ? real->pMethods->xSync(real, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY) : code;
    };
    // The older or broken copy first, so that at every moment the newest whole one stands.
    uint64_t a = 0;
    uint64_t b = 0;
    // A copy that can't be read just now may be the newest one.
    if (const int code = generationAt(0, a); code != SQLITE_OK)
        return code;
    if (const int code = generationAt(half, b); code != SQLITE_OK)
        return code;
    const bool aIsOlder = a < b;
    if (const int code = writeAt(aIsOlder ? 0 : half); code != SQLITE_OK)
        return code;
    // From here on the new header holds; its sister is only a second chance, mended by the next write if this one fails.
    if (!onlyOne)
        (void)writeAt(aIsOlder ? half : 0);
    return SQLITE_OK;
}

} // namespace

LiveHeader::LiveHeader(VaultHeader header, const SecretKey &dataKey, bool isEmpty)
    : m_header(std::move(header))
    , m_dataKey(dataKey.copy())
    , m_termKey(deriveKey(dataKey, m_header.fileId, "keywork page anchor"))
    , m_maskKey(deriveKey(dataKey, m_header.fileId, "keywork page anchor mask"))
{
    if (isEmpty)
        m_sum = Sum{};
    if (m_header.anchor.state != PageAnchor::State::Whole)
        return;
    m_sum = m_header.anchor.sum;
    add(*m_sum, maskOf(m_maskKey, m_header.anchor.nonce));
}

PageAnchor LiveHeader::emptyAnchor(const SecretKey &dataKey, const Identity16 &fileId)
{
    PageAnchor anchor;
    anchor.state = PageAnchor::State::Whole;
    randombytes_buf(anchor.nonce.data(), anchor.nonce.size());
    anchor.sum = maskOf(deriveKey(dataKey, fileId, "keywork page anchor mask"), anchor.nonce);
    return anchor;
}

VaultHeader LiveHeader::header() const
{
    const std::lock_guard lock(m_mutex);
    return m_header;
}

std::pair<int, Done> LiveHeader::change(sqlite3_file *real, const std::function<Done(VaultHeader &)> &edit)
{
    const std::lock_guard lock(m_mutex);
    VaultHeader next = m_header;
    if (Done done = edit(next); !done)
        return {SQLITE_OK, done};
    return {write(real, std::move(next), false), {}};
}

int LiveHeader::writePage(sqlite3_file *real, int64_t page, std::span<const uint8_t> sealed)
{
    const std::lock_guard lock(m_mutex);
    if (const int code = sayWriting(real); code != SQLITE_OK)
        return code;
    std::optional<Tag> before;
    if (tagAt(real, page, before) != SQLITE_OK)
        m_sum.reset();
    const int code = real->pMethods->xWrite(real, sealed.data(), kPage, placeOf(page));
    m_unsynced = true;
    ++m_writes;
    std::optional<Tag> after = Tag{};
    std::copy_n(sealed.begin() + kTagOffset, after->size(), after->begin());
    // A write that failed may have left the one or the other, or something between.
    if (code != SQLITE_OK && tagAt(real, page, after) != SQLITE_OK)
        m_sum.reset();
    replace(page, before, after);
    return code;
}

int LiveHeader::truncate(sqlite3_file *real, int64_t pages)
{
    const std::lock_guard lock(m_mutex);
    sqlite3_int64 size = 0;
    if (const int code = real->pMethods->xFileSize(real, &size); code != SQLITE_OK)
        return code;
    const int64_t end = (size - kDataOffset) / kPage;
    if (end != pages)
        if (const int code = sayWriting(real); code != SQLITE_OK)
            return code;
    for (int64_t page = pages; page < end; ++page) {
        std::optional<Tag> before;
        if (tagAt(real, page, before) != SQLITE_OK)
            m_sum.reset();
        replace(page, before, {});
    }
    const int code = real->pMethods->xTruncate(real, placeOf(pages));
    if (code != SQLITE_OK)
        m_sum.reset();
    m_unsynced = m_unsynced || end != pages;
    ++m_writes;
    return code;
}

int LiveHeader::sync(sqlite3_file *real, int flags)
{
    uint64_t writes = 0;
    {
        const std::lock_guard lock(m_mutex);
        writes = m_writes;
    }
    // Not under the lock: this may take long, and nobody who changes the header waits for it.
    if (const int code = real->pMethods->xSync(real, flags); code != SQLITE_OK)
        return code;
    const std::lock_guard lock(m_mutex);
    if (!m_unsynced || writes != m_writes)
        return SQLITE_OK;
    // The pages are there; that the header could not say so is made good by the next sync or the next check.
    const bool says = !m_sum || m_header.anchor.state != PageAnchor::State::Writing || sayWhole(real) == SQLITE_OK;
    m_unsynced = !says;
    return SQLITE_OK;
}

int LiveHeader::check(sqlite3_file *real, PageCheck &check)
{
    constexpr int kAtOnce = 64; // a checkpoint in between waits for some microseconds
    const std::lock_guard one(m_oneCheck);
    m_mutex.lock();
    m_checked = Sum{};
    m_checkedTo = 0;
    m_mutex.unlock();
    while (true) {
        const bool isStopped = check.shouldStop && check.shouldStop();
        const std::lock_guard lock(m_mutex);
        sqlite3_int64 size = 0;
        int code = isStopped ? SQLITE_INTERRUPT : real->pMethods->xFileSize(real, &size);
        const int64_t bytes = std::max<int64_t>(0, size - kDataOffset);
        for (int i = 0; code == SQLITE_OK && i < kAtOnce && m_checkedTo < bytes / kPage; ++i) {
            std::optional<Tag> tag;
            code = tagAt(real, m_checkedTo, tag);
            if (tag)
                add(*m_checked, termOf(m_checkedTo, *tag));
            ++m_checkedTo;
        }
        if (code != SQLITE_OK) {
            m_checked.reset();
            return code;
        }
        if (m_checkedTo < bytes / kPage)
            continue;
        check.pages = bytes / kPage;
        check.strayBytes = bytes % kPage;
        m_checkedTo = kEverything;
        const PagesFit unknown = m_header.anchor.state == PageAnchor::State::Writing ? PagesFit::WriteWasCut : PagesFit::NoAnchor;
        check.fit = !m_sum ? unknown : *m_checked == *m_sum ? PagesFit::Fit : PagesFit::Differ;
        return SQLITE_OK;
    }
}

int LiveHeader::anchor(sqlite3_file *real)
{
    const std::lock_guard lock(m_mutex);
    if (m_checked && m_checkedTo == kEverything) {
        m_sum = m_checked;
        return m_unsynced ? SQLITE_OK : sayWhole(real);
    }
    m_sum.reset();
    VaultHeader next = m_header;
    next.anchor = {};
    return write(real, std::move(next), false);
}

LiveHeader::Sum LiveHeader::maskOf(const SecretKey &key, const Identity16 &nonce)
{
    Sum mask{};
    crypto_generichash(mask.data(), mask.size(), nonce.data(), nonce.size(), key.bytes().data(), key.bytes().size());
    return mask;
}

void LiveHeader::add(Sum &sum, const Sum &term)
{
    for (size_t i = 0; i < sum.size(); ++i)
        sum[i] ^= term[i];
}

/// Zeros are no page: what a write far behind the end, or a truncation that grows the file, leaves in between.
LiveHeader::Sum LiveHeader::termOf(int64_t page, const Tag &tag) const
{
    if (tag == Tag{})
        return {};
    std::array<uint8_t, 8 + sizeof(Tag)> message{};
    for (size_t i = 0; i < 8; ++i)
        message[i] = uint8_t(uint64_t(page) >> (8 * i));
    std::copy(tag.begin(), tag.end(), message.begin() + 8);
    Sum term{};
    crypto_generichash(term.data(), term.size(), message.data(), message.size(), m_termKey.bytes().data(), m_termKey.bytes().size());
    return term;
}

/// None behind the end of the file.
int LiveHeader::tagAt(sqlite3_file *real, int64_t page, std::optional<Tag> &tag) const
{
    Tag read{};
    const int code = real->pMethods->xRead(real, read.data(), int(read.size()), placeOf(page) + kTagOffset);
    tag = code == SQLITE_OK ? std::optional(read) : std::nullopt;
    return code == SQLITE_IOERR_SHORT_READ ? SQLITE_OK : code;
}

void LiveHeader::replace(int64_t page, const std::optional<Tag> &before, const std::optional<Tag> &after)
{
    Sum difference{};
    for (const std::optional<Tag> *tag : {&before, &after})
        if (*tag)
            add(difference, termOf(page, **tag));
    if (m_sum)
        add(*m_sum, difference);
    if (m_checked && page < m_checkedTo)
        add(*m_checked, difference);
}

int LiveHeader::sayWriting(sqlite3_file *real)
{
    if (!m_sum || m_header.anchor.state == PageAnchor::State::Writing)
        return SQLITE_OK;
    VaultHeader next = m_header;
    next.anchor = {};
    next.anchor.state = PageAnchor::State::Writing;
    return write(real, std::move(next), true);
}

int LiveHeader::sayWhole(sqlite3_file *real)
{
    VaultHeader next = m_header;
    next.anchor.state = PageAnchor::State::Whole;
    randombytes_buf(next.anchor.nonce.data(), next.anchor.nonce.size());
    next.anchor.sum = *m_sum;
    add(next.anchor.sum, maskOf(m_maskKey, next.anchor.nonce));
    return write(real, std::move(next), false);
}

int LiveHeader::write(sqlite3_file *real, VaultHeader next, bool onlyOne)
{
    next.generation = std::max(next.generation, m_header.generation) + 1;
    next.format = VaultHeader::kFormat;
    const int code = writeCopies(real, writeHeader(next, m_dataKey), onlyOne);
    if (code == SQLITE_OK)
        m_header = std::move(next);
    return code;
}

} // namespace keywork
