// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/services/keeping/open_hostel_parts.h"
#include "core/services/keeping/ways_in.h"
#include "core/services/records/waiting.h"
#include "core/storage/history_reading.h"
#include "core/storage/table.h"
#include "core/vault/sealed_entries.h"

#include <QJsonDocument>
#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// The row of the team whose slot was tried; 0 for a name that nobody has.
Result<qint64> memberWithSlot(Database &database, const QString &slot)
{
    if (slot.isEmpty())
        return qint64(0);
    const auto rows = Table(database, recordType<Staff>()).list({.filters = {{u"key_slot"_s, Filter::Comparison::Equals, slot}}});
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? 0 : rows->first().id;
}

/// What was written while the file was locked: by nobody who is known, whoever signs in next.
Result<WaitingCommit> sealedWhileLocked(Database &database, const QJsonObject &sealed, const QDateTime &now)
{
    HistoryEntry entry;
    entry.at = now;
    entry.action = HistoryAction::EmergencyStep;
    entry.changes = sealed;
    if (sealed.value(u"kind"_s).toString() == u"sign_in_failed") {
        entry.action = HistoryAction::SignInFailed;
        const auto member = memberWithSlot(database, sealed.value(u"slot"_s).toString());
        if (!member)
            return member.error();
        entry.record = *member;
        if (entry.record > 0)
            entry.kind = u"staff"_s;
    }
    return WaitingCommit{sealed.value(u"id"_s).toString(), {{entry, false}}, true};
}

constexpr qsizetype kLongestWord = 64;

/// What was noted outside the window by whoever was not signed in to this file. Anybody can seal that, so it changes no
/// record, names nobody, and says no more than that something was read.
std::optional<WaitingCommit> readOutside(WaitingCommit commit)
{
    for (WaitingEntry &waiting : commit.entries) {
        HistoryEntry &entry = waiting.entry;
        if (waiting.writesRow || (entry.action != HistoryAction::BackupOpened && entry.action != HistoryAction::Restored))
            return {};
        const QJsonObject said = std::exchange(entry.changes, {});
        for (const QString &key : {u"outside"_s, u"made_at"_s})
            if (const QString word = said.value(key).toString(); !word.isEmpty())
                entry.changes.insert(key, atMost(word, kLongestWord));
        if (said.value(u"backup"_s).isBool())
            entry.changes.insert(u"backup"_s, said.value(u"backup"_s));
        if (entry.by > 0)
            entry.changes.insert(u"said_by"_s, entry.by);
        entry.by = 0;
        entry.kind.clear();
        entry.record = 0;
        entry.person = 0;
    }
    return commit;
}

/// None when it would write a row that never waits.
std::optional<WaitingCommit> keptByTheRules(const WaitingCommit &commit)
{
    const bool isFine = std::all_of(commit.entries.cbegin(), commit.entries.cend(),
        [](const WaitingEntry &waiting) { return !waiting.writesRow || mayWaitAsRow(waiting); });
    return isFine ? std::optional(commit) : std::nullopt;
}

/// None for what nobody who is not signed in seals.
Result<std::optional<WaitingCommit>> commitOf(Database &database, const QJsonObject &plain, bool isProven, const QDateTime &now)
{
    if (auto waiting = waitingCommitFrom(plain, now))
        return isProven ? keptByTheRules(*waiting) : readOutside(*waiting);
    const QString kind = plain.value(u"kind"_s).toString();
    if (!isProven && kind != u"sign_in_failed" && kind != u"emergency_step")
        return std::optional<WaitingCommit>();
    const auto locked = sealedWhileLocked(database, plain, now);
    return locked ? Result<std::optional<WaitingCommit>>(*locked) : Result<std::optional<WaitingCommit>>(locked.error());
}

