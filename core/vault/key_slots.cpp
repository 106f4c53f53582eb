// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/key_slots.h"

#include "core/base/text.h"

#include <algorithm>
#include <cstring>
#include <sodium.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr size_t kPayload = SecretKey::kSize + 8;
const QString kAlphabet = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr int kSecretDigits = 24;

Identity16 tagOf(const Identity16 &vaultId, const QString &typed)
{
    const QByteArray name = foldedName(typed).toUtf8();
    Identity16 tag{};
    crypto_generichash(tag.data(), tag.size(), reinterpret_cast<const unsigned char *>(name.constData()), size_t(name.size()),
        vaultId.data(), vaultId.size());
    return tag;
}

/// What the wrapping is bound to: a slot copied to another vault or with cheaper parameters does not open.
std::vector<uint8_t> bindingOf(const Identity16 &vaultId, const KeySlot &slot)
{
    std::vector<uint8_t> binding(vaultId.begin(), vaultId.end());
    binding.insert(binding.end(), slot.slotId.begin(), slot.slotId.end());
    for (const uint32_t number : {uint32_t(slot.use), slot.memoryKiB, slot.passes})
        for (int shift = 0; shift < 32; shift += 8)
            binding.push_back(uint8_t(number >> shift));
    if (slot.hasKeyPair())
        binding.insert(binding.end(), slot.publicKey.begin(), slot.publicKey.end());
    return binding;
}

/// The password's bytes in memory that is wiped.
class Passphrase {
public:
    explicit Passphrase(const QString &text)
        : m_bytes(text.normalized(QString::NormalizationForm_C).toUtf8())
    {
    }
    ~Passphrase() { sodium_memzero(m_bytes.data(), size_t(m_bytes.size())); }
    Passphrase(const Passphrase &) = delete;
    Passphrase &operator=(const Passphrase &) = delete;
    Bytes bytes() const { return {reinterpret_cast<const uint8_t *>(m_bytes.constData()), size_t(m_bytes.size())}; }

private:
    QByteArray m_bytes;
};

Done wrap(const Identity16 &vaultId, KeySlot &slot, const SecretKey &dataKey, int64_t staff, const QString &password, const KdfCost &cost)
{
    slot.memoryKiB = cost.memoryKiB();
    slot.passes = cost.passes();
    randombytes_buf(slot.slotId.data(), slot.slotId.size());
    randombytes_buf(slot.salt.data(), slot.salt.size());
    randombytes_buf(slot.nonce.data(), slot.nonce.size());
    const std::optional<SecretKey> key = derivePassword(Passphrase(password).bytes(), slot.salt, cost);
    if (!key)
        return Error{ErrorKind::Storage, u"memory for the key derivation"_s, {}};
    SecretKey secret;
    crypto_box_keypair(slot.publicKey.data(), secret.writable().data());
    if (!sealTo(slot, dataKey))
        return Error{ErrorKind::Storage, u"sealing the data key"_s, {}};
    std::array<uint8_t, kPayload> payload{};
    std::copy(secret.bytes().begin(), secret.bytes().end(), payload.begin());
    std::memcpy(payload.data() + SecretKey::kSize, &staff, sizeof staff);
    const std::vector<uint8_t> binding = bindingOf(vaultId, slot);
    crypto_aead_xchacha20poly1305_ietf_encrypt(slot.wrapped.data(), nullptr, payload.data(), payload.size(), binding.data(), binding.size(),
        nullptr, slot.nonce.data(), key->bytes().data());
    sodium_memzero(payload.data(), payload.size());
    return {};
}

