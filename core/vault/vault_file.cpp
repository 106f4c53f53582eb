// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/vault_file.h"

#include "core/base/plain_file.h"
#include "core/vault/live_header.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <algorithm>
#include <sodium.h>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Bytes asBytes(const QByteArray &bytes) { return {reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size())}; }

std::string absolutePath(const QString &path)
{
    // SQLite resolves symbolic links; the registry must use the same name.
    const QFileInfo info(path);
    const QString resolved = info.canonicalFilePath();
    return QFile::encodeName(resolved.isEmpty() ? info.absoluteFilePath() : resolved).toStdString();
}

/// The key pair's seed comes from the data key; its public half stands in the header for entries made while locked.
struct EmergencyKeys {
    std::array<uint8_t, 32> publicKey{};
    SecretKey secret;
};

EmergencyKeys emergencyKeys(const SecretKey &dataKey, const Identity16 &vaultId)
{
    const SecretKey seed = deriveKey(dataKey, vaultId, "keywork emergency");
    EmergencyKeys keys;
    crypto_box_seed_keypair(keys.publicKey.data(), keys.secret.writable().data(), seed.bytes().data());
    return keys;
}

Result<QByteArray> readFront(const QString &path)
{
    QFile file(path);
    if (Done opened = openPlainFile(file); !opened)
        return opened.error();
    return file.read(kDataOffset);
}

Done writeNew(const QString &path, const std::vector<uint8_t> &copy)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorKind::ReadOnly, file.errorString(), {}};
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    for (int i = 0; i < 2; ++i)
        if (file.write(reinterpret_cast<const char *>(copy.data()), qint64(copy.size())) != qint64(copy.size()))
            return Error{ErrorKind::NoRoom, file.errorString(), {}};
    // QSaveFile syncs, then renames.
    return file.commit() ? Done() : Done(Error{ErrorKind::NoRoom, file.errorString(), {}});
}

} // namespace

VaultFile::VaultFile(const QString &path, VaultHeader header, SecretKey dataKey, int64_t staff, Pages pages)
    : m_header(std::move(header))
    , m_dataKey(std::move(dataKey))
    , m_staff(staff)
{
    const std::string absolute = absolutePath(path);
    m_live = liveHeaderOf(absolute, m_header.fileId); // two who unlocked one file write one header
    if (!m_live)
        m_live = std::make_shared<LiveHeader>(m_header, m_dataKey, pages == Pages::ToBeWritten);
    auto keys = FileKeys::derive(m_dataKey, m_header.fileId);
    keys->live = m_live;
    m_registration = std::make_unique<KeyRegistration>(absolute, std::move(keys));
}

Result<std::unique_ptr<VaultFile>> VaultFile::create(const QString &path, const NewVault &wanted)
{
    if (!startSodium() || !registerCipherVfs())
        return Error{ErrorKind::Storage, u"start"_s, {}};
    if (QFileInfo::exists(path))
        return Error{ErrorKind::AlreadyExists, {}, {}};
    VaultHeader header;
    SecretKey dataKey = SecretKey::random();
    randombytes_buf(header.vaultId.data(), header.vaultId.size());
    randombytes_buf(header.fileId.data(), header.fileId.size());
    header.hostelName = wanted.hostelName;
    header.emergencyPublicKey = emergencyKeys(dataKey, header.vaultId).publicKey;
    header.anchor = LiveHeader::emptyAnchor(dataKey, header.fileId);
    if (Done done = putStaffSlot(header, dataKey, wanted.managerName, wanted.managerStaff, wanted.password, wanted.cost); !done)
        return done.error();
    if (Done done = putRecoverySlot(header, dataKey, wanted.recoveryKey, wanted.cost); !done)
        return done.error();
    if (Done done = writeNew(path, writeHeader(header, dataKey)); !done)
        return done.error();
    return std::unique_ptr<VaultFile>(new VaultFile(path, std::move(header), std::move(dataKey), wanted.managerStaff, Pages::ToBeWritten));
}

Result<VaultHeader> VaultFile::peek(const QString &path)
{
    const auto front = readFront(path);
    if (!front)
        return front.error();
    return readHeader(asBytes(*front));
}

