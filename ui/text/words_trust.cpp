// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_trust.h"

#include "core/domain/kinds.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QMap>

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {
QString say(const char *text) { return QCoreApplication::translate("words", text); }
} // namespace

QString fileWarning(const FileWarning &warning)
{
    const QString entries = QString::number(warning.entries);
    switch (warning.kind) {
    case FileWarning::Kind::EntriesMissing:
        if (warning.knownHere && warning.seenAt.isValid())
            return say(QT_TRANSLATE_NOOP("words",
                           "This file is older than the one this PC saw on %1: entries of its history that are missing: %2. "
                           "Was a backup put back? Tell the manager."))
                .arg(date(warning.seenAt.toLocalTime().date()), entries);
        return say(
            QT_TRANSLATE_NOOP("words", "The end of this file's history is missing; entries that its header knows: %1. Tell the manager."))
            .arg(entries);
    case FileWarning::Kind::OtherHistory:
        return warning.knownHere
            ? say(QT_TRANSLATE_NOOP("words", "This file's history is not the one this PC has seen. Tell the manager before you go on."))
            : say(
                QT_TRANSLATE_NOOP("words", "This file's history was changed behind its header's back. Tell the manager before you go on."));
    case FileWarning::Kind::Damaged:
        return say(QT_TRANSLATE_NOOP("words",
            "This file is damaged: some of what is in it can't be read. Nothing more is lost by going on, but a manager should go back to "
            "the last good backup, or rescue what can be read, as soon as possible."));
    case FileWarning::Kind::HistoryChanged:
        return say(
            QT_TRANSLATE_NOOP("words", "This file's history is not as it was written; places: %1. A manager should check it under Audit."))
            .arg(entries);
    case FileWarning::Kind::SavesMissing:
        return say(
            QT_TRANSLATE_NOOP("words",
                "Saves that this PC confirmed and that are missing in this file: %1; the last was on %2 at %3. The program was ended "
                "before it closed the file, and the end of its journal was damaged or cut since; after a power cut, perhaps the "
                "disk had not kept what it said it kept. Please write them down again: what was typed for them may still stand "
                "under “Not saved” below. Tell the manager."))
            .arg(entries, date(warning.seenAt.toLocalTime().date()), time(warning.seenAt.toLocalTime()));
    case FileWarning::Kind::HeaderOlder:
        return say(QT_TRANSLATE_NOOP("words",
            "The head of this file is older than the rest of it: an earlier copy was put over it. Passwords and ways in may be those of "
            "before. Tell the manager before you go on."));
    case FileWarning::Kind::SlotOlder:
        return warning.name.isEmpty()
            ? say(QT_TRANSLATE_NOOP(
                "words", "A recovery key that was replaced opens this file again, and the present one perhaps does not. Tell the manager."))
            : say(QT_TRANSLATE_NOOP("words",
                      "A password of %1 that was changed or taken away opens this file again: an earlier head of the file was put back, or "
                      "the program was ended while the password was being changed. Tell the manager."))
                  .arg(warning.name);
    case FileWarning::Kind::RowsOlder:
        return rowsOlder(warning.table, warning.rows.size());
    case FileWarning::Kind::PagesOlder:
        return say(QT_TRANSLATE_NOOP("words",
            "Parts of this file are not the ones that were written last: an earlier copy of some of it was put back, or the disk dropped "
            "a write. Tell the manager, who should go back to the last good backup."));
    case FileWarning::Kind::SealedUnreadable:
        return say(QT_TRANSLATE_NOOP("words", "Entries that were written while the file was locked and could not be read: %1."))
            .arg(entries);
    }
    return {};
}

QString tableName(const QString &table)
{
    if (const RecordType *type = kindOf(table))
        return label(type->titleMany);
    if (table.startsWith(u"history"))
        return say(QT_TRANSLATE_NOOP("words", "History"));
    return table == u"draft" ? say(QT_TRANSLATE_NOOP("words", "Drafts")) : table;
}

QString rowsOlder(const QString &table, qsizetype records)
{
    return say(QT_TRANSLATE_NOOP("words",
                   "“%1” in this file are not what the history last said of them; records: %2. An earlier copy of a part of the file was "
                   "put back, or the disk dropped a write. Go by the history until a manager has looked at them."))
        .arg(tableName(table), QString::number(records));
}

