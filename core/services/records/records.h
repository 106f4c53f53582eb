// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/history_action.h"
#include "core/record/validation.h"
#include "core/services/records/change_notifier.h"
#include "core/services/records/record_reader.h"

#include <QHash>
#include <QJsonObject>
#include <functional>
#include <memory>

namespace keywork {

struct HistoryEntry;
struct WaitingCommit;
struct WaitingEntry;
struct WaitingList;

/// What has to be kept of something that leaves before it may: sealed outside the memory too, where it outlives a power cut, or
/// no more than in it. An emergency sheet leaves whatever becomes of the note.
enum class Later { Sealed, Always };

/// Reads and keeps every kind of record: may this person do it, is it valid, store with history and search text, one
/// commit, notify.
class Records : public RecordReader {
public:
    Records(Database &database, ChoiceStore &choices, const Session &session, ChangeNotifier &notifier, const Clock &clock);

    /// Cleans, checks and adds a row; gives it its number. Invalid with every violation; nothing is kept then.
    Result<KeptRow> add(Row row);
    /// Saves a changed row. Conflict when someone saved a newer version. A row without change costs no commit.
    Result<KeptRow> amend(const KeptRow &edited);
    /// Whose words a reason is: what a person types has to say something (saysWhy in core/base/text).
    enum class ReasonOf { Somebody, TheProgram };
    /// Marks a record as entered in error; it stays readable. `reason` may not be blank. What somebody answers for
    /// (`answeredFor`) only a manager marks so, and nobody their own.
    Done withdraw(const RecordType &type, qint64 id, qint64 version, const QString &reason, ReasonOf whose = ReasonOf::Somebody);
    Violations check(const Row &row) const;
    /// A check of a kind that has to look at other records; asked on every save of it, whatever screen it comes from.
    /// `self` is 0 for a new record.
    using Lookup = std::function<Result<Violations>(const Row &row, qint64 self)>;
    void addLookup(const RecordType &type, Lookup lookup) { m_lookups[&type] = std::move(lookup); }
    /// A check before a record of the kind is marked as entered in error.
    using WithdrawCheck = std::function<Done(const KeptRow &row)>;
    void addWithdrawCheck(const RecordType &type, WithdrawCheck check) { m_withdrawChecks[&type] = std::move(check); }

    /// What follows from a record that was added or changed, in the same commit: `before` is empty for a new one. Nothing is
    /// kept when it fails.
    using Following = std::function<Done(const KeptRow &kept, const std::optional<Row> &before)>;
    /// Several of one kind follow in the order in which they were added.
    void addFollowing(const RecordType &type, Following following) { m_followings[&type].append(std::move(following)); }

    /// What the program itself says of a record as it is saved (fields that are `kept`), in the same entry of the history:
    /// `before` is empty for a new one. Not asked while something is brought back.
    using Completing = std::function<void(Row &row, const std::optional<Row> &before)>;
    void addCompleting(const RecordType &type, Completing completing) { m_completings[&type] = std::move(completing); }

    /// Whether a record of the kind could be saved: committed, or not for want of room or of the file (and nothing else).
    using Outcome = std::function<void(const Row &row, bool isKept)>;
    void addOutcome(const RecordType &type, Outcome outcome) { m_outcomes[&type] = std::move(outcome); }

    template <class T> Result<Kept<T>> add(const T &record)
    {
        Result<KeptRow> kept = add(toRow(record));
        if (!kept)
            return kept.error();
        return asKind<T>(*kept);
    }
    template <class T> Result<Kept<T>> amend(const Kept<T> &record)
    {
        Result<KeptRow> kept = amend(untyped(record));
        if (!kept)
            return kept.error();
        return asKind<T>(*kept);
    }

    /// Saves within `body` may give somebody an outside number that another record has already; why goes into the history.
    /// A blank reason allows nothing.
    Done despiteDouble(const QString &reason, const std::function<Done()> &body);
    /// Runs `body` in one commit: all of it is kept or nothing. Nests.
    Done together(const std::function<Done()> &body);

    /// Runs `body`, in which these unlikely values are kept without asking again: whoever saves was asked.
    Done withConfirmed(const QList<Confirmed> &values, const std::function<Done()> &body);
    /// Runs `body`, in which whoever made a record that they answer for takes it back: what it stands for did not happen.
    Done takingBack(const std::function<Done()> &body);
    /// Runs `body`, in which nothing unlikely is asked about: copies of what was on file.
    Done withoutAsking(const std::function<Done()> &body);
    /// Runs `body`, which brings back what was on file: it is not asked about, and nothing follows from it (addFollowing), since
    /// what had followed is brought back by itself.
    Done bringingBack(const std::function<Done()> &body);
    bool bringsBack() const { return !m_follows; }

