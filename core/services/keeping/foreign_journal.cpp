// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/foreign_journal.h"

#include "core/services/keeping/private_copy.h"
#include "core/storage/database.h"
#include "core/vault/journal_check.h"
#include "core/vault/vault_file.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

enum class With { Journal, Nothing };
enum class State { Whole, Torn, Unknown };

/// What an error of SQLite says of the pages.
State stateAfter(const Error &error) { return error.kind == ErrorKind::Damaged ? State::Torn : State::Unknown; }

/// Torn: each page of the file can be read, and what is read does not go together. A page that can't be read is another
/// trouble than this one.
State stateOf(const QString &path, const VaultFile &vault, With with)
{
    const auto copy = PrivateCopy::of(path, QFileInfo(path).absolutePath());
    if (!copy)
        return State::Unknown;
    if (with == With::Nothing)
        QFile::remove(copy->path() + u"-wal"_s);
    const auto opened = VaultFile::unlockWithSeed(copy->path(), *vault.seed());
    if (!opened)
        return State::Unknown;
    const auto database = Database::open(copy->path(), Protection::Vault, (*opened)->historyKey(), Expect::Content);
    if (!database)
        return stateAfter(database.error());
    const auto unreadable = (*database)->unreadablePages();
    if (!unreadable || *unreadable > 0)
        return State::Unknown;
    const auto problems = (*database)->problems();
    if (!problems)
        return stateAfter(problems.error());
    return problems->isEmpty() ? State::Whole : State::Torn;
}

/// A journal that is cut or broken in itself, or that ends before the file does, is no newer one: it is the file's own, and the
/// file has got all of it that it needs.
bool isDamagedInItself(const QString &path, const VaultFile &vault)
{
    const auto copy = PrivateCopy::of(path, QFileInfo(path).absolutePath());
    const auto opened = copy ? VaultFile::unlockWithSeed(copy->path(), *vault.seed()) : Result<std::unique_ptr<VaultFile>>(copy.error());
    if (!opened)
        return false;
    const QFileInfo file(copy->path());
    const auto journal = journalOf(QFile::encodeName(file.canonicalFilePath()).toStdString());
    return journal && (journal->breaksOff || journal->pages < (file.size() - kDataOffset) / kPage);
}

} // namespace

Done checkJournalFits(const QString &path, const VaultFile &vault)
{
    if (QFileInfo(path + u"-wal"_s).size() == 0)
        return {};
    // Looked at twice: a disk that failed once must not keep anybody out.
    const bool isForeign = stateOf(path, vault, With::Journal) == State::Torn && stateOf(path, vault, With::Nothing) == State::Whole
        && stateOf(path, vault, With::Journal) == State::Torn;
    if (!isForeign)
        return {};
    return notNow(isDamagedInItself(path, vault) ? NotNow::DamagedJournal : NotNow::ForeignJournal);
}

} // namespace keywork
