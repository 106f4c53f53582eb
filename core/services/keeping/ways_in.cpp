// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/ways_in.h"

#include "core/domain/staff.h"
#include "core/services/house/accounts.h"
#include "core/storage/database.h"
#include "core/storage/history.h"
#include "core/storage/query.h"
#include "core/storage/rows_against_history.h"
#include "core/vault/vault_file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

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
    // From the end: the file was closed a few entries ago, or somebody signed in a few hundred ago.
    Query query(database,
        u"SELECT c.changes FROM history h JOIN history_content c ON c.sequence = h.sequence WHERE h.kind = '' "
        "AND h.action IN ('signed_in', 'locked', 'signed_out', 'recovered', 'file_accepted') ORDER BY h.sequence DESC LIMIT 4"_s);
    if (Done done = query.run(); !done)
        return done.error();
    HeaderSaid said;
    for (bool isLast = true; query.next(); isLast = false) {
        const QJsonObject changes = QJsonDocument::fromJson(query.text(0).toUtf8()).object();
        if (changes.value(kFile).toString() != file)
            continue;
        said.generation = std::max(said.generation, changes.value(kGeneration).toInteger());
        said.isOlder = said.isOlder || (isLast && changes.value(kOlder).toBool());
    }
    if (Done done = query.finished(); !done)
        return done.error();
    return said;
}

/// Each slot that somebody's entries name: whose it was, and whether it still is.
struct SlotSaid {
    qint64 staff = 0;
    bool isPresent = false;
};
using SlotsSaid = QHash<QString, SlotSaid>;

Result<SlotsSaid> slotsSaid(const Database &database, qint64 only = 0)
{
    Query query(database,
        u"SELECT h.record, c.changes FROM history h JOIN history_content c ON c.sequence = h.sequence WHERE h.kind = 'staff' "
        "AND h.action IN ('added', 'changed')"_s
            + (only > 0 ? u" AND h.record = "_s + QString::number(only) : QString()) + u" ORDER BY h.sequence"_s);
    if (Done done = query.run(); !done)
        return done.error();
    SlotsSaid said;
    while (query.next()) {
        const QJsonArray pair = QJsonDocument::fromJson(query.text(1).toUtf8()).object().value(u"key_slot"_s).toArray();
        if (pair.size() != 2)
            continue;
        if (const QString before = pair.at(0).toString(); !before.isEmpty())
            said[before] = {query.number(0), false};
        if (const QString after = pair.at(1).toString(); !after.isEmpty())
            said[after] = {query.number(0), true};
    }
    if (Done done = query.finished(); !done)
        return done.error();
    return said;
}

Result<QString> nameOf(const Database &database, qint64 staff)
{
    const auto name = valueOf(database, u"SELECT name FROM staff WHERE id = ?"_s, {staff});
    return name ? Result<QString>(name->toString()) : name.error();
}

Result<QList<FileWarning>> oldSlots(const Database &database, const VaultFile &vault)
{
    const auto said = slotsSaid(database);
    if (!said)
        return said.error();
    QList<FileWarning> doubts;
    for (const KeySlot &slot : vault.header().slots) {
        const auto known = said->constFind(Accounts::slotText(slot.slotId));
        if (slot.use != KeySlot::Use::Staff || known == said->cend() || known->isPresent)
            continue;
        const auto name = nameOf(database, known->staff);
        if (!name)
            return name.error();
        FileWarning doubt{FileWarning::Kind::SlotOlder, false, 1, {}};
        doubt.name = *name;
        doubt.staff = known->staff;
        doubt.slot = known.key();
        doubts.append(doubt);
    }
    return doubts;
}

/// The slot of a recovery key in the header, when the history says that another one was made last.
Result<QString> oldRecoveryKey(const Database &database, const VaultFile &vault)
{
    const auto words = valueOf(database,
        u"SELECT c.changes FROM history h JOIN history_content c ON c.sequence = h.sequence WHERE h.kind = 'recovery_key' "
        "AND h.record = 0 ORDER BY h.sequence DESC LIMIT 1"_s);
    if (!words)
        return words.error();
    const QString said = QJsonDocument::fromJson(words->toString().toUtf8()).object().value(u"slot"_s).toString();
    for (const KeySlot &slot : vault.header().slots)
        if (const QString id = Accounts::slotText(slot.slotId); slot.use == KeySlot::Use::Recovery && !said.isEmpty() && id != said)
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
        doubts->append(doubt);
    }
    const qint64 present = qint64(vault.header().generation);
    if (present < said->generation || said->isOlder)
        doubts->prepend({FileWarning::Kind::HeaderOlder, false, std::max<qint64>(1, said->generation - present), {}});
    return doubts;
}

Result<Arriving> arriving(const Database &database, const KeptRow &member, const QString &slot)
{
    Arriving who{member};
    const auto says = whatHistorySays(database, recordType<Staff>(), member.id);
    const auto said = says ? slotsSaid(database, member.id) : Result<SlotsSaid>(says.error());
    const auto taken = said ? wasTakenAway(database, member.id) : Result<bool>(said.error());
    if (!taken) // what can't be read any more decides nothing
        return taken.error().kind == ErrorKind::Damaged ? Result<Arriving>(who) : taken.error();
    const auto known = said->constFind(slot);
    who.wasReplaced = known != said->cend() && !known->isPresent;
    who.wasTakenAway = *taken;
    if (member.version >= says->version)
        return who;
    for (auto told = says->values.cbegin(); told != says->values.cend(); ++told)
        who.row.row.set(told.key(), told->isDouble() ? QVariant(told->toInteger()) : told->toVariant());
    if (says->withdrawn.value_or(false) && !member.withdrawnAt)
        who.row.withdrawnAt = member.createdAt;
    return who;
}

Result<bool> wasTakenAway(const Database &database, qint64 staff)
{
    const auto last = valueOf(database,
        u"SELECT action FROM history WHERE kind = 'staff' AND record = ? AND action IN ('password_set', 'access_removed') "
        "ORDER BY sequence DESC LIMIT 1"_s,
        {staff});
    return last ? Result<bool>(last->toString() == u"access_removed") : last.error();
}

} // namespace keywork
