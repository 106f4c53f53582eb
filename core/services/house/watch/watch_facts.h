// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/appointment.h"
#include "core/rules/leaving.h"
#include "core/services/care/away_reading.h"
#include "core/services/care/timed_checks.h"
#include "core/services/care/treatment_cover.h"
#include "core/services/house/watch/watch_rule.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"

#include <algorithm>

namespace keywork {

class Backups;

/// What the rules look at, each part read once and only when a rule asks for it.
class WatchFacts {
public:
    WatchFacts(Records &records, const People &people, QDate today, const Backups *backups = nullptr)
        : m_records(records)
        , m_people(people)
        , m_today(today)
        , m_backups(backups)
    {
    }

    QDate today() const { return m_today; }
    const Clock &clock() const { return m_records.clock(); }
    /// A rule says that from that moment on, which is still to come, its lines are others: Today is read anew then.
    void changeAt(const QDateTime &at) const
    {
        if (at > clock().now())
            m_changesAt = m_changesAt.isValid() ? std::min(m_changesAt, at) : at;
    }
    const QDateTime &changesAt() const { return m_changesAt; }
    Records &records() const { return m_records; }
    /// Null: nobody said where backups are asked about.
    const Backups *backups() const { return m_backups; }
    /// For the functions of storage/watching.
    Database &database() const { return m_records.database(); }

    /// The team by id, also those who left and those who were entered in error.
    const Result<QHash<qint64, Kept<Staff>>> &team() const;

    using Lines = Result<QList<ResidentLine>>;
    /// Residents who are here on the day; without closed records: what is not known here can't be missing here.
    const Lines &here() const;
    /// Those who were accepted and have not arrived, in the same way.
    const Lines &expected() const;
    /// When those who are here were away: what is not due meanwhile asks this.
    const Result<AwayOnFile> &away() const;
    /// The ids of those who are here.
    Result<QList<qint64>> peopleHere() const;
    /// Names by id, also of those that are not used any more.
    const Result<QHash<qint64, QString>> &agencies() const;

    /// What the treatment of those who are here says today, read once; empty for whoever may not read about treatment.
    const Result<QHash<qint64, PersonTreatment>> &treatment() const;
    /// Timed checks that are not over, or of the last kMissedToldHours, in the order in which they began; of a closed record that
    /// there are checks.
    const Result<QList<ChecksOnFile>> &checks() const;
    /// What is to be asked of those who come out of hospital, custody or treatment, as far as whoever is signed in may know.
    const Result<QList<LeavingDue>> &leavings() const;
    /// Whether the line about whoever just came out asks about that leaving of theirs already, of whoever may read that line.
    Result<bool> isAskedAsLeaving(Id<Person> person, QDate leaves) const;
    /// Without lines about records that it asks about: one discharge is one line.
    Result<QList<WatchItem>> withoutAskedAsLeaving(Result<QList<WatchItem>> items) const;

    /// The lines of a rule about residents: `fact` gives the item of those for whom it is due.
    using Fact = std::function<std::optional<WatchItem>(const ResidentLine &line)>;
    static Result<QList<WatchItem>> ofResidents(const Lines &lines, const Fact &fact);
    /// The lines of a rule about records: `fact` completes the item of one, which is about the record and its person already and
    /// knows the agency, and says whether it is due.
    template <class T> using FactOfRecord = std::function<bool(const Kept<T> &record, WatchItem &item)>;
    template <class T> Result<QList<WatchItem>> ofRecords(const Result<QList<KeptRow>> &rows, const FactOfRecord<T> &fact) const
    {
        if (!rows)
            return rows.error();
        QList<WatchItem> items;
        for (const KeptRow &row : *rows) {
            const auto record = asKind<T>(row);
            if (!record)
                return record.error();
            WatchItem item{.subject = {QString::fromLatin1(recordType<T>().table), row.id, record->value.personId}};
            if constexpr (requires { record->value.agencyId; }) {
                if (!agencies())
                    return agencies().error();
                item.places.insert(QStringLiteral("agency"), agencies()->value(record->value.agencyId.value));
            }
            if (fact(*record, item))
                items.append(item);
        }
        return items;
    }
    /// The same for records all of which are due, on the day that `day` gives.
    template <class T>
    Result<QList<WatchItem>> ofRecordsOn(const Result<QList<KeptRow>> &rows, const std::function<QDate(const Kept<T> &)> &day) const
    {
        return ofRecords<T>(rows, [&day](const Kept<T> &record, WatchItem &item) {
            item.day = day(record);
            return true;
        });
    }

    /// Whether the member of the team who was to go along has left by the day of it, or is not on file. No: nobody of the
    /// team goes along.
    Result<bool> escortIsGone(const Appointment &appointment) const;
    /// The open appointments of the next days to which nobody goes along yet and somebody is to; of today those that have not begun.
    const Result<QList<KeptRow>> &appointmentsAlone() const;
    /// The lines of a rule about appointments: with {purpose} and {time}, and in {who} those who go along.
    Result<QList<WatchItem>> ofAppointments(const QList<KeptRow> &rows) const;

    /// Gives the items about residents their name and room, those of people who left in one statement; takes away what is
    /// about a closed record or one that was entered in error.
    Done nameResidents(QList<WatchItem> &items) const;

private:
    struct Named {
        QString name;
        QString room;
    };
    Done addRoomsOfClosed(QHash<qint64, Named> &names) const;
    Lines openLines(ResidentGroup group) const;
    Records &m_records;
    const People &m_people;
    QDate m_today;
    const Backups *m_backups;
    mutable QDateTime m_changesAt;
    mutable std::optional<Lines> m_here;
    mutable std::optional<Lines> m_expected;
    mutable std::optional<Result<QHash<qint64, PersonTreatment>>> m_treatment;
    mutable std::optional<Result<QList<ChecksOnFile>>> m_checks;
    mutable std::optional<Result<QList<LeavingDue>>> m_leavings;
    mutable std::optional<Result<AwayOnFile>> m_away;
    mutable std::optional<Result<QList<KeptRow>>> m_appointmentsAlone;
    mutable std::optional<Result<QHash<qint64, QString>>> m_agencies;
    mutable std::optional<Result<QHash<qint64, Kept<Staff>>>> m_team;
};

} // namespace keywork
