// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/domain/kinds.h"
#include "core/domain/person.h"
#include "core/record/row_changes.h"
#include "core/services/records/records.h"
#include "core/services/records/waiting.h"
#include "core/storage/database.h"
#include "core/storage/history_reading.h"
#include "core/storage/number_series.h"
#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kBetweenTriesMs = 5000; // what waits is written again as a whole, which takes its time

/// What people saw, and how they came and went: reading goes on whether or not it can be noted at once.
bool mayWait(HistoryAction action)
{
    switch (action) {
    case HistoryAction::SignedIn:
    case HistoryAction::Recovered:
    case HistoryAction::Locked:
    case HistoryAction::SignedOut:
    case HistoryAction::SignInFailed:
    case HistoryAction::Viewed:
    case HistoryAction::Searched:
    case HistoryAction::BackedUp:
    case HistoryAction::BackupFailed:
    case HistoryAction::Verified:
    case HistoryAction::OpenedElsewhereNewer:
    case HistoryAction::BackupOpened:
    case HistoryAction::HistoryRead:
        return true;
    default:
        return false;
    }
}

/// Rows that were given another id since point where those went that they name.
void pointAgain(Row &row, const QHash<QPair<QString, qint64>, qint64> &moved)
{
    for (const Field &field : row.type->fields) {
        const QString column = QString::fromLatin1(field.column);
        const auto other
            = field.refers ? moved.constFind({QString::fromLatin1(field.refers), row.value(column).toLongLong()}) : moved.constEnd();
        if (other != moved.constEnd())
            row.set(column, *other);
    }
}

/// Whom they looked for may have been erased since: the words that were on file then went with them.
HistoryEntry withoutErasedWords(HistoryEntry entry, const QDateTime &erased)
{
    if (entry.kind == kSearchEntries && erased.isValid() && entry.at <= erased)
        entry.changes = {};
    return entry;
}

/// What can't be written any more, since what it names is gone, as opposed to a file that takes nothing.
bool canNeverBe(const Error &error)
{
    return error.kind == ErrorKind::DoesNotFit || error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Conflict;
}

} // namespace

Done Records::note(HistoryAction action, const QString &kind, qint64 record, qint64 person, const QJsonObject &about)
{
    HistoryEntry entry;
    entry.at = m_clock.now();
    entry.by = m_session.staff().value;
    entry.action = action;
    entry.kind = kind;
    entry.record = record;
    entry.person = person;
    entry.changes = about;
    const auto write = [&]() -> Done {
        const auto sequence = keepEntry(entry);
        m_waiting->running.append({entry, false});
        return sequence ? Done() : Done(sequence.error());
    };
    if (m_depth > 0 || !mayWait(action))
        return together(write);
    const WaitingCommit commit{newWaitingId(), {{entry, false}}, false};
    if (m_session.isLookOnly()) { // the copy goes; what was seen of it is told to the file
        Q_UNUSED(keepForLater(commit, Later::Always));
        return {};
    }
    const bool triedJustNow = !m_waiting->commits.isEmpty() && !m_waiting->sinceTried.hasExpired(kBetweenTriesMs);
    const Done noted = triedJustNow ? Done(Error{ErrorKind::NoRoom, {}, {}}) : together(write);
    if (noted || !isForLater(noted.error().kind))
        return noted;
    Q_UNUSED(keepForLater(commit, Later::Always));
    return {};
}

Done Records::togetherOrLater(Later later, const std::function<Done()> &body)
{
    if (m_depth > 0)
        return body();
    const Done done = together(body);
    const QList<WaitingEntry> unkept = std::exchange(m_waiting->unkept, {});
    if (done || !isForLater(done.error().kind) || unkept.isEmpty())
        return done;
    return keepForLater({newWaitingId(), unkept, false}, later) ? Done() : done;
}

void Records::afterCommit(std::function<void()> body)
{
    if (m_depth > 0)
        m_afterCommit.append(std::move(body));
    else
        body();
}

qsizetype Records::waiting() const { return m_waiting->commits.size(); }

bool Records::keepForLater(const WaitingCommit &commit, Later later)
{
    if (std::any_of(commit.entries.cbegin(), commit.entries.cend(),
            [](const WaitingEntry &waiting) { return waiting.writesRow && !mayWaitAsRow(waiting); }))
        return false;
    sealWaiting(); // in its order
    const bool sealed = m_seal && m_seal(plainOf(commit), later);
    if (!sealed && later == Later::Sealed)
        return false;
    if (m_session.isLookOnly())
        return true;
    const bool isFirst = m_waiting->commits.isEmpty();
    m_waiting->commits.append({commit.id, commit.entries, sealed});
    m_waiting->sinceTried.start();
    if (isFirst)
        m_notifier.announce({{u"file"_s, 0, 0}});
    return true;
}

void Records::sealWaiting()
{
    for (WaitingCommit &commit : m_waiting->commits)
        commit.isSealed = commit.isSealed || (m_seal && m_seal(plainOf(commit), Later::Always));
}

QList<QByteArray> Records::unsealedWaiting() const
{
    QList<QByteArray> unsealed;
    for (const WaitingCommit &commit : std::as_const(m_waiting->commits))
        if (!commit.isSealed)
            unsealed.append(plainOf(commit));
    return unsealed;
}