    /// For records of one person that become one, what turned out not to have left, presses of an emergency, and nothing else: the row as
    /// it is from now on, with its history, search words and keys, also of what is frozen; asks neither rights nor checks. Changed,
    /// Withdrawn (in error from now on) or Undone (stands again). Conflict when it is not the version that was read.
    Done rewrite(const KeptRow &before, const Row &after, HistoryAction action, const QString &reason);
    /// A new row of an emergency, whatever the role of whoever is signed in, or where nobody was (`by` 0): as it is, with its number,
    /// history, search words and what follows; asks neither rights nor checks. DoesNotFit, NoRoom, FileGone.
    Result<KeptRow> enter(Row row, qint64 by);
    /// The same for what leaves: when the file can't take it (its disk is full, another file stands in its place), what was
    /// written waits and joins when there is room. Of a body that comes to its end.
    Done togetherOrLater(Later later, const std::function<Done()> &body);
    /// Runs `body` once what is written now is committed; at once when nothing runs.
    void afterCommit(std::function<void()> body);
    /// What waits, oldest first, and how it is sealed meanwhile (keeping/aside).
    qsizetype waiting() const;
    using Seal = std::function<bool(const QByteArray &plain, Later later)>;
    void sealWaitingWith(Seal seal) { m_seal = std::move(seal); }
    /// From before this sign-in: stands in front.
    void adoptWaiting(const QList<WaitingCommit> &commits);
    /// Writes what waits, if it can be. NoRoom, FileGone.
    Done joinWaiting();
    /// Keeps one for later, by the same id anew when it changed; for a file that is only looked at it is sealed alone.
    /// False when it could not be sealed and has to be.
    bool keepForLater(const WaitingCommit &commit, Later later);
    /// Tries again to seal what could not be; asked now and then and before the file is locked.
    void sealWaiting();
    /// What is in memory alone, in its form for sealing, oldest first.
    QList<QByteArray> unsealedWaiting() const;
    bool isSealedElsewhere() const { return bool(m_seal); }

    /// Notes that something happened to a person's record without changing it: looked at, printed, exported. On a full disk
    /// what people saw and how they came in waits; what says that something was done is refused.
    Done note(HistoryAction action, const QString &kind = {}, qint64 record = 0, qint64 person = 0, const QJsonObject &about = {});

    /// What the last commit of this session that changed something did, for undoing it; sequences of the history.
    QList<qint64> lastCommit() const { return m_lastCommit; }
    void forgetLastCommit() { m_lastCommit.clear(); }
    /// Tells screens, after the commit that runs, about a change that did not come through add or amend.
    void announce(const Change &change) { m_pending.append(change); }
    /// Takes "entered in error" back. Conflict, NotPermitted, NotAllowedNow when it isn't marked so, or can't be undone.
    Done reinstate(const RecordType &type, qint64 id);
    ChangeNotifier &notifier() const { return m_notifier; }

private:
    struct Written {
        const RecordType *type;
        qint64 id;
        QDateTime createdAt;
        const std::optional<Row> before;
        const Row &after;
        HistoryAction action;
        QString reason;
        qint64 by = 0; ///< 0: whoever is signed in
        QDateTime at = {}; ///< invalid: now
        bool everyTrace = false; ///< whom it is about changed: also where the words stayed the same
        std::optional<QDateTime> inError = {}; ///< it was marked so before, and stays so
        bool byNobody = false; ///< pressed while nobody was signed in
    };
    void complete(Row &row, const std::optional<Row> &before) const;
    Done checkAll(const Row &row, qint64 self, const Row *before = nullptr) const;
    Result<Violations> onFileAlready(const Row &row, qint64 self, const Row *before) const;
    Result<QString> holderFor(const QList<qint64> &holders) const;
    Result<QString> whyDespite(const Row &row, qint64 self, const Row *before) const;
    Done checkFits(const Row &row, qint64 self, const Row *before) const;
    Done checkAnswered(const KeptRow &kept) const;
    Done writeTraces(const Written &written);
    void tellOutcome(const Row &row, const Done &done) const;
    Done follow(const KeptRow &kept, const std::optional<Row> &before) const;
    Result<qint64> keepEntry(const HistoryEntry &entry);
    using MovedIds = QHash<QPair<QString, qint64>, qint64>;
    Done writeWaiting();
    Done writeAgain(HistoryEntry entry, bool writesRow, const QDateTime &reached, MovedIds &moved);
    Done writeRowAgain(const HistoryEntry &entry, MovedIds &moved);
    Done writeNewRowAgain(const HistoryEntry &entry, MovedIds &moved);
    Done announceTo(const RecordType &type, qint64 id, qint64 person);

    ChangeNotifier &m_notifier;
    QHash<const RecordType *, Lookup> m_lookups;
    QHash<const RecordType *, WithdrawCheck> m_withdrawChecks;
    QHash<const RecordType *, QList<Following>> m_followings;
    QHash<const RecordType *, Completing> m_completings;
    QHash<const RecordType *, Outcome> m_outcomes;
    QString m_despiteDouble; ///< the reason, while somebody saves all the same
    QList<Confirmed> m_confirmed;
    bool m_asks = true;
    bool m_follows = true;
    bool m_takesBack = false;
    int m_depth = 0;
    bool m_saidBehind = false;
    /// What an entry says of the clock; true once it is committed.
    struct Reached {
        bool isBehind = false;
        QDateTime at;
    };
    std::optional<Reached> m_reached;
    std::shared_ptr<WaitingList> m_waiting;
    Seal m_seal;
    QList<std::function<void()>> m_afterCommit;
    QList<Change> m_pending;
    QList<qint64> m_written;
    QList<qint64> m_lastCommit;
};

} // namespace keywork
