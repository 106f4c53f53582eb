// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/vault_header.h"

#include "core/base/text.h"

#include <algorithm>
#include <cstring>
#include <sodium.h>

namespace keywork {

namespace {

constexpr std::array<uint8_t, 8> kMagic{'K', 'E', 'Y', 'W', 'O', 'R', 'K', 0};
constexpr size_t kNameBytes = 320;
constexpr size_t kSlotsAt = 1024;
constexpr size_t kSlotSize = 256;
constexpr size_t kAnchorAt = kSlotsAt + VaultHeader::kSlots * kSlotSize;
constexpr size_t kMacAt = VaultHeader::kSize - 64;
constexpr size_t kDigestAt = VaultHeader::kSize - 32;
constexpr uint32_t kPageSize = 4096;
constexpr uint32_t kReserve = 32;
constexpr uint16_t kAesGcm = 1;
constexpr uint16_t kAesXts = 2;

static_assert(kAnchorAt + 4 + sizeof(PageAnchor::nonce) + sizeof(PageAnchor::sum) <= kMacAt);

/// Writes numbers little-endian, one after another.
class Writer {
public:
    explicit Writer(uint8_t *at)
        : m_at(at)
    {
    }
    template <class N> void number(N value)
    {
        for (size_t i = 0; i < sizeof(N); ++i)
            *m_at++ = uint8_t(uint64_t(value) >> (8 * i));
    }
    void bytes(Bytes source)
    {
        std::copy(source.begin(), source.end(), m_at);
        m_at += source.size();
    }

private:
    uint8_t *m_at;
};

class Reader {
public:
    explicit Reader(const uint8_t *at)
        : m_at(at)
    {
    }
    template <class N> N number()
    {
        uint64_t value = 0;
        for (size_t i = 0; i < sizeof(N); ++i)
            value |= uint64_t(*m_at++) << (8 * i);
        return N(value);
    }
    template <size_t size> void bytes(std::array<uint8_t, size> &target)
    {
        std::copy(m_at, m_at + size, target.begin());
        m_at += size;
    }

private:
    const uint8_t *m_at;
};

void writeSlot(uint8_t *at, const KeySlot &slot)
{
    Writer out(at);
    out.number(uint32_t(slot.use));
    out.bytes(slot.slotId);
    out.bytes(slot.tag);
    out.number(slot.memoryKiB);
    out.number(slot.passes);
    out.bytes(slot.salt);
    out.bytes(slot.nonce);
    out.bytes(slot.wrapped);
    out.bytes(slot.publicKey);
    out.bytes(slot.sealedKey);
}

KeySlot readSlot(const uint8_t *at)
{
    KeySlot slot;
    Reader in(at);
    const uint32_t use = in.number<uint32_t>();
    slot.use = use <= uint32_t(KeySlot::Use::Passphrase) ? KeySlot::Use(use) : KeySlot::Use::Free;
    in.bytes(slot.slotId);
    in.bytes(slot.tag);
    slot.memoryKiB = in.number<uint32_t>();
    slot.passes = in.number<uint32_t>();
    in.bytes(slot.salt);
    in.bytes(slot.nonce);
    in.bytes(slot.wrapped);
    in.bytes(slot.publicKey);
    in.bytes(slot.sealedKey);
    return slot;
}

void writeAnchor(uint8_t *at, const PageAnchor &anchor)
{
    Writer out(at);
    out.number(uint32_t(anchor.state));
    out.bytes(anchor.nonce);
    out.bytes(anchor.sum);
}

PageAnchor readAnchor(const uint8_t *at)
{
    PageAnchor anchor;
    Reader in(at);
    const uint32_t state = in.number<uint32_t>();
    anchor.state = state <= uint32_t(PageAnchor::State::Writing) ? PageAnchor::State(state) : PageAnchor::State::None;
    in.bytes(anchor.nonce);
    in.bytes(anchor.sum);
    return anchor;
}

std::array<uint8_t, 32> macOf(Bytes copy, const SecretKey &dataKey, const Identity16 &vaultId)
{
    const SecretKey key = deriveKey(dataKey, vaultId, "keywork header");
    std::array<uint8_t, 32> mac{};
    crypto_generichash(mac.data(), mac.size(), copy.data(), kMacAt, key.bytes().data(), key.bytes().size());
    return mac;
}

bool digestFits(Bytes copy)
{
    std::array<uint8_t, 32> digest{};
    crypto_hash_sha256(digest.data(), copy.data(), kDigestAt);
    return sodium_memcmp(digest.data(), copy.data() + kDigestAt, digest.size()) == 0;
}

bool hasMagic(Bytes copy) { return std::equal(kMagic.begin(), kMagic.end(), copy.begin()); }

/// Only called on a copy whose checksum fits.
std::optional<VaultHeader> parse(Bytes copy)
{
    VaultHeader header;
    Reader in(copy.data() + kMagic.size());
    header.format = in.number<uint32_t>();
    header.generation = in.number<uint64_t>();
    in.bytes(header.vaultId);
    in.bytes(header.fileId);
    const bool known = in.number<uint16_t>() == kAesGcm && in.number<uint16_t>() == kAesXts && in.number<uint32_t>() == kPageSize
        && in.number<uint32_t>() == kReserve;
    if (!known)
        return {};
    const uint16_t length = in.number<uint16_t>();
    if (length > kNameBytes)
        return {};
    std::array<uint8_t, kNameBytes> name{};
    in.bytes(name);
    header.hostelName = QString::fromUtf8(reinterpret_cast<const char *>(name.data()), length);
    in.bytes(header.emergencyPublicKey);
    header.lastGoodBackup = in.number<int64_t>();
    header.auditSequence = in.number<uint64_t>();
    in.bytes(header.auditHead);
    const uint32_t purpose = in.number<uint32_t>();
    if (purpose > uint32_t(FilePurpose::LeavingBackup))
        return {};
    header.purpose = FilePurpose(purpose);
    header.madeAt = in.number<int64_t>();
    for (size_t i = 0; i < VaultHeader::kSlots; ++i)
        header.slots[i] = readSlot(copy.data() + kSlotsAt + i * kSlotSize);
    header.anchor = readAnchor(copy.data() + kAnchorAt);
    return header;
}

uint32_t formatOf(Bytes copy) { return Reader(copy.data() + kMagic.size()).number<uint32_t>(); }

} // namespace

bool VaultHeader::hasStaff() const
{
    return std::any_of(slots.begin(), slots.end(), [](const KeySlot &slot) { return slot.use == KeySlot::Use::Staff; });
}

void setAuditHead(VaultHeader &header, uint64_t sequence, const QByteArray &mac)
{
    header.auditSequence = sequence;
    header.auditHead.fill(0);
    std::copy_n(mac.cbegin(), std::min<qsizetype>(mac.size(), qsizetype(header.auditHead.size())), header.auditHead.begin());
}

std::vector<uint8_t> writeHeader(const VaultHeader &header, const SecretKey &dataKey)
{
    startSodium();
    std::vector<uint8_t> copy(VaultHeader::kSize, 0);
    Writer out(copy.data());
    out.bytes(kMagic);
    out.number(header.format);
    out.number(header.generation);
    out.bytes(header.vaultId);
    out.bytes(header.fileId);
    out.number(kAesGcm);
    out.number(kAesXts);
    out.number(kPageSize);
    out.number(kReserve);
    QByteArray name = atMost(header.hostelName, 80).toUtf8();
    out.number(uint16_t(name.size()));
    name.append(QByteArray(qsizetype(kNameBytes) - name.size(), '\0'));
    out.bytes({reinterpret_cast<const uint8_t *>(name.constData()), kNameBytes});
    out.bytes(header.emergencyPublicKey);
    out.number(header.lastGoodBackup);
    out.number(header.auditSequence);
    out.bytes(header.auditHead);
    out.number(uint32_t(header.purpose));
    out.number(header.madeAt);
    for (size_t i = 0; i < VaultHeader::kSlots; ++i)
        writeSlot(copy.data() + kSlotsAt + i * kSlotSize, header.slots[i]);
    writeAnchor(copy.data() + kAnchorAt, header.anchor);
    const auto mac = macOf(copy, dataKey, header.vaultId);
    std::copy(mac.begin(), mac.end(), copy.begin() + kMacAt);
    crypto_hash_sha256(copy.data() + kDigestAt, copy.data(), kDigestAt);
    return copy;
}

Result<VaultHeader> readHeader(Bytes bothCopies)
{
    startSodium();
    std::optional<VaultHeader> newest;
    bool anyMagic = false;
    for (const size_t at : {size_t(0), VaultHeader::kSize}) {
        if (bothCopies.size() < at + VaultHeader::kSize)
            continue;
        const Bytes copy = bothCopies.subspan(at, VaultHeader::kSize);
        if (!hasMagic(copy))
            continue;
        anyMagic = true;
        if (!digestFits(copy))
            continue;
        if (formatOf(copy) > VaultHeader::kFormat)
            return Error{ErrorKind::NewerVersion, QStringLiteral("format"), {}};
        std::optional<VaultHeader> header = parse(copy);
        if (header && (!newest || header->generation > newest->generation))
            newest = std::move(header);
    }
    if (newest)
        return std::move(*newest);
    const bool beginsLikeOne = anyMagic || (bothCopies.size() >= kMagic.size() && hasMagic(bothCopies));
    return Error{beginsLikeOne ? ErrorKind::Damaged : ErrorKind::NotAVault, QStringLiteral("header"), {}};
}

bool headerIsAuthentic(Bytes bothCopies, const VaultHeader &header, const SecretKey &dataKey)
{
    for (const size_t at : {size_t(0), VaultHeader::kSize}) {
        if (bothCopies.size() < at + VaultHeader::kSize)
            continue;
        const Bytes copy = bothCopies.subspan(at, VaultHeader::kSize);
        if (!hasMagic(copy) || !digestFits(copy))
            continue;
        const auto parsed = parse(copy);
        // The very copy that was read: its sister's word counts for nothing.
        if (!parsed || *parsed != header)
            continue;
        const auto mac = macOf(copy, dataKey, header.vaultId);
        if (sodium_memcmp(mac.data(), copy.data() + kMacAt, mac.size()) == 0)
            return true;
    }
    return false;
}

uint64_t headerCopyGeneration(Bytes copy)
{
    startSodium();
    if (copy.size() != VaultHeader::kSize || !hasMagic(copy) || !digestFits(copy))
        return 0;
    const auto header = parse(copy);
    return header ? header->generation : 0;
}

bool bothCopiesWhole(Bytes bothCopies)
{
    if (bothCopies.size() < 2 * VaultHeader::kSize)
        return false;
    return headerCopyGeneration(bothCopies.subspan(0, VaultHeader::kSize)) > 0
        && headerCopyGeneration(bothCopies.subspan(VaultHeader::kSize, VaultHeader::kSize)) > 0;
}

} // namespace keywork