void Records::adoptWaiting(const QList<WaitingCommit> &commits)
{
    m_waiting->commits = commits + m_waiting->commits;
    m_waiting->sinceTried.start();
}

Done Records::joinWaiting()
{
    if (m_waiting->commits.isEmpty())
        return {};
    m_waiting->sinceTried.start();
    return together([] { return Done(); });
}

/// Within the commit that runs, before what it is for: so the history keeps its order.
Done Records::writeWaiting()
{
    if (m_waiting->commits.isEmpty())
        return {};
    const auto reached = latestMoment(m_database);
    if (!reached)
        return reached.error();
    const bool anySearch = std::any_of(m_waiting->commits.cbegin(), m_waiting->commits.cend(), [](const WaitingCommit &commit) {
        return std::any_of(
            commit.entries.cbegin(), commit.entries.cend(), [](const WaitingEntry &one) { return one.entry.kind == kSearchEntries; });
    });
    const auto erased = anySearch ? lastErasure(m_database) : Result<QDateTime>(QDateTime()); // it reads the whole history
    if (!erased)
        return erased.error();
    MovedIds moved;
    for (const WaitingCommit &commit : std::as_const(m_waiting->commits)) {
        const auto isNew = markJoined(m_database, commit.id, m_clock.now());
        if (!isNew)
            return isNew.error();
        for (const WaitingEntry &one : *isNew ? commit.entries : QList<WaitingEntry>())
            if (Done done = writeAgain(withoutErasedWords(one.entry, *erased), one.writesRow, *reached, moved); !done)
                return done;
    }
    m_written.clear(); // not what the next "undo" is about
    m_waiting->running.clear();
    return {};
}

Done Records::writeAgain(HistoryEntry entry, bool writesRow, const QDateTime &reached, MovedIds &moved)
{
    if (writesRow) {
        const Done written = writeRowAgain(entry, moved);
        if (written || !canNeverBe(written.error()))
            return written;
        if (entry.action == HistoryAction::Added) // nor does what follows name it
            moved.insert({entry.kind, entry.record}, 0);
        // Whom it was about was erased meanwhile: that something happened stays, without their words, and as no change of a row.
        entry.action = HistoryAction::Exported;
        entry.record = 0;
        entry.changes = {{u"could_not_be_kept"_s, true}};
    }
    if (entry.action == HistoryAction::RestrictedOpened) { // erased meanwhile, why it had to be opened goes as their words did
        const auto person = Table(m_database, recordType<Person>()).find(entry.person);
        if (!person && person.error().kind != ErrorKind::NotFound)
            return person.error();
        if (!person)
            entry.changes = {};
    }
    entry.record = moved.value({entry.kind, entry.record}, entry.record);
    if (reached.isValid() && entry.at < reached) { // others went on meanwhile, on another PC
        if (!entry.changes.contains(u"at"_s)) // when it happened
            entry.changes.insert(u"at"_s, toStoredText(entry.at));
        entry.at = m_clock.now();
    }
    const auto sequence = keepEntry(entry);
    return sequence ? Done() : Done(sequence.error());
}

Done Records::writeRowAgain(const HistoryEntry &entry, MovedIds &moved)
{
    const RecordType *type = kindOf(entry.kind);
    if (!type)
        return Error{ErrorKind::NotFound, entry.kind, {}};
    if (entry.action == HistoryAction::Added)
        return writeNewRowAgain(entry, moved);
    const qint64 id = moved.value({entry.kind, entry.record}, entry.record);
    Table table(m_database, *type);
    const auto before = table.find(id);
    if (!before)
        return before.error();
    Row after = before->row;
    applyChanges(after, entry.changes, Side::After);
    pointAgain(after, moved);
    const bool withdraws = entry.action == HistoryAction::Withdrawn;
    const Done written = withdraws ? table.withdraw(id, before->version, entry.at) : table.update(id, before->version, after);
    if (!written)
        return written;
    const QJsonValue reason = entry.changes.value(u"reason"_s);
    return writeTraces({type, id, before->createdAt, before->row, after, entry.action, reason.isString() ? reason.toString() : QString(),
        entry.by, entry.at});
}

Done Records::writeNewRowAgain(const HistoryEntry &entry, MovedIds &moved)
{
    const RecordType &type = *kindOf(entry.kind);
    Row row = emptyRow(type);
    applyChanges(row, entry.changes, Side::After);
    pointAgain(row, moved);
    Table table(m_database, type);
    if (type.numberSeries) {
        const QString number = row.text(u"number"_s);
        const auto same = table.count({.filters = {{u"number"_s, Filter::Comparison::Equals, number}}, .withWithdrawn = true});
        // Counted on as when it was given, so that it is the one on the paper; another one where somebody has that by now.
        const auto next = same ? nextFreeNumber(m_database, type) : Result<QString>(same.error());
        if (!next)
            return next.error();
        if (*same > 0)
            row.set(u"number"_s, *next);
    }
    const auto id = table.insert(row, entry.at, entry.by);
    if (!id)
        return id.error();
    if (*id != entry.record)
        moved.insert({entry.kind, entry.record}, *id);
    return writeTraces({&type, *id, entry.at, std::nullopt, row, HistoryAction::Added, {}, entry.by, entry.at});
}

} // namespace keywork
