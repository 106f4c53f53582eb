// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/house/watch/watch_rule.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"

namespace keywork {

/// What the rules look at, each part read once and only when a rule asks for it.
class WatchFacts {
public:
    WatchFacts(Records &records, const People &people, QDate today)
        : m_records(records)
        , m_people(people)
        , m_today(today)
    {
    }

    QDate today() const { return m_today; }
    const Clock &clock() const { return m_records.clock(); }
    Records &records() const { return m_records; }
    /// For the functions of storage/watching.
    Database &database() const { return m_records.database(); }

    using Lines = Result<QList<ResidentLine>>;
    /// Residents who are here on the day; without closed records: what is not known here can't be missing here.
    const Lines &here() const;
    /// Those who were accepted and have not arrived, in the same way.
    const Lines &expected() const;
    /// Names by id, also of those that are not used any more.
    const Result<QHash<qint64, QString>> &agencies() const;

    /// The lines of a rule about residents: `fact` gives the item of those for whom it is due.
    using Fact = std::function<std::optional<WatchItem>(const ResidentLine &line)>;
    static Result<QList<WatchItem>> ofResidents(const Lines &lines, const Fact &fact);
    /// The lines of a rule about a resident's records, all of which are due on the day that `day` gives.
    template <class T>
    Result<QList<WatchItem>> ofRecords(const Result<QList<KeptRow>> &rows, const std::function<QDate(const Kept<T> &)> &day) const
    {
        if (!rows)
            return rows.error();
        QList<WatchItem> items;
        for (const KeptRow &row : *rows) {
            const auto record = asKind<T>(row);
            if (!record)
                return record.error();
            WatchItem item{.subject = {QString::fromLatin1(recordType<T>().table), row.id, record->value.personId}, .day = day(*record)};
            if constexpr (requires { record->value.agencyId; }) {
                if (!agencies())
                    return agencies().error();
                item.places.insert(QStringLiteral("agency"), agencies()->value(record->value.agencyId.value));
            }
            items.append(item);
        }
        return items;
    }

    /// Gives the items about residents their name and room, those of people who left in one statement; takes away what is
    /// about a closed record or one that was entered in error.
    Done nameResidents(QList<WatchItem> &items) const;

private:
    Lines openLines(ResidentGroup group) const;
    Records &m_records;
    const People &m_people;
    QDate m_today;
    mutable std::optional<Lines> m_here;
    mutable std::optional<Lines> m_expected;
    mutable std::optional<Result<QHash<qint64, QString>>> m_agencies;
};

} // namespace keywork