Result<VaultHeader> VaultFile::provenHeader(const QString &path, const VaultSeed &seed)
{
    const auto front = readFront(path);
    if (!front)
        return front.error();
    auto header = readHeader(asBytes(*front));
    if (!header)
        return header.error();
    if (header->vaultId != seed.header.vaultId || !headerIsAuthentic(asBytes(*front), *header, seed.dataKey))
        return Error{ErrorKind::WrongPassword, {}, {}};
    return header;
}

Result<std::unique_ptr<VaultFile>> VaultFile::unlockBy(const QString &path, const Opening &opening)
{
    const auto front = readFront(path);
    if (!front)
        return front.error();
    auto header = readHeader(asBytes(*front));
    if (!header)
        return header.error();
    auto slot = opening(*header);
    if (!slot)
        return slot.error();
    if (!headerIsAuthentic(asBytes(*front), *header, slot->dataKey)
        || header->emergencyPublicKey != emergencyKeys(slot->dataKey, header->vaultId).publicKey)
        return Error{ErrorKind::Damaged, u"header authentication"_s, {}};
    if (!registerCipherVfs())
        return Error{ErrorKind::Storage, u"cipher vfs"_s, {}};
    const KeySlot &opened = header->slots[slot->slot];
    const std::optional<Identity16> openedSlot = opened.use == KeySlot::Use::Staff ? std::optional(opened.slotId) : std::nullopt;
    std::unique_ptr<VaultFile> vault(new VaultFile(path, std::move(*header), std::move(slot->dataKey), slot->staff, Pages::Written));
    vault->m_openedSlot = openedSlot;
    vault->m_hadBrokenHeaderCopy = !bothCopiesWhole(asBytes(*front));
    return vault;
}

Result<std::unique_ptr<VaultFile>> VaultFile::unlock(const QString &path, const QString &name, const QString &password)
{
    return unlockBy(path, [&](const VaultHeader &header) { return openStaffSlot(header, name, password); });
}

Result<std::unique_ptr<VaultFile>> VaultFile::unlockWithRecoveryKey(const QString &path, const QString &recoveryKey)
{
    return unlockBy(path, [&](const VaultHeader &header) { return openRecoverySlot(header, recoveryKey); });
}

Result<std::unique_ptr<VaultFile>> VaultFile::unlockWithPassphrase(const QString &path, const QString &passphrase)
{
    return unlockBy(path, [&](const VaultHeader &header) { return openPassphraseSlot(header, passphrase); });
}

Result<std::unique_ptr<VaultFile>> VaultFile::unlockWithSeed(const QString &path, const VaultSeed &seed)
{
    auto vault = unlockBy(path, [&](const VaultHeader &) -> Result<UnlockedSlot> { return UnlockedSlot{seed.dataKey.copy(), 0, 0}; });
    if (vault)
        (*vault)->m_openedSlot.reset();
    else if (vault.error().kind == ErrorKind::Damaged && vault.error().detail == u"header authentication"_s)
        return Error{ErrorKind::WrongPassword, {}, {}};
    return vault;
}

std::shared_ptr<const VaultSeed> VaultFile::seed() const
{
    return std::make_shared<const VaultSeed>(VaultSeed{m_header, m_dataKey.copy()});
}

namespace {

/// Their passwords stay theirs: only the data key inside is another one.
void takeStaffSlots(VaultHeader &header, const std::vector<KeySlot> &staff, const SecretKey &dataKey)
{
    if (header.hasStaff())
        return;
    auto place = header.slots.begin();
    for (KeySlot slot : staff) {
        if (slot.use != KeySlot::Use::Staff || !sealTo(slot, dataKey))
            continue;
        place = std::find_if(place, header.slots.end(), [](const KeySlot &each) { return each.use == KeySlot::Use::Free; });
        if (place == header.slots.end())
            return;
        *place = slot;
    }
}

} // namespace

