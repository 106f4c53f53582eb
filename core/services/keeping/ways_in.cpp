// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/ways_in.h"

#include "core/domain/staff.h"
#include "core/services/house/accounts.h"
#include "core/storage/database.h"
#include "core/storage/rows_against_history.h"
#include "core/storage/ways_in_history.h"
#include "core/vault/vault_file.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kFile = u"header_of"_s;
const QString kGeneration = u"generation"_s;
const QString kOlder = u"older_header"_s;

QString fileOf(const VaultFile &vault)
{
    const Identity16 &id = vault.header().fileId;
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(id.data()), qsizetype(id.size())).toHex());
}

struct HeaderSaid {
    qint64 generation = 0; ///< the newest of this very file; 0: none was told of
    bool isOlder = false; ///< the last who came or went found an earlier one
};

Result<HeaderSaid> headerSaid(const Database &database, const QString &file)
{
    const auto last = lastComings(database);
    if (!last)
        return last.error();
    HeaderSaid said;
    for (const QJsonObject &coming : *last) {
        if (coming.value(kFile).toString() != file)
            continue;
        said.generation = std::max(said.generation, coming.value(kGeneration).toInteger());
        said.isOlder = said.isOlder || (coming == last->first() && coming.value(kOlder).toBool());
    }
    return said;
}

std::optional<SlotSaid> knownAs(const QList<SlotSaid> &said, const QString &slot)
{
    const auto found = std::find_if(said.cbegin(), said.cend(), [&](const SlotSaid &one) { return one.slot == slot; });
    return found == said.cend() ? std::nullopt : std::optional(*found);
}

bool isInHeader(const VaultFile &vault, const QString &slot)
{
    const auto &slots = vault.header().slots;
    return std::any_of(slots.begin(), slots.end(),
        [&](const KeySlot &one) { return one.use != KeySlot::Use::Free && Accounts::slotText(one.slotId) == slot; });
}

/// Whether the slot that the history has for a member by now reached the header.
bool hasPresentSlot(const QList<SlotSaid> &said, qint64 staff, const VaultFile &vault)
{
    return std::any_of(said.cbegin(), said.cend(),
        [&](const SlotSaid &one) { return one.staff == staff && one.isPresent && isInHeader(vault, one.slot); });
}

Result<QList<FileWarning>> oldSlots(const Database &database, const VaultFile &vault)
{
    const auto said = slotsSaid(database);
    if (!said)
        return said.error();
    QList<FileWarning> doubts;
    for (const KeySlot &slot : vault.header().slots) {
        const auto known = slot.use == KeySlot::Use::Staff ? knownAs(*said, Accounts::slotText(slot.slotId)) : std::nullopt;
        if (!known || known->isPresent)
            continue;
        const auto name = nameOfStaff(database, known->staff);
        const auto taken = name ? wasTakenAway(database, known->staff) : Result<bool>(name.error());
        if (!taken)
            return taken.error();
        FileWarning doubt{FileWarning::Kind::SlotOlder, false, 1, {}};
        doubt.name = *name;
        doubt.staff = known->staff;
        doubt.slot = known->slot;
        doubt.wasTakenAway = *taken;
        doubt.isUnfinished = !hasPresentSlot(*said, known->staff, vault);
        doubts.append(doubt);
    }
    return doubts;
}

/// The slot of a recovery key in the header, when the history says that another one was made last.
Result<QString> oldRecoveryKey(const Database &database, const VaultFile &vault)
{
    const auto said = recoverySlotSaid(database);
    if (!said)
        return said;
    for (const KeySlot &slot : vault.header().slots)
        if (const QString id = Accounts::slotText(slot.slotId); slot.use == KeySlot::Use::Recovery && !said->isEmpty() && id != *said)
            return id;
    return QString();
}

} // namespace

QJsonObject headerNow(const VaultFile &vault, bool isOlder)
{
    QJsonObject now{{kFile, fileOf(vault)}, {kGeneration, qint64(vault.header().generation)}};
    if (isOlder)
        now.insert(kOlder, true);
    return now;
}

Result<qint64> generationSaid(const Database &database, const VaultFile &vault)
{
    const auto said = headerSaid(database, fileOf(vault));
    return said ? Result<qint64>(said->generation) : said.error();
}

Result<QList<FileWarning>> headerDoubts(const Database &database, const VaultFile &vault)
{
    const auto said = headerSaid(database, fileOf(vault));
    if (!said)
        return said.error();
    auto doubts = oldSlots(database, vault);
    if (!doubts)
        return doubts;
    const auto recovery = oldRecoveryKey(database, vault);
    if (!recovery)
        return recovery.error();
    if (!recovery->isEmpty()) {
        FileWarning doubt{FileWarning::Kind::SlotOlder, false, 1, {}};
        doubt.slot = *recovery;
        doubt.isUnfinished = true;
        doubts->append(doubt);
    }
    const qint64 present = qint64(vault.header().generation);
    const bool isOlder = present < said->generation || said->isOlder;
    // The history is told of a change before the header is: where this is no earlier header, the change did not reach it.
    for (FileWarning &doubt : *doubts)
        doubt.isUnfinished = doubt.isUnfinished && !isOlder;
    if (isOlder)
        doubts->prepend({FileWarning::Kind::HeaderOlder, false, std::max<qint64>(1, said->generation - present), {}});
    return doubts;
}

Result<Arriving> arriving(const Database &database, const KeptRow &member, const QString &slot)
{
    Arriving who{member};
    const auto says = whatHistorySays(database, recordType<Staff>(), member.id);
    const auto said = says ? slotsSaid(database, member.id) : Result<QList<SlotSaid>>(says.error());
    const auto taken = said ? wasTakenAway(database, member.id) : Result<bool>(said.error());
    if (!taken) // what can't be read any more decides nothing
        return taken.error().kind == ErrorKind::Damaged ? Result<Arriving>(who) : taken.error();
    const auto known = knownAs(*said, slot);
    who.wasReplaced = known && !known->isPresent;
    who.wasTakenAway = *taken;
    if (member.version >= says->version)
        return who;
    for (auto told = says->values.cbegin(); told != says->values.cend(); ++told)
        who.row.row.set(told.key(), told->isDouble() ? QVariant(told->toInteger()) : told->toVariant());
    if (says->withdrawn.value_or(false) && !member.withdrawnAt)
        who.row.withdrawnAt = member.createdAt;
    return who;
}

} // namespace keywork
