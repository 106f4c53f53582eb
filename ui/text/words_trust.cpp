// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_trust.h"

#include "core/domain/kinds.h"
#include "ui/text/say.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"

#include <QCoreApplication>
#include <QHash>
#include <QMap>
#include <QRegularExpression>
#include <numeric>

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

/// Between the two halves of a change the program was ended: which half holds.
QString unfinishedChange(const FileWarning &warning)
{
    if (warning.name.isEmpty())
        return say(QT_TRANSLATE_NOOP("words",
            "The program was ended while the recovery key was being replaced. The key until then still opens this file, the new one does "
            "not. Nothing is lost. Once a manager says on Today that this file goes on, please make another key; if the new one had opened "
            "the file before, an earlier head of it was put back."));
    return (
        warning.wasTakenAway ? say(QT_TRANSLATE_NOOP("words",
            "The program was ended while the way in of %1 was being taken away. Nobody gets in by it, and nothing is lost. It goes from "
            "the file once a manager says on Today that this file goes on."))
                             : say(QT_TRANSLATE_NOOP("words",
                                 "The program was ended while the password of %1 was being changed. The password until then still "
                                 "opens this file, the new one does not. Nothing is lost. Once a manager says on Today that this file "
                                 "goes on, %1 signs in with the password until then and chooses another; if the new one had opened "
                                 "the file before, an earlier head of it was put back.")))
        .arg(warning.name);
}

} // namespace

QString fileWarning(const FileWarning &warning)
{
    const QString entries = QString::number(warning.entries);
    if (warning.rescuedAt.isValid())
        return say(QT_TRANSLATE_NOOP("words",
                       "This file was damaged, and what could be read of it was rescued into another file on %1 at %2. Work goes on "
                       "there: please open that one. What is typed here is not in it. If you don't know where it is, ask the manager."))
            .arg(date(warning.rescuedAt.toLocalTime().date()), time(warning.rescuedAt.toLocalTime()));
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
        if (warning.entries == 0)
            return say(QT_TRANSLATE_NOOP("words",
                           "What this PC noted last, on %1 at %2, about who came and who looked at what, is missing in this file; nothing "
                           "that was saved is. The program was ended before it closed the file, and the end of its journal was damaged or "
                           "cut since. Tell the manager."))
                .arg(date(warning.seenAt.toLocalTime().date()), time(warning.seenAt.toLocalTime()));
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
        if (warning.isUnfinished)
            return unfinishedChange(warning);
        return warning.name.isEmpty()
            ? say(QT_TRANSLATE_NOOP(
                "words", "A recovery key that was replaced opens this file again, and the present one perhaps does not. Tell the manager."))
            : say(QT_TRANSLATE_NOOP("words",
                      "A password of %1 that was changed or taken away opens this file again: an earlier head of the file was put back. "
                      "Tell the manager."))
                  .arg(warning.name);
    case FileWarning::Kind::RowsOlder:
        return rowsOlder(warning.table, warning.rows.size());
    case FileWarning::Kind::PagesOlder:
        return say(QT_TRANSLATE_NOOP("words",
            "Parts of this file are not the ones that were written last: an earlier copy of some of it was put back, or the disk dropped "
            "a write. Tell the manager, who should go back to the last good backup."));
    case FileWarning::Kind::SealedUnreadable:
        if (warning.seenAt.isValid())
            return say(
                QT_TRANSLATE_NOOP("words",
                    "Entries that were sealed for this file and can't be read: %1. The file got a new data key on %2 at %3: what was "
                    "sealed before that, on another PC or in a folder that was synchronised later, opens with the earlier key alone. "
                    "It was put away where it lay, under a name that ends in “.unreadable”. Please ask whoever worked there what "
                    "they wrote down, and enter it again."))
                .arg(entries, date(warning.seenAt.toLocalTime().date()), time(warning.seenAt.toLocalTime()));
        return say(QT_TRANSLATE_NOOP("words", "Entries that were written while the file was locked and could not be read: %1."))
            .arg(entries);
    }
    return {};
}

namespace {

/// Empty where nothing is kept.
QString whereTyped(const AsidePlace &place)
{
    if (place.folder.isEmpty())
        return {};
    return u' '
        + (place.untilSwitchedOff ? say(QT_TRANSLATE_NOOP("words",
               "What is typed is kept sealed in %1, only until this PC is switched off, and comes back when this hostel's file is "
               "opened here before that."))
                                  : say(QT_TRANSLATE_NOOP("words",
                                      "What is typed is kept sealed in %1 and comes back when this hostel's file is opened here.")))
              .arg(place.folder);
}

} // namespace

QString takesNothing(const Error &error, const AsidePlace &place)
{
    if (error.kind == ErrorKind::NoRoom)
        return say(QT_TRANSLATE_NOOP("words",
                   "The disk is full. Everything can be read, emergency sheets printed, and referrals handed over to another disk; what "
                   "has to "
                   "stand in the history waits and joins by itself. Nothing else can be saved: what is typed stays in its form. Please "
                   "make room "
                   "on the disk, with files that are not Keywork's."))
            + (place.untilSwitchedOff ? whereTyped(place) : QString());
    if (error.kind != ErrorKind::FileGone)
        return words::error(error);
    return say(QT_TRANSLATE_NOOP("words",
               "Another file was put in the place of the one that is open, or it was moved or deleted. Nothing more is saved into it. "
               "Please "
               "call your manager before anything else is done with the file."))
        + whereTyped(place);
}