Result<std::unique_ptr<VaultFile>> VaultFile::createCopy(const QString &path, const VaultSeed &seed, const CopyWish &wish)
{
    if (QFileInfo::exists(path))
        return Error{ErrorKind::AlreadyExists, {}, {}};
    VaultHeader header = seed.header;
    SecretKey dataKey = wish.newDataKey ? SecretKey::random() : seed.dataKey.copy();
    header.format = VaultHeader::kFormat;
    header.generation = 1;
    header.anchor = {};
    header.anchor.state = PageAnchor::State::Writing;
    if (wish.purpose == FilePurpose::Live && header.purpose == FilePurpose::HouseBackup) // restored: that backup is there
        header.lastGoodBackup = std::max(header.lastGoodBackup, header.madeAt);
    header.purpose = wish.purpose;
    header.madeAt = wish.madeAt;
    randombytes_buf(header.fileId.data(), header.fileId.size());
    header.emergencyPublicKey = emergencyKeys(dataKey, header.vaultId).publicKey;
    for (KeySlot &slot : header.slots) {
        const bool isStaff = slot.use == KeySlot::Use::Staff;
        // A passphrase belonged to the backup that it was made for.
        if (slot.use == KeySlot::Use::Passphrase || (isStaff && !wish.keepsStaff))
            slot = KeySlot();
        if (slot.use != KeySlot::Use::Free && wish.newDataKey && !sealTo(slot, dataKey))
            slot = KeySlot();
    }
    takeStaffSlots(header, wish.staffSlots, dataKey);
    if (!wish.passphrase.isEmpty())
        if (Done done = putPassphraseSlot(header, dataKey, wish.passphrase, wish.cost); !done)
            return done.error();
    if (Done done = writeNew(path, writeHeader(header, dataKey)); !done)
        return done.error();
    return std::unique_ptr<VaultFile>(new VaultFile(path, std::move(header), std::move(dataKey), 0, Pages::ToBeWritten));
}

SecretKey VaultFile::historyKey() const { return deriveKey(m_dataKey, m_header.vaultId, "keywork history"); }

SecretKey VaultFile::historyKeyOf(const VaultSeed &seed) { return deriveKey(seed.dataKey, seed.header.vaultId, "keywork history"); }

std::function<Result<KeySlot>()> VaultFile::slotMaker(
    const QString &name, int64_t staff, const QString &password, const KdfCost &cost) const
{
    const auto key = std::make_shared<SecretKey>(SecretKey::of(m_dataKey.bytes()));
    return [vaultId = m_header.vaultId, key, name, staff, password, cost] {
        return makeStaffSlot(vaultId, *key, name, staff, password, cost);
    };
}

std::function<Result<KeySlot>()> VaultFile::recoverySlotMaker(const QString &recoveryKey, const KdfCost &cost) const
{
    const auto key = std::make_shared<SecretKey>(SecretKey::of(m_dataKey.bytes()));
    return [vaultId = m_header.vaultId, key, recoveryKey, cost] { return makeRecoverySlot(vaultId, *key, recoveryKey, cost); };
}

Done VaultFile::change(sqlite3 *connection, const std::function<Done(VaultHeader &)> &edit)
{
    HeaderChange change{edit};
    const int code = sqlite3_file_control(connection, "main", kChangeHeaderControl, &change);
    if (code != SQLITE_OK)
        return Error{code == SQLITE_FULL ? ErrorKind::NoRoom : ErrorKind::Storage, QStringLiteral("sqlite %1").arg(code), {}};
    if (!change.done)
        return change.done;
    m_header = m_live->header();
    return {};
}

Done VaultFile::placeSlot(sqlite3 *connection, const KeySlot &slot, const std::optional<Identity16> &former)
{
    return change(connection, [&](VaultHeader &header) {
        // The passphrase of a backup that left opens what was restored from it until somebody has a password again.
        if (header.purpose == FilePurpose::Live && slot.use == KeySlot::Use::Staff)
            std::replace_if(
                header.slots.begin(), header.slots.end(), [](const KeySlot &each) { return each.use == KeySlot::Use::Passphrase; },
                KeySlot());
        return keywork::placeSlot(header, slot, former);
    });
}

Done VaultFile::removeSlot(sqlite3 *connection, const Identity16 &slot)
{
    return change(connection, [&](VaultHeader &header) -> Done {
        KeySlot *found = nullptr;
        int others = 0;
        for (KeySlot &each : header.slots) {
            if (each.use != KeySlot::Use::Staff)
                continue;
            if (each.slotId == slot)
                found = &each;
            else
                ++others;
        }
        if (!found)
            return Error{ErrorKind::NotFound, u"slot"_s, {}};
        if (others == 0)
            return notNow(NotNow::LastWayIn);
        *found = KeySlot();
        return {};
    });
}

bool VaultFile::hasOldRecoverySlot() const
{
    return std::any_of(m_header.slots.begin(), m_header.slots.end(),
        [](const KeySlot &each) { return each.use == KeySlot::Use::Recovery && !each.hasKeyPair(); });
}