QStringList rowsOlder(const QList<RowFinding> &rows)
{
    QMap<QString, qsizetype> tables;
    for (const RowFinding &row : rows)
        ++tables[row.table];
    QStringList lines;
    for (auto table = tables.cbegin(); table != tables.cend(); ++table)
        lines.append(rowsOlder(table.key(), *table));
    return lines;
}

QStringList pagesFound(const PagesFound &pages)
{
    QStringList lines;
    if (pages.anchor == PagesFound::Anchor::Differs)
        lines.append(fileWarning({FileWarning::Kind::PagesOlder, false, 1, {}}));
    if (pages.anchor == PagesFound::Anchor::WriteWasCut)
        lines.append(say(QT_TRANSLATE_NOOP("words",
            "The program was ended while it wrote to this file. Whether each part of it is the last one could not be told this time: every "
            "record was held against the history instead. From the next check on it can.")));
    if (pages.behindEnd > 0)
        lines.append(say(QT_TRANSLATE_NOOP("words", "Bytes behind the end of the file that belong to nothing: %1.")).arg(pages.behindEnd));
    return lines;
}

QString lostRecord(const LostRecord &record)
{
    const RecordType *type = kindOf(record.kind);
    const QString what = type ? label(type->title) : record.kind;
    return what + u" · "_s + (record.resident.isEmpty() ? u'#' + QString::number(record.record) : record.resident);
}

QString headCopies(HeadCopies copies)
{
    switch (copies) {
    case HeadCopies::Whole:
        break;
    case HeadCopies::Mended:
        return say(QT_TRANSLATE_NOOP("words",
            "One of the two copies of this file's head was damaged and has been written anew. Nothing is lost. If it happens again, "
            "the disk may be failing."));
    case HeadCopies::Broken:
        return say(QT_TRANSLATE_NOOP("words",
            "One of the two copies of this file's head is damaged and could not be written anew here. Nothing is lost as long as the "
            "other one is whole."));
    }
    return {};
}

QString clockJump(const ClockJump &jump)
{
    return say(QT_TRANSLATE_NOOP("words", "Before entry %1 the clock was set back, from %2 to %3 (UTC). The order of the entries holds."))
        .arg(QString::number(jump.sequence), moment(jump.from), moment(jump.to));
}

QString onlyTheHistory()
{
    return say(QT_TRANSLATE_NOOP("words",
        "This read the history alone: who did what and when. The records themselves and the pages of the file were not read; "
        "“Check the file” under Backups does that, or “keywork check --deep”."));
}

QString clockBehind(const Clock &clock)
{
    return say(QT_TRANSLATE_NOOP("words",
                   "This PC's clock says %1, but something was written down at %2 already. Please put the clock right. Until then "
                   "nothing that had ended by then holds again."))
        .arg(moment(clock.local(clock.now())), moment(clock.local(clock.latest())));
}

QString auditFinding(const HistoryFinding &finding)
{
    const QString at = QString::number(finding.sequence);
    switch (finding.kind) {
    case HistoryFinding::Kind::Missing:
        return say(QT_TRANSLATE_NOOP("words", "Entry %1 was taken out.")).arg(at);
    case HistoryFinding::Kind::Changed:
        return say(QT_TRANSLATE_NOOP("words", "Entry %1 was changed, put in or moved.")).arg(at);
    case HistoryFinding::Kind::WordsChanged:
        return say(QT_TRANSLATE_NOOP("words", "What entry %1 says was changed.")).arg(at);
    case HistoryFinding::Kind::WordsMissing:
        return say(QT_TRANSLATE_NOOP("words", "What entry %1 said is gone, and no erasure accounts for it.")).arg(at);
    case HistoryFinding::Kind::TailMissing:
        return say(QT_TRANSLATE_NOOP("words", "The history once reached entry %1 and does not any more.")).arg(at);
    case HistoryFinding::Kind::OtherHead:
        return say(QT_TRANSLATE_NOOP("words", "At entry %1 the history says something else than what was sealed.")).arg(at);
    }
    return {};
}

} // namespace keywork::words