QString lockedWhile(const Error &error, const AsidePlace &place)
{
    return (error.kind == ErrorKind::NoRoom ? say(QT_TRANSLATE_NOOP("words", "Locked. The disk is full."))
                                            : say(QT_TRANSLATE_NOOP("words",
                                                "Locked. Another file stands in the place of the one that was open, or it was moved or "
                                                "deleted. Please call your manager.")))
        + whereTyped(place);
}

QString tableName(const QString &table)
{
    if (const RecordType *type = kindOf(table))
        return label(type->titleMany);
    if (table.startsWith(u"history"))
        return say(QT_TRANSLATE_NOOP("words", "History"));
    return table == u"draft" ? say(QT_TRANSLATE_NOOP("words", "Drafts")) : table;
}

QString whyLeft(const QString &reason)
{
    if (const RecordType *type = kindOf(reason))
        return label(type->titleMany);
    if (reason == u"search")
        return say(QT_TRANSLATE_NOOP("words", "What was found"));
    if (reason == u"timeline")
        return say(QT_TRANSLATE_NOOP("words", "Timeline"));
    return reason == u"history" ? say(QT_TRANSLATE_NOOP("words", "History")) : reason;
}

QStringList damageFound(const QStringList &lines)
{
    static const QRegularExpression loose(u"^row (\\S+) of (\\w+) refers to nothing in (\\w+)$"_s);
    constexpr qsizetype kShown = 100;
    QStringList sentences;
    QStringList others;
    bool isSearch = false;
    for (const QString &line : lines) {
        if (const auto found = loose.match(line); found.hasMatch())
            sentences.append(say(QT_TRANSLATE_NOOP("words", "“%1”, number %2 in the file, names something of “%3” that is not there."))
                                 .arg(tableName(found.captured(2)), found.captured(1), tableName(found.captured(3))));
        else if (line.startsWith(u"search index"))
            isSearch = true;
        else
            others.append(line);
    }
    if (isSearch)
        sentences.append(say(QT_TRANSLATE_NOOP("words", "The words of search don't fit the records: something may not be found.")));
    if (!others.isEmpty())
        sentences.append(say(QT_TRANSLATE_NOOP("words",
                                 "Places of the file that can't be read, or don't fit each other: %1. What stands "
                                 "there may be missing."))
                             .arg(others.size()));
    for (const QString &line : others.mid(0, kShown))
        sentences.append(say(QT_TRANSLATE_NOOP("words", "For technicians: %1")).arg(line.simplified()));
    return sentences;
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

namespace {

/// Each lost record that reads differently, at most so many.
QList<RescueSentence> lostSentences(const QList<LostRecord> &lost)
{
    constexpr qsizetype kNamed = 40;
    QStringList named;
    QHash<QString, int> times;
    for (const LostRecord &record : lost)
        if (const QString line = lostRecord(record); ++times[line] == 1)
            named.append(line);
    QList<RescueSentence> sentences;
    for (const QString &line : named.mid(0, kNamed)) {
        const int many = times.value(line);
        sentences.append(
            {many == 1 ? line : line + u" · "_s + say(QT_TRANSLATE_NOOP("words", "%1 of them")).arg(many), RescueSentence::Look::Soft});
    }
    if (named.size() > kNamed)
        sentences.append({say(QT_TRANSLATE_NOOP("words", "and %1 more")).arg(named.size() - kNamed), RescueSentence::Look::Soft});
    return sentences;
}

} // namespace

QList<RescueSentence> rescueSentences(const Rescued &rescued)
{
    using Look = RescueSentence::Look;
    QList<RescueSentence> sentences;
    const qint64 rows = std::accumulate(rescued.rowsOf.cbegin(), rescued.rowsOf.cend(), qint64(0));
    sentences.append({say(QT_TRANSLATE_NOOP("words", "Rows that were read: %1.")).arg(rows), Look::Strong});
    if (rescued.isComplete)
        sentences.append({say(QT_TRANSLATE_NOOP("words", "Nothing is missing as far as the history knows."))});
    for (auto table = rescued.placesLost.cbegin(); table != rescued.placesLost.cend(); ++table)
        sentences.append({say(QT_TRANSLATE_NOOP("words", "%1: places that could not be read: %2.")).arg(tableName(table.key())).arg(*table),
            Look::Problem});
    if (rescued.faults > 0)
        sentences.append({say(QT_TRANSLATE_NOOP("words",
                                  "The new file was checked and is not sound; faults: %1. Please keep the damaged one, and go back to the "
                                  "last good backup."))
                              .arg(rescued.faults),
            Look::Problem});
    else
        sentences.append({say(QT_TRANSLATE_NOOP("words", "The new file was checked: every page of it is in order."))});
    if (rescued.looseReferences > 0)
        sentences.append({say(QT_TRANSLATE_NOOP("words",
                                  "Places in the new file that name a record that is lost: %1. A check of the file will say so, too, until "
                                  "they are entered again."))
                              .arg(rescued.looseReferences),
            Look::Problem});
    if (!rescued.lost.isEmpty())
        sentences.append(
            {say(QT_TRANSLATE_NOOP("words", "Lost records: %1. Please write down whom they were about, and enter again what is known:"))
                    .arg(rescued.lost.size()),
                Look::Problem});
    return sentences + lostSentences(rescued.lost);
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
        return say(QT_TRANSLATE_NOOP("words", "At entry %1 the history says something else than the control number that was printed."))
            .arg(at);
    }
    return {};
}

} // namespace keywork::words
