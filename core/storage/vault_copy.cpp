// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/vault_copy.h"

#include "core/base/durable.h"
#include "core/base/partial_file.h"
#include "core/storage/query.h"

#include <QFile>
#include <QFileInfo>
#include <QMap>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

struct Sizes {
    QMap<QString, qint64> before;
    QMap<QString, qint64> after;

    /// Saves go on while a copy is made: it shows some moment between the two counts.
    bool allow(const QMap<QString, qint64> &copied) const
    {
        if (copied.size() != before.size())
            return false;
        for (auto table = copied.cbegin(); table != copied.cend(); ++table) {
            if (table.key() == u"draft") // comes and goes while people type
                continue;
            const qint64 one = before.value(table.key(), -1);
            const qint64 two = after.value(table.key(), -1);
            if (*table < std::min(one, two) || *table > std::max(one, two))
                return false;
        }
        return true;
    }
};

Error notTheSame(const char *what) { return {ErrorKind::Damaged, QString::fromLatin1(what), {}}; }

/// Each row is looked for in each of its indexes: with SQLite's 2 MB of pages the same ones are decrypted over and over.
Done keepMorePages(Database &database) { return run(database, u"PRAGMA cache_size = -65536"_s); } // KiB

Done writeEntry(Database &copy, const HistoryEntry &entry)
{
    Transaction transaction(copy);
    if (Done begun = transaction.begin(); !begun)
        return begun;
    if (const auto added = addHistory(copy, entry); !added)
        return added.error();
    return transaction.commit();
}

Result<VaultCopyMade> checked(VaultFile &copy, const QString &path, const VaultCopy &wanted, const Sizes &sizes)
{
    auto opened = Database::open(path, Protection::Vault, copy.historyKey(), Expect::Content);
    if (!opened)
        return opened.error();
    Database &database = **opened;
    if (wanted.shouldStop)
        database.stopWhen(wanted.shouldStop);
    if (Done roomy = keepMorePages(database); !roomy)
        return roomy.error();
    const auto problems = database.deepProblems();
    if (!problems)
        return problems.error();
    if (!problems->isEmpty())
        return notTheSame("copy has problems");
    const auto counts = rowCounts(database);
    if (!counts)
        return counts.error();
    if (!sizes.allow(*counts))
        return notTheSame("row counts");
    auto head = historyHead(database);
    if (!head)
        return head.error();
    if (wanted.wish.newDataKey)
        if (Done kept = keepHistoryKey(database, head->sequence, VaultFile::historyKeyOf(*wanted.seed)); !kept)
            return kept.error();
    if (wanted.entry) {
        if (Done written = writeEntry(database, *wanted.entry); !written)
            return written.error();
        head = historyHead(database);
        if (!head)
            return head.error();
    }
    Done noted = copy.change(database.handle(), [&](VaultHeader &header) -> Done {
        setAuditHead(header, uint64_t(head->sequence), head->mac);
        return {};
    });
    if (!noted)
        return noted.error();
    // Nothing may wait in a journal: it would not be renamed with the file.
    if (Done whole = database.makeSelfContained(); !whole)
        return whole.error();
    return VaultCopyMade{wanted.target, 0, *head};
}

Result<Sizes> vacuumInto(const VaultCopy &wanted, const QString &path, HistoryHead &headBefore)
{
    auto source = wanted.source();
    if (!source)
        return source.error();
    if (wanted.shouldStop)
        (*source)->stopWhen(wanted.shouldStop);
    if (wanted.rebuildsSearch)
        if (Done done = run(**source, u"INSERT INTO search_text (search_text) VALUES ('rebuild')"_s); !done)
            return done.error();
    Sizes sizes;
    auto before = rowCounts(**source);
    if (!before)
        return before.error();
    const auto head = historyHead(**source);
    if (!head)
        return head.error();
    headBefore = *head;
    if (wanted.shouldStop && wanted.shouldStop())
        return Error{ErrorKind::Cancelled, {}, {}};
    if (Done done = run(**source, u"VACUUM INTO ?"_s, {path}); !done)
        return done.error();
    auto after = rowCounts(**source);
    if (!after)
        return after.error();
    sizes.before = std::move(*before);
    sizes.after = std::move(*after);
    return sizes;
}

} // namespace

Result<QMap<QString, qint64>> rowCounts(const Database &database)
{
    const auto tables = tablesOf(database);
    if (!tables)
        return tables.error();
    QMap<QString, qint64> counts;
    for (const QString &table : *tables) {
        const auto count = valueOf(database, u"SELECT count(*) FROM "_s + quoted(table));
        if (!count)
            return count.error();
        counts.insert(table, count->toLongLong());
    }
    return counts;
}

Result<VaultCopyMade> copyVault(const VaultCopy &wanted)
{
    if (!wanted.mayReplace && QFileInfo::exists(wanted.target))
        return Error{ErrorKind::AlreadyExists, {}, {}};
    const PartialFile partial(wanted.target);
    std::optional<VaultCopyMade> made;
    {
        auto copy = VaultFile::createCopy(partial.path(), *wanted.seed, wanted.wish);
        if (!copy)
            return copy.error();
        HistoryHead head;
        const auto sizes = vacuumInto(wanted, partial.path(), head);
        if (!sizes)
            return sizes.error();
        auto good = checked(**copy, partial.path(), wanted, *sizes);
        if (!good)
            return good;
        if (good->head.sequence < head.sequence)
            return notTheSame("history head");
        made = *good;
    }
    if (Done synced = syncFile(partial.path()); !synced)
        return synced.error();
    made->bytes = QFileInfo(partial.path()).size();
    if (!wanted.mayReplace && QFileInfo::exists(wanted.target)) // somebody else's since
        return Error{ErrorKind::AlreadyExists, {}, {}};
    if (Done placed = replaceFile(partial.path(), wanted.target); !placed)
        return placed.error();
    return *made;
}

} // namespace keywork