Result<UnlockedSlot> unwrap(const VaultHeader &header, size_t index, const QString &password)
{
    const KeySlot &slot = header.slots[index];
    const std::optional<KdfCost> cost = KdfCost::fromSlot(slot.memoryKiB, slot.passes);
    if (!cost)
        return Error{ErrorKind::Damaged, u"slot parameters"_s, {}};
    const std::optional<SecretKey> key = derivePassword(Passphrase(password).bytes(), slot.salt, *cost);
    if (!key)
        return Error{ErrorKind::Storage, u"memory for the key derivation"_s, {}};
    std::array<uint8_t, kPayload> payload{};
    const std::vector<uint8_t> binding = bindingOf(header.vaultId, slot);
    const bool opened = crypto_aead_xchacha20poly1305_ietf_decrypt(payload.data(), nullptr, nullptr, slot.wrapped.data(),
                            slot.wrapped.size(), binding.data(), binding.size(), slot.nonce.data(), key->bytes().data())
        == 0;
    if (!opened)
        return Error{ErrorKind::WrongPassword, {}, {}};
    UnlockedSlot unlocked{SecretKey::of(Bytes(payload).first(SecretKey::kSize)), 0, index};
    std::memcpy(&unlocked.staff, payload.data() + SecretKey::kSize, sizeof unlocked.staff);
    sodium_memzero(payload.data(), payload.size());
    if (!slot.hasKeyPair())
        return unlocked;
    const SecretKey secret = std::exchange(unlocked.dataKey, SecretKey());
    if (crypto_box_seal_open(
            unlocked.dataKey.writable().data(), slot.sealedKey.data(), slot.sealedKey.size(), slot.publicKey.data(), secret.bytes().data())
        != 0)
        return Error{ErrorKind::Damaged, u"sealed key"_s, {}};
    return unlocked;
}

/// The work of a real derivation for a name that has no slot, at the cost of the first slot that is in use.
void derivePretending(const VaultHeader &header, const QString &password)
{
    for (const KeySlot &slot : header.slots)
        if (slot.use != KeySlot::Use::Free)
            if (const auto cost = KdfCost::fromSlot(slot.memoryKiB, slot.passes)) {
                (void)derivePassword(Passphrase(password).bytes(), slot.salt, *cost);
                return;
            }
}

KeySlot *slotToWrite(VaultHeader &header, KeySlot::Use use, const Identity16 &tag)
{
    KeySlot *free = nullptr;
    for (KeySlot &slot : header.slots) {
        if (slot.use == use && (use != KeySlot::Use::Staff || slot.tag == tag))
            return &slot;
        if (slot.use == KeySlot::Use::Free && !free)
            free = &slot;
    }
    return free;
}

Result<KeySlot> made(KeySlot::Use use, const Identity16 &tag, const Identity16 &vaultId, const SecretKey &dataKey, int64_t staff,
    const QString &password, const KdfCost &cost)
{
    KeySlot slot;
    slot.use = use;
    slot.tag = tag;
    if (Done done = wrap(vaultId, slot, dataKey, staff, password, cost); !done)
        return done.error();
    return slot;
}

Done place(VaultHeader &header, const KeySlot &slot)
{
    KeySlot *where = slotToWrite(header, slot.use, slot.tag);
    if (!where)
        return Error{ErrorKind::NoRoom, u"key slots"_s, {}};
    *where = slot;
    return {};
}

uint16_t checksumOf(const QString &digits)
{
    const QByteArray bytes = digits.toLatin1();
    std::array<uint8_t, 16> digest{};
    crypto_generichash(
        digest.data(), digest.size(), reinterpret_cast<const unsigned char *>(bytes.constData()), size_t(bytes.size()), nullptr, 0);
    return uint16_t((digest[0] << 8 | digest[1]) & 0x3ff);
}

QString checkDigits(const QString &digits)
{
    const uint16_t sum = checksumOf(digits);
    return QString(kAlphabet.at(sum >> 5)) + kAlphabet.at(sum & 31);
}

} // namespace

Result<KeySlot> makeStaffSlot(
    const Identity16 &vaultId, const SecretKey &dataKey, const QString &name, int64_t staff, const QString &password, const KdfCost &cost)
{
    return made(KeySlot::Use::Staff, tagOf(vaultId, name), vaultId, dataKey, staff, password, cost);
}

Result<KeySlot> makeRecoverySlot(const Identity16 &vaultId, const SecretKey &dataKey, const QString &recoveryKey, const KdfCost &cost)
{
    return made(KeySlot::Use::Recovery, {}, vaultId, dataKey, 0, foldedRecoveryKey(recoveryKey), cost);
}

Done placeSlot(VaultHeader &header, const KeySlot &slot, const std::optional<Identity16> &former)
{
    if (Done placed = place(header, slot); !placed)
        return placed;
    for (KeySlot &other : header.slots)
        if (former && other.use == KeySlot::Use::Staff && other.slotId == *former && other.tag != slot.tag)
            other = KeySlot();
    return {};
}

Done putStaffSlot(
    VaultHeader &header, const SecretKey &dataKey, const QString &name, int64_t staff, const QString &password, const KdfCost &cost)
{
    const auto slot = makeStaffSlot(header.vaultId, dataKey, name, staff, password, cost);
    return slot ? placeSlot(header, *slot) : Done(slot.error());
}

