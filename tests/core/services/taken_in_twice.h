// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/audit.h"
#include "core/services/records/drafts.h"
#include "core/services/records/finding.h"
#include "core/services/records/history_reader.h"
#include "core/services/records/merging.h"
#include "core/storage/erasing.h"
#include "core/storage/history.h"
#include "core/storage/moved_records.h"
#include "core/storage/table.h"
#include "tests/support/every_kind.h"
#include "tests/support/services.h"
#include "tests/support/trust.h"

#include <map>

namespace keywork::test {

using namespace Qt::StringLiterals;

/// A hostel where Ben Barker was taken in twice: once by telephone, once at the door.
struct TakenInTwice {
    TestHostel hostel;
    Kept<Person> ben = person(u"Ben"_s, u"9434765919"_s, QDate(2026, 9, 1));
    Kept<Person> twice = person(u"Benjamin"_s, {}, {});

    Services &services() { return hostel.services(); }
    Result<Kept<MergedPerson>> merge(const QStringList &taken = {})
    {
        return services().merging.merge({ben.id, twice.id, taken, u"He says so, and it is his birth date"_s, false});
    }

private:
    Kept<Person> person(const QString &given, const QString &nhs, QDate arrived)
    {
        auto builder = aPerson().called(given, u"Barker"_s).born(u"1980-05-12"_s);
        builder.person.nhsNumber = nhs;
        if (arrived.isValid())
            builder.arrived(arrived);
        return builder.in(hostel);
    }
};

inline Contact contactOf(Id<Person> person, const QString &name)
{
    Contact contact;
    contact.personId = person;
    contact.name = name;
    contact.relation = {u"parent"_s};
    return contact;
}

/// Every row of every kind as the file holds it, but for how often it was saved; and by what people and words are found.
inline std::map<QString, QStringList> everything(TestHostel &hostel)
{
    Database &database = hostel.services().records.database();
    std::map<QString, QStringList> all;
    for (const RecordType *type : allKinds()) {
        if (type == &recordType<MergedPerson>() || type == &recordType<House>())
            continue;
        for (const KeptRow &kept : need(Table(database, *type).list({.orderBy = u"id"_s, .withWithdrawn = true}))) {
            // The names that a merge wrote down are gone again when they are marked as entered in error.
            if (type == &recordType<PersonName>() && kept.withdrawnAt)
                continue;
            QString line = QString::number(kept.id) + (kept.withdrawnAt ? u" out"_s : u""_s);
            for (const QVariant &value : kept.row.values)
                line += u'|' + value.toString();
            all[QString::fromLatin1(type->table)].append(line);
        }
    }
    const auto lines = [&](const QString &name, const QString &sql, int columns) {
        Query query(database, sql);
        need(query.run());
        while (query.next()) {
            QStringList cells;
            for (int i = 0; i < columns; ++i)
                cells.append(query.text(i));
            all[name].append(cells.join(u'|'));
        }
    };
    lines(u"keys"_s, u"SELECT kind, record, person, form, key FROM name_key WHERE kind <> 'merged_person' ORDER BY 1, 2, 3, 4, 5"_s, 5);
    lines(u"happenings"_s,
        u"SELECT kind, record, person, phase, at FROM happening WHERE kind <> 'merged_person' AND NOT (kind = 'person_name' AND record IN (SELECT id FROM person_name WHERE withdrawn_at IS NOT NULL)) ORDER BY 1, 2, 3, 4"_s,
        5);
    lines(u"seen"_s, u"SELECT kind, record, person, at, only_day, by FROM seen ORDER BY 1, 2, 3"_s, 6);
    lines(u"words"_s, u"SELECT kind, record, person, body FROM search_text WHERE kind NOT LIKE 'merged_person%' ORDER BY 1, 2, 3"_s, 4);
    return all;
}

inline QStringList found(Services &services, const QString &typed)
{
    QStringList numbers;
    for (const Found &one : need(services.finding.find(typed, 10)))
        if (one.isName)
            numbers.append(need(services.records.one(Id<Person>{one.person})).value.number);
    return numbers;
}

} // namespace keywork::test
