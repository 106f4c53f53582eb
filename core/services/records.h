// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/history_action.h"
#include "core/record/draft_place.h"
#include "core/record/sql.h"
#include "core/services/change_notifier.h"
#include "core/services/closed_records.h"
#include "core/services/history_lines.h"
#include "core/services/session.h"

#include <QHash>
#include <QJsonObject>
#include <functional>

namespace keywork {

class ChoiceStore;
class Database;
struct HistoryEntry;

/// A row as its kind; Damaged when a value doesn't fit, which only a harmed or hostile file holds.
template <class T> Result<Kept<T>> asKind(const KeptRow &row)
{
    std::optional<Kept<T>> record = typed<T>(row);
    if (!record)
        return Error{ErrorKind::Damaged, QString::fromLatin1(recordType<T>().table), {}};
    return std::move(*record);
}

/// Every kind of record: may this person do it, is it valid, store with history and search text, one commit, notify.
class Records {
public:
    Records(Database &database, ChoiceStore &choices, const Session &session, ChangeNotifier &notifier, const Clock &clock);

    /// Cleans, checks and adds a row; gives it its number. Invalid with every violation; nothing is kept then.
    Result<KeptRow> add(Row row);
    /// Saves a changed row. Conflict when someone saved a newer version. A row without change costs no commit.
    Result<KeptRow> amend(const KeptRow &edited);
    /// Marks a record as entered in error; it stays readable. `reason` may not be blank.
    Done withdraw(const RecordType &type, qint64 id, qint64 version, const QString &reason);
    /// Whether the person signed in may amend records of this kind, or add new ones.
    bool mayChange(const RecordType &type) const;
    bool mayAdd(const RecordType &type) const;
    bool mayRead(const RecordType &type) const;
    Result<KeptRow> one(const RecordType &type, qint64 id) const;
    Result<QList<KeptRow>> list(const RecordType &type, const ListRequest &request = {}) const;
    Result<qint64> count(const RecordType &type, const ListRequest &request = {}) const;
    /// Rows by their ids, in no certain order, as whoever is signed in may see them; the others are left out.
    Result<QList<KeptRow>> some(const RecordType &type, const QList<qint64> &ids) const;
    /// Everybody whom a record is about, its parts included, as far as whoever is signed in may know.
    QList<qint64> peopleIn(const KeptRow &kept) const;
    /// Whether a closed person is one of several in it; also when that can't be read.
    bool isSharedWithClosed(const RecordType &type, qint64 id) const;
    bool isSharedWithClosed(const QString &table, qint64 id) const;
    /// Whether a record of which only the words are known (a search hit) may be shown at all.
    bool maySee(const RecordType &type, qint64 id) const;
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
    template <class T> Result<Kept<T>> one(Id<T> id) const
    {
        Result<KeptRow> kept = one(recordType<T>(), id.value);
        if (!kept)
            return kept.error();
        return asKind<T>(*kept);
    }
    template <class T> Result<QList<Kept<T>>> all(const ListRequest &request = {}) const
    {
        Result<QList<KeptRow>> rows = list(recordType<T>(), request);
        if (!rows)
            return rows.error();
        QList<Kept<T>> records;
        for (const KeptRow &row : *rows)
            if (Result<Kept<T>> record = asKind<T>(row))
                records.append(std::move(*record));
            else
                return record.error();
        return records;
    }
    template <class T, class Owner> Result<QList<Kept<T>>> of(const char *column, Id<Owner> owner) const
    {
        return all<T>({.filters = {{QString::fromLatin1(column), Filter::Comparison::Equals, owner.value}}});
    }

    /// Runs `body` in one commit: all of it is kept or nothing. Nests.
    Done together(const std::function<Done()> &body);

    /// Notes that something happened to a person's record without changing it: looked at, printed, exported.
    Done note(HistoryAction action, const QString &kind = {}, qint64 record = 0, qint64 person = 0, const QJsonObject &about = {});
    Result<QList<HistoryLine>> historyOfPerson(qint64 person, bool changesOnly, int limit = 200) const;
    Result<QList<HistoryLine>> historyOfRecord(const RecordType &type, qint64 record) const;

    /// People whose record is closed to whoever is signed in.
    ClosedRecords &closed() { return m_closed; }
    const ClosedRecords &closed() const { return m_closed; }
    /// NeedToKnow when the person's record is closed.
    Done checkOpen(qint64 person) const;
    /// PasswordNeeded unless the password was typed again a moment ago.
    Done checkConfirmed() const;

    /// What the last commit of this session that changed something did, for undoing it; sequences of the history.
    QList<qint64> lastCommit() const { return m_lastCommit; }
    void forgetLastCommit() { m_lastCommit.clear(); }
    /// Tells screens, after the commit that runs, about a change that did not come through add or amend.
    void announce(const Change &change) { m_pending.append(change); }
    /// Takes "entered in error" back. Conflict, NotPermitted, NotAllowedNow when it isn't marked so.
    Done reinstate(const RecordType &type, qint64 id);

    Done keepDraft(const DraftPlace &place, const QJsonObject &content);
    Done discardDraft(const DraftPlace &place);
    /// Empty when nothing was left unsaved there by the person signed in.
    QJsonObject draft(const DraftPlace &place) const;
    /// Every place where the person signed in left something unsaved, the newest first.
    QList<DraftPlace> draftPlaces() const;

    const ChoiceSource &choices() const;
    const Session &session() const { return m_session; }
    /// The record of whoever is signed in, which everybody may read.
    Result<Kept<Staff>> self() const;
    /// Whether a second manager can sign in: then nobody reviews what they did themselves.
    Result<bool> anotherManager() const;
    const Clock &clock() const { return m_clock; }
    QDate today() const { return m_clock.today(); }
    /// By which what ends some time has ended: today, or the last day of the history when the clock stands before it.
    QDate latestDay() const { return m_clock.latestDay(); }
    ChangeNotifier &notifier() const { return m_notifier; }
    Database &database() const { return m_database; }

private:
    struct Written {
        const RecordType *type;
        qint64 id;
        QDateTime createdAt;
        const std::optional<Row> before;
        const Row &after;
        HistoryAction action;
        QString reason;
    };
    Done checkAll(const Row &row, qint64 self, const Row *before = nullptr) const;
    Done writeTraces(const Written &written);
    Result<qint64> keepEntry(const HistoryEntry &entry);
    Done announceTo(const RecordType &type, qint64 id, qint64 person);
    Done checkAllowed(const RecordType &type, Act act) const;
    Done checkOpen(const RecordType &type, qint64 id, const Row &row) const;
    Result<QList<KeptRow>> visible(const RecordType &type, QList<KeptRow> rows) const;
    bool isHiddenFromReader(const RecordType &type, const Row &row) const;

    Database &m_database;
    ChoiceStore &m_choices;
    const Session &m_session;
    ChangeNotifier &m_notifier;
    const Clock &m_clock;
    QHash<const RecordType *, Lookup> m_lookups;
    QHash<const RecordType *, WithdrawCheck> m_withdrawChecks;
    int m_depth = 0;
    bool m_saidBehind = false;
    QList<Change> m_pending;
    QList<qint64> m_written;
    QList<qint64> m_lastCommit;
    ClosedRecords m_closed;
};

} // namespace keywork
