// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The 64 KiB before the first page, from anybody.
#include "core/vault/key_slots.h"
#include "tests/fuzz/guided/guided.h"

#include <QCryptographicHash>

using namespace keywork;
using namespace keywork::test;

namespace {

/// As somebody without the key can: the checksum of the first copy fits again, or nothing behind it would ever be read.
QByteArray withChecksum(const QByteArray &front)
{
    constexpr qsizetype kDigest = 32;
    const QByteArray body = front.leftJustified(qsizetype(VaultHeader::kSize), '\0', true).chopped(kDigest);
    return body + QCryptographicHash::hash(body, QCryptographicHash::Sha256) + front.mid(qsizetype(VaultHeader::kSize));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const SecretKey key = SecretKey::random();
    if (size == 0)
        return 0;
    const QByteArray typed = asArray(data + 1, size - 1);
    const QByteArray front = data[0] % 4 == 0 ? typed : withChecksum(typed);
    const Bytes bytes(reinterpret_cast<const uint8_t *>(front.constData()), size_t(front.size()));
    const auto header = readHeader(bytes);
    if (!header) {
        const ErrorKind kind = header.error().kind;
        hold(kind == ErrorKind::NotAVault || kind == ErrorKind::NewerVersion || kind == ErrorKind::Damaged, "refused without its reason");
        return 0;
    }
    hold(!headerIsAuthentic(bytes, *header, key), "authentic for a key that never saw it");
    for (const KeySlot &slot : header->slots) {
        const auto cost = KdfCost::fromSlot(slot.memoryKiB, slot.passes);
        hold(!cost || (cost->memoryKiB() <= 1024 * 1024 && cost->passes() <= 20), "a derivation beyond the cap");
    }
    const auto again = readHeader(writeHeader(*header, key));
    hold(again && *again == *header, "another header came back than was written");
    return 0;
}
