// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/record/sql.h"
#include "core/services/records/closed_records.h"
#include "core/services/session.h"

namespace keywork {

class ChoiceStore;
class Database;

/// A row as its kind; Damaged when a value doesn't fit, which only a harmed or hostile file holds.
template <class T> Result<Kept<T>> asKind(const KeptRow &row)
{
    std::optional<Kept<T>> record = typed<T>(row);
    if (!record)
        return Error{ErrorKind::Damaged, QString::fromLatin1(recordType<T>().table), {}};
    return std::move(*record);
}

/// Reads every kind of record: may this person, is the record open to them, and only what they may see of it.
class RecordReader {
public:
    RecordReader(Database &database, ChoiceStore &choices, const Session &session, const Clock &clock);

    /// Whether the person signed in may amend records of this kind, or add new ones.
    bool mayChange(const RecordType &type) const;
    bool mayAdd(const RecordType &type) const;
    /// Whether they may save a kept record at all: change it, or say of it what whoever adds one may say afterwards.
    bool mayComplete(const RecordType &type) const;
    bool mayRead(const RecordType &type) const;
    Result<KeptRow> one(const RecordType &type, qint64 id) const;
    Result<QList<KeptRow>> list(const RecordType &type, const ListRequest &request = {}) const;
    Result<qint64> count(const RecordType &type, const ListRequest &request = {}) const;
    /// Rows by their ids, in no certain order, as whoever is signed in may see them; the others are left out.
    Result<QList<KeptRow>> some(const RecordType &type, const QList<qint64> &ids) const;
    /// Everybody whom records of one kind are about, their parts included, each once, as far as whoever is signed in may
    /// know; one statement, however many they are.
    Result<QList<qint64>> peopleIn(const QList<KeptRow> &rows) const;
    /// Whether a closed person is one of several in it; also when that can't be read.
    bool isSharedWithClosed(const RecordType &type, qint64 id) const;
    /// Whether what a resident told of the category is for whoever is signed in: early life is for their own keyworker and
    /// for managers alone (additions.md, "Intake and assessment").
    bool mayHear(Category category, qint64 person) const;
    /// Whether what stands in the row may be read: of a kind whose category depends on it (`readAs`).
    bool mayReadRow(const Row &row) const;
    /// Whether the row is hidden from whoever is signed in: about them (`Access::hiddenFrom`), or for somebody else (`onlyFor`).
    bool isHiddenFromReader(const RecordType &type, const Row &row) const;
    /// The rows of such a kind, or that are hidden from the reader, that may not be read, for a condition of a list.
    Result<QList<qint64>> unreadableRows(const RecordType &type) const;
    /// Whether a record of which only the words are known (a search hit) may be shown at all.
    bool maySee(const RecordType &type, qint64 id) const;
    /// The same for many: `shared` is kept from one to the next.
    bool maySee(const RecordType &type, qint64 id, SharedWithClosed &shared) const;

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

    /// People whose record is closed to whoever is signed in.
    ClosedRecords &closed() { return m_closed; }
    const ClosedRecords &closed() const { return m_closed; }
    /// NeedToKnow when the person's record is closed.
    Done checkOpen(qint64 person) const;
    /// PasswordNeeded unless the password was typed again a moment ago.
    Done checkConfirmed() const;

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
    Database &database() const { return m_database; }

protected:
    ~RecordReader() = default;
    Done checkAllowed(const RecordType &type, Act act) const;
    Done checkOnlyCompleted(const Row &before, const Row &after) const;
    Done checkOpen(const RecordType &type, qint64 id, const Row &row) const;

    Database &m_database;
    ChoiceStore &m_choices;
    const Session &m_session;
    const Clock &m_clock;

private:
    Result<QList<KeptRow>> visible(const RecordType &type, QList<KeptRow> rows) const;
    ClosedRecords m_closed;
};

} // namespace keywork