/// What was sealed, taken apart.
struct Sealed {
    QList<WaitingCommit> commits;
    QList<WaitingDraft> drafts;
    QList<Press> presses; ///< of "Overdose - act now"
};
Result<Sealed> takenApart(Database &database, const QList<VaultFile::Unsealed> &opened, const QDateTime &now, int &unreadable)
{
    QList<QPair<QJsonObject, bool>> all;
    for (const VaultFile::Unsealed &one : opened)
        all.append({QJsonDocument::fromJson(one.plain).object(), one.isProven});
    // Of several places: in the order in which it happened.
    std::stable_sort(all.begin(), all.end(),
        [](const auto &a, const auto &b) { return a.first.value(u"at"_s).toString() < b.first.value(u"at"_s).toString(); });
    Sealed found;
    QStringList provenIds;
    for (const auto &[plain, isProven] : std::as_const(all)) {
        if (const auto draft = waitingDraftFrom(plain, now)) {
            if (isProven)
                found.drafts.append(*draft);
            else
                ++unreadable;
            continue;
        }
        if (const auto press = pressFromSealed(plain, isProven)) {
            found.presses.append(*press);
            continue;
        }
        const auto commit = commitOf(database, plain, isProven, now);
        if (!commit)
            return commit.error();
        if (!*commit || (!isProven && provenIds.contains((*commit)->id))) {
            ++unreadable;
            continue;
        }
        if (isProven)
            provenIds.append((*commit)->id);
        const auto same = std::find_if(
            found.commits.begin(), found.commits.end(), [&](const WaitingCommit &other) { return other.id == (*commit)->id; });
        if (same == found.commits.end())
            found.commits.append(**commit);
        else
            *same = **commit; // sealed once more: nothing left after all
    }
    return found;
}

/// When the file got the data key that it has: what was sealed before that, and came later, does not open. Invalid: never.
QDateTime lastNewKey(Database &database)
{
    const auto changed = readHistory(database, {.limit = 1, .actions = {HistoryAction::KeyChanged}});
    return changed && !changed->isEmpty() ? changed->first().at : QDateTime();
}

QStringList idsOf(const QList<VaultFile::Unsealed> &texts)
{
    QStringList ids;
    for (const VaultFile::Unsealed &text : texts)
        ids.append(QJsonDocument::fromJson(text.plain).object().value(u"id"_s).toString());
    return ids;
}

/// One of them, opened.
struct SealedFile {
    QString base;
    QList<VaultFile::Unsealed> texts;
    int unreadable = 0;
    QList<QByteArray> closed = {}; ///< those that don't open
};
QList<SealedFile> opened(const VaultFile &vault, const QStringList &bases)
{
    QList<SealedFile> files;
    for (const QString &base : bases) {
        SealedFile file{base, {}, 0};
        const QList<QByteArray> sealed = sealedEntries(base, file.unreadable);
        file.texts = vault.unsealed(sealed, file.unreadable);
        int closed = 0; // rarely any: then one by one
        for (const QByteArray &one : file.texts.size() < sealed.size() ? sealed : QList<QByteArray>())
            if (vault.unsealed({one}, closed).isEmpty())
                file.closed.append(one);
        files.append(file);
    }
    return files;
}

} // namespace

/// What the file can't take is sealed on this PC, whatever becomes of the program meanwhile.
void OpenHostel::sealElsewhere()
{
    Parts &parts = *m_parts;
    if (!parts.aside.isAnywhere())
        return;
    parts.all->records.sealWaitingWith(
        [&parts](const QByteArray &plain, Later later) { return parts.aside.keep(*parts.vault, plain, later); });
    if (!m_session->isLookOnly())
        parts.all->drafts.waitWith({.seal = [&parts](const WaitingDraft &draft) { return parts.aside.keep(*parts.vault, draft); },
            .forget = [&parts](const WaitingDraft &draft) { parts.aside.forget(draft); }});
}

