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

namespace keywork {

struct HistoryEntry;

/// Reads and keeps every kind of record: may this person do it, is it valid, store with history and search text, one
/// commit, notify.
class Records : public RecordReader {
public:
    Records(Database &database, ChoiceStore &choices, const Session &session, ChangeNotifier &notifier, const Clock &clock);

    /// Cleans, checks and adds a row; gives it its number. Invalid with every violation; nothing is kept then.
    Result<KeptRow> add(Row row);
    /// Saves a changed row. Conflict when someone saved a newer version. A row without change costs no commit.
    Result<KeptRow> amend(const KeptRow &edited);
    /// Marks a record as entered in error; it stays readable. `reason` may not be blank. What somebody answers for
    /// (`answeredFor`) only a manager marks so, and nobody their own.
    Done withdraw(const RecordType &type, qint64 id, qint64 version, const QString &reason);
    Violations check(const Row &row) const;
    /// A check of a kind that has to look at other records; asked on every save of it, whatever screen it comes from.
    /// `self` is 0 for a new record.
    using Lookup = std::function<Result<Violations>(const Row &row, qint64 self)>;
    void addLookup(const RecordType &type, Lookup lookup) { m_lookups[&type] = std::move(lookup); }
    /// A check before a record of the kind is marked as entered in error.
    using WithdrawCheck = std::function<Done(const KeptRow &row)>;
    void addWithdrawCheck(const RecordType &type, WithdrawCheck check) { m_withdrawChecks[&type] = std::move(check); }

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

    /// For records of one person that become one, and nothing else: the row as it is from now on, with its history, search words
    /// and keys, also of what is frozen; asks neither rights nor checks. Changed, Withdrawn (in error from now on) or Undone
    /// (stands again). Conflict when it is not the version that was read.
    Done rewrite(const KeptRow &before, const Row &after, HistoryAction action, const QString &reason);
    /// Notes that something happened to a person's record without changing it: looked at, printed, exported.
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
        bool everyTrace = false; ///< whom it is about changed: also where the words stayed the same
        std::optional<QDateTime> inError = {}; ///< it was marked so before, and stays so
    };
    Done checkAll(const Row &row, qint64 self, const Row *before = nullptr) const;
    Result<Violations> onFileAlready(const Row &row, qint64 self, const Row *before) const;
    Result<QString> holderFor(const QList<qint64> &holders) const;
    Result<QString> whyDespite(const Row &row, qint64 self, const Row *before) const;
    Done checkFits(const Row &row, qint64 self, const Row *before) const;
    Done checkAnswered(const KeptRow &kept) const;
    Done writeTraces(const Written &written);
    Result<qint64> keepEntry(const HistoryEntry &entry);
    Done announceTo(const RecordType &type, qint64 id, qint64 person);

    ChangeNotifier &m_notifier;
    QHash<const RecordType *, Lookup> m_lookups;
    QHash<const RecordType *, WithdrawCheck> m_withdrawChecks;
    QString m_despiteDouble; ///< the reason, while somebody saves all the same
    QList<Confirmed> m_confirmed;
    bool m_asks = true;
    bool m_takesBack = false;
    int m_depth = 0;
    bool m_saidBehind = false;
    /// What an entry says of the clock; true once it is committed.
    struct Reached {
        bool isBehind = false;
        QDateTime at;
    };
    std::optional<Reached> m_reached;
    QList<Change> m_pending;
    QList<qint64> m_written;
    QList<qint64> m_lastCommit;
};

} // namespace keywork