Done putRecoverySlot(VaultHeader &header, const SecretKey &dataKey, const QString &recoveryKey, const KdfCost &cost)
{
    const auto slot = makeRecoverySlot(header.vaultId, dataKey, recoveryKey, cost);
    return slot ? place(header, *slot) : Done(slot.error());
}

Done putPassphraseSlot(VaultHeader &header, const SecretKey &dataKey, const QString &passphrase, const KdfCost &cost)
{
    const auto slot = made(KeySlot::Use::Passphrase, {}, header.vaultId, dataKey, 0, passphrase, cost);
    return slot ? place(header, *slot) : Done(slot.error());
}

bool sealTo(KeySlot &slot, const SecretKey &dataKey)
{
    static_assert(crypto_box_SEALBYTES + SecretKey::kSize == std::tuple_size_v<decltype(slot.sealedKey)>);
    return slot.hasKeyPair()
        && crypto_box_seal(slot.sealedKey.data(), dataKey.bytes().data(), SecretKey::kSize, slot.publicKey.data()) == 0;
}

bool isOutdated(const KeySlot &slot)
{
    const bool isTestsOwn = slot.memoryKiB == KdfCost::forTests().memoryKiB();
    const KdfCost today = KdfCost::standard();
    return !slot.hasKeyPair() || (!isTestsOwn && (slot.memoryKiB < today.memoryKiB() || slot.passes < today.passes()));
}

std::optional<Identity16> staffSlotOf(const VaultHeader &header, const QString &name)
{
    const Identity16 tag = tagOf(header.vaultId, name);
    for (const KeySlot &slot : header.slots)
        if (slot.use == KeySlot::Use::Staff && slot.tag == tag)
            return slot.slotId;
    return {};
}

Result<UnlockedSlot> openStaffSlot(const VaultHeader &header, const QString &name, const QString &password)
{
    const Identity16 tag = tagOf(header.vaultId, name);
    for (size_t i = 0; i < header.slots.size(); ++i)
        if (header.slots[i].use == KeySlot::Use::Staff && header.slots[i].tag == tag)
            return unwrap(header, i, password);
    derivePretending(header, password);
    return Error{ErrorKind::WrongPassword, {}, {}};
}

Result<UnlockedSlot> openSlot(const VaultHeader &header, const Identity16 &slot, const QString &password)
{
    for (size_t i = 0; i < header.slots.size(); ++i)
        if (header.slots[i].use == KeySlot::Use::Staff && header.slots[i].slotId == slot)
            return unwrap(header, i, password);
    return Error{ErrorKind::WrongPassword, {}, {}};
}

Result<UnlockedSlot> openRecoverySlot(const VaultHeader &header, const QString &recoveryKey)
{
    if (!isRecoveryKey(recoveryKey))
        return Error{ErrorKind::WrongPassword, {}, {}};
    for (size_t i = 0; i < header.slots.size(); ++i)
        if (header.slots[i].use == KeySlot::Use::Recovery)
            return unwrap(header, i, foldedRecoveryKey(recoveryKey));
    return Error{ErrorKind::WrongPassword, {}, {}};
}

Result<UnlockedSlot> openPassphraseSlot(const VaultHeader &header, const QString &passphrase)
{
    for (size_t i = 0; i < header.slots.size(); ++i)
        if (header.slots[i].use == KeySlot::Use::Passphrase)
            return unwrap(header, i, passphrase);
    return Error{ErrorKind::WrongPassword, {}, {}};
}

QString makeRecoveryKey()
{
    startSodium();
    QString digits;
    for (int i = 0; i < kSecretDigits; ++i)
        digits += kAlphabet.at(qsizetype(randombytes_uniform(32)));
    return digits + checkDigits(digits);
}

QString foldedRecoveryKey(const QString &typed)
{
    QString key = typed.toUpper();
    key.remove(u' ').remove(u'-');
    return key.replace(u'O', u'0').replace(u'I', u'1').replace(u'L', u'1');
}

bool isRecoveryKey(const QString &typed)
{
    const QString key = foldedRecoveryKey(typed);
    if (key.size() != kSecretDigits + 2)
        return false;
    return key.right(2) == checkDigits(key.left(kSecretDigits));
}

QString groupedRecoveryKey(const QString &key)
{
    QStringList groups;
    for (qsizetype i = 0; i < key.size(); i += 4)
        groups.append(key.mid(i, 4));
    return groups.join(u'-');
}

} // namespace keywork