std::optional<Identity16> VaultFile::recoverySlot() const
{
    const auto found = std::find_if(
        m_header.slots.begin(), m_header.slots.end(), [](const KeySlot &each) { return each.use == KeySlot::Use::Recovery; });
    return found == m_header.slots.end() ? std::nullopt : std::optional(found->slotId);
}

KdfCost VaultFile::kdfCost() const
{
    const bool isTests = std::all_of(m_header.slots.begin(), m_header.slots.end(),
        [](const KeySlot &slot) { return slot.use == KeySlot::Use::Free || slot.memoryKiB == KdfCost::forTests().memoryKiB(); });
    return isTests ? KdfCost::forTests() : KdfCost::standard();
}

std::optional<KeySlot> VaultFile::renewedSlot(const QString &name, const QString &password) const
{
    for (const KeySlot &slot : m_header.slots) {
        if (!m_openedSlot || slot.use != KeySlot::Use::Staff || slot.slotId != *m_openedSlot || !isOutdated(slot))
            continue;
        const auto renewed = makeStaffSlot(m_header.vaultId, m_dataKey, name, m_staff, password, kdfCost());
        return renewed ? std::optional(*renewed) : std::nullopt;
    }
    return {};
}

QList<Identity16> VaultFile::slotsOfFormatOne() const
{
    QList<Identity16> found;
    for (const KeySlot &slot : m_header.slots)
        if (slot.use == KeySlot::Use::Staff && !slot.hasKeyPair())
            found.append(slot.slotId);
    return found;
}

bool VaultFile::opens(const VaultSeed &seed, const Identity16 &slot, const QString &password)
{
    return bool(openSlot(seed.header, slot, password));
}

namespace {

const QByteArray kProven("KWM1", 4); // before the MAC of what follows; a plain entry begins with a brace

QByteArray proofOf(const SecretKey &key, const QByteArray &plain)
{
    QByteArray mac(crypto_generichash_BYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(mac.data()), size_t(mac.size()),
        reinterpret_cast<const unsigned char *>(plain.constData()), size_t(plain.size()), key.bytes().data(), key.bytes().size());
    return mac;
}

/// None when it claims a proof that does not fit.
std::optional<VaultFile::Unsealed> withoutProof(const SecretKey &key, const QByteArray &text)
{
    if (!text.startsWith(kProven))
        return VaultFile::Unsealed{text, false};
    const QByteArray mac = text.mid(kProven.size(), qsizetype(crypto_generichash_BYTES));
    const QByteArray plain = text.mid(kProven.size() + qsizetype(crypto_generichash_BYTES));
    const QByteArray right = proofOf(key, plain);
    if (mac.size() != right.size() || sodium_memcmp(mac.constData(), right.constData(), size_t(right.size())) != 0)
        return {};
    return VaultFile::Unsealed{plain, true};
}

} // namespace

QByteArray VaultFile::proven(const QByteArray &plain) const
{
    return kProven + proofOf(deriveKey(m_dataKey, m_header.vaultId, "keywork waiting"), plain) + plain;
}

QList<VaultFile::Unsealed> VaultFile::unsealed(const QList<QByteArray> &entries, int &unreadable) const
{
    const EmergencyKeys keys = emergencyKeys(m_dataKey, m_header.vaultId);
    const SecretKey proof = deriveKey(m_dataKey, m_header.vaultId, "keywork waiting");
    QList<Unsealed> plain;
    for (const QByteArray &entry : entries) {
        QByteArray text(std::max<qsizetype>(0, entry.size() - qsizetype(crypto_box_SEALBYTES)), '\0');
        const bool opened = entry.size() > qsizetype(crypto_box_SEALBYTES)
            && crypto_box_seal_open(reinterpret_cast<unsigned char *>(text.data()),
                   reinterpret_cast<const unsigned char *>(entry.constData()), size_t(entry.size()), keys.publicKey.data(),
                   keys.secret.bytes().data())
                == 0;
        if (const auto one = opened ? withoutProof(proof, text) : std::nullopt)
            plain.append(*one);
        else
            ++unreadable;
    }
    return plain;
}

std::optional<Identity16> VaultFile::slotOf(const QString &name) const { return staffSlotOf(m_header, name); }

} // namespace keywork