Done OpenHostel::joinSealedEntries()
{
    if (m_session->isLookOnly())
        return {};
    Parts &parts = *m_parts;
    const Aside::Found elsewhere = parts.aside.found();
    const QList<SealedFile> entries = opened(
        *parts.vault, beginReadingSealed(parts.filePath) + beginReadingSealed(pressesBeside(parts.filePath)) + elsewhere.entryFiles);
    QList<SealedFile> drafts = opened(*parts.vault, elsewhere.draftFiles);
    for (SealedFile &draft : drafts) // one that nobody proved is no form that was typed here
        draft.unreadable += int(draft.texts.removeIf([](const VaultFile::Unsealed &text) { return !text.isProven; }));
    const QList<QByteArray> inMemory = parts.unsealed ? *parts.unsealed : QList<QByteArray>();
    parts.tookUnsealed = true;
    if (entries.isEmpty() && drafts.isEmpty() && inMemory.isEmpty())
        return {};
    int unreadable = 0;
    QList<VaultFile::Unsealed> texts = parts.vault->unsealed(inMemory, unreadable);
    const QStringList onlyInMemory = idsOf(texts);
    for (const SealedFile &file : entries + drafts) {
        texts += file.texts;
        unreadable += file.unreadable;
    }
    auto found = takenApart(*parts.database, texts, parts.clock->now(), unreadable);
    if (!found)
        return found.error();
    for (WaitingCommit &commit : found->commits)
        commit.isSealed = !onlyInMemory.contains(commit.id);
    parts.all->records.adoptWaiting(found->commits);
    const Done joined = parts.all->records.joinWaiting();
    parts.all->drafts.adopt(found->drafts);
    if (joined && !found->presses.isEmpty() && !parts.all->emergencySteps.join(found->presses))
        return {}; // they stay sealed, and keep nobody out
    if (!joined) // it stays sealed, and waits for room
        return isForLater(joined.error().kind) ? Done() : joined;
    for (const SealedFile &file : entries + drafts) {
        if (file.unreadable > 0 && file.texts.isEmpty()) // nothing of it is in the file, which alone is erased from
            putUnreadableAway(file.base);
        else if (elsewhere.draftFiles.contains(file.base)) // goes when the file has it (Drafts::join)
            continue;
        else {
            putUnreadableAway(file.base, file.closed);
            removeSealedEntries(file.base);
        }
    }
    if (unreadable > 0)
        m_warnings.append({FileWarning::Kind::SealedUnreadable, false, unreadable, lastNewKey(*parts.database)});
    return {};
}

/// What could be sealed nowhere outlives the lock in memory, sealed to the file's public key: the next sign-in takes it on.
void OpenHostel::handOnUnsealed()
{
    Parts &parts = *m_parts;
    if (m_session->isLookOnly() || !parts.unsealed)
        return;
    parts.all->records.sealWaiting();
    QList<QByteArray> left = parts.tookUnsealed ? QList<QByteArray>() : *parts.unsealed;
    for (const QByteArray &plain : parts.all->records.unsealedWaiting())
        left.append(sealedFor(parts.vault->header(), parts.vault->proven(plain)));
    *parts.unsealed = left;
}

/// That a backup or a copy was opened to look at belongs into the history of the file, which joins it on this PC.
Done OpenHostel::noteOpened(HistoryAction how)
{
    Records &records = m_parts->all->records;
    const VaultHeader &header = m_parts->vault->header();
    if (!m_session->isLookOnly())
        return records.note(how, {}, 0, 0, headerNow(*m_parts->vault, hasWarning(FileWarning::Kind::HeaderOlder)));
    QJsonObject about{{u"backup"_s, header.purpose != FilePurpose::Live}};
    if (header.madeAt > 0)
        about.insert(u"made_at"_s, toStoredText(QDateTime::fromMSecsSinceEpoch(header.madeAt, Qt::UTC)));
    return records.note(HistoryAction::BackupOpened, {}, 0, 0, about);
}

Done OpenHostel::takesWriting()
{
    AllServices &all = *m_parts->all;
    if (Done stands = m_parts->database->checkStands(); m_session->isLookOnly() || !stands) {
        all.records.sealWaiting();
        return m_session->isLookOnly() ? Done() : stands;
    }
    const Done joined = all.records.joinWaiting();
    if (joined)
        all.drafts.join();
    else
        all.records.sealWaiting();
    return joined && all.drafts.waiting() > 0 ? Done(Error{ErrorKind::NoRoom, {}, {}}) : joined;
}

const VaultHeader &OpenHostel::header() const { return m_parts->vault->header(); }

QByteArray OpenHostel::proven(const QByteArray &plain) const { return m_parts->vault->proven(plain); }

AsidePlace OpenHostel::asidePlace() const { return m_parts->aside.place(); }

} // namespace keywork
