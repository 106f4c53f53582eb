// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/open_hostel_parts.h"
#include "core/services/keeping/ways_in.h"
#include "core/storage/rows_against_history.h"
#include "core/storage/ways_in_history.h"

#include <QMap>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QList<FileWarning> byTable(const QList<RowFinding> &rows)
{
    QMap<QString, FileWarning> tables;
    for (const RowFinding &row : rows) {
        FileWarning &warning = tables[row.table];
        warning.kind = FileWarning::Kind::RowsOlder;
        warning.table = row.table;
        warning.rows.append(row);
        warning.entries = warning.rows.size();
    }
    return tables.values();
}

} // namespace

Result<FileCheck> damageIn(const Error &error)
{
    // SQLITE_IOERR_READ, _SHORT_READ, _CORRUPTFS: sectors that can't be read.
    const bool isUnreadable = error.detail == u"sqlite 266" || error.detail == u"sqlite 522" || error.detail == u"sqlite 8458";
    return error.kind == ErrorKind::Damaged || isUnreadable ? Result<FileCheck>(FileCheck{{error.detail}, {}}) : error;
}

Result<FileCheck> readThrough(const Database &database, const QStringList &damage, const QList<HistoryHead> &known)
{
    const auto history = verifyHistory(database, known);
    if (!history)
        return damageIn(history.error());
    FileCheck found{damage, history->findings, history->jumps};
    if (!damage.isEmpty()) // pages that can't be read make rows that are not there
        return found;
    auto rows = rowsAgainstHistory(database);
    if (!rows)
        return damageIn(rows.error());
    const auto pages = database.checkPages();
    if (!pages)
        return damageIn(pages.error());
    found.rows = std::move(*rows);
    found.pages = *pages;
    if (found.isWhole() && pages->anchor != PagesFound::Anchor::Fits)
        Q_UNUSED(bool(database.anchorPages())); // at the next check, if not now
    return found;
}

QList<FileWarning> warningsOf(const FileCheck &found)
{
    QList<FileWarning> warnings;
    if (!found.damage.isEmpty())
        warnings.append({FileWarning::Kind::Damaged, false, found.damage.size(), {}});
    if (!found.history.isEmpty())
        warnings.append({FileWarning::Kind::HistoryChanged, false, found.history.size(), {}});
    warnings += byTable(found.rows);
    if (!found.pages.isWhole())
        warnings.append({FileWarning::Kind::PagesOlder, false, 1, {}});
    return warnings;
}

std::optional<FileWarning> savesMissing(const Database &database, const SaveMark::Marked &marked, qint64 present)
{
    if (marked.sequence <= present) {
        const auto standing = historyAt(database, marked.sequence);
        if (!standing || standing->mac == marked.mac)
            return {};
        return FileWarning{FileWarning::Kind::OtherHistory, true, 1, marked.at};
    }
    const auto lost = std::count_if(marked.saves.cbegin(), marked.saves.cend(), [&](qint64 save) { return save > present; });
    return FileWarning{FileWarning::Kind::SavesMissing, true, qint64(lost), marked.at};
}

Done OpenHostel::lookAtRows()
{
    const Database &database = *m_parts->database;
    const auto rows = decisionsAgainstHistory(database);
    const auto header = rows ? headerDoubts(database, *m_parts->vault) : Result<QList<FileWarning>>(rows.error());
    if (header) {
        m_warnings += byTable(*rows) + *header;
        return {};
    }
    // A file that is damaged there opens all the same, and says so.
    const auto damage = damageIn(header.error());
    if (!damage)
        return damage.error();
    m_warnings += warningsOf(*damage);
    return {};
}

bool OpenHostel::hasWarning(FileWarning::Kind kind) const
{
    return std::any_of(m_warnings.cbegin(), m_warnings.cend(), [&](const FileWarning &warning) { return warning.kind == kind; });
}

void OpenHostel::markSaves()
{
    Parts &parts = *m_parts;
    parts.database->whenCommitted({});
    parts.mark.reset();
    if (m_session->isLookOnly() || isDoubtful()) // what this PC knows of a newer file stays known
        return;
    const auto &id = parts.vault->header().vaultId;
    parts.mark = SaveMark::begin(parts.seen.markPath({reinterpret_cast<const char *>(id.data()), qsizetype(id.size())}));
    if (parts.mark)
        parts.database->whenCommitted(
            [&parts](qint64 sequence, const QByteArray &mac, bool isSave) { parts.mark->keep(sequence, mac, parts.clock->now(), isSave); });
}

/// A way in that should be gone goes; a password that was changed before is the one that holds, and is changed first thing.
Done OpenHostel::acceptSlot(const FileWarning &doubt)
{
    AllServices &all = *m_parts->all;
    if (doubt.staff == 0)
        return all.records.note(HistoryAction::PasswordSet, u"recovery_key"_s, 0, 0, {{u"recovery_key"_s, true}, {u"slot"_s, doubt.slot}});
    const auto taken = wasTakenAway(*m_parts->database, doubt.staff);
    if (!taken)
        return taken.error();
    return all.accounts.settleSlot(Id<Staff>{doubt.staff}, doubt.slot, *taken);
}

Done OpenHostel::acceptDoubts()
{
    AllServices &all = *m_parts->all;
    QList<RowFinding> rows;
    for (const FileWarning &warning : std::as_const(m_warnings))
        rows += warning.rows;
    const Done accepted = all.records.together([&]() -> Done {
        if (Done done = acceptRows(*m_parts->database, rows, m_session->staff().value, m_parts->clock->now()); !done)
            return done;
        return all.records.note(HistoryAction::FileAccepted, {}, 0, 0, headerNow(*m_parts->vault));
    });
    if (!accepted)
        return accepted;
    for (const FileWarning &warning : std::as_const(m_warnings))
        if (warning.kind == FileWarning::Kind::SlotOlder)
            if (Done settled = acceptSlot(warning); !settled)
                return settled;
    if (hasWarning(FileWarning::Kind::PagesOlder)) {
        if (Done cut = m_parts->database->cutStrayBytes(); !cut)
            return cut;
        if (Done anchored = m_parts->database->anchorPages(); !anchored)
            return anchored;
    }
    if (m_lastCheck) {
        m_lastCheck->rows.clear();
        m_lastCheck->pages = {};
    }
    return {};
}

} // namespace keywork
