// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/restriction.h"
#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "core/storage/misfits.h"
#include "core/storage/number_series.h"
#include "core/storage/table.h"
#include "tests/support/every_kind.h"
#include "tests/support/table_columns.h"

#include <algorithm>

namespace keywork::test::misfits_test {

using namespace Qt::StringLiterals;

namespace {

struct Index {
    QString table;
    QString name;
    QStringList columns;
};

/// Every unique index of the file but those of whole-number ids, which nobody types.
QList<Index> uniqueIndexes(const Database &database)
{
    QList<Index> indexes;
    for (const QString &table : need(tablesOf(database))) {
        Query list(database, u"SELECT name FROM pragma_index_list(?) WHERE \"unique\" = 1"_s);
        need(list.bind(table).run());
        while (list.next()) {
            Index index{table, list.text(0), {}};
            Query columns(database, u"SELECT name FROM pragma_index_info(?)"_s);
            need(columns.bind(index.name).run());
            while (columns.next())
                index.columns.append(columns.text(0));
            indexes.append(index);
        }
    }
    return indexes;
}

/// The first row of an index's table once more, with an id of its own; no value when there is none.
std::optional<Done> doubleOf(const Database &database, const Index &index)
{
    if (need(valueOf(database, u"SELECT count(*) FROM "_s + index.table)).toInt() == 0)
        return {};
    QStringList read;
    for (const TableColumn &column : columnsOf(database, index.table))
        read.append(column.name == u"id" && !index.columns.contains(u"id"_s) ? u"NULL"_s : quoted(column.name));
    return run(database, u"INSERT INTO %1 SELECT %2 FROM %1 LIMIT 1"_s.arg(index.table, read.join(u", "_s)));
}

KeptRow firstOf(Database &database, const RecordType &type)
{
    const auto rows = need(Table(database, type).list({.orderBy = u"id"_s, .limit = 1}));
    INFO(type.table);
    REQUIRE(rows.size() == 1);
    return rows.first();
}

bool holds(const Violations &violations, const QString &column, Rule rule)
{
    return std::any_of(violations.cbegin(), violations.cend(),
        [&](const Violation &violation) { return violation.column == column && violation.rule == rule; });
}

} // namespace

TEST_CASE("Every unique index of the file is described, so that it is checked before it refuses")
{
    EveryKind at(u"green kettle"_s);
    Database &database = at.services().records.database();
    need(at.services().drafts.keep({u"person"_s, 1, 1}, {{u"given_name"_s, u"Be"_s}}));
    int described = 0;
    for (const Index &index : uniqueIndexes(database)) {
        INFO(index.name.toStdString());
        if (const auto second = doubleOf(database, index))
            CHECK(kindOfError(*second) == ErrorKind::DoesNotFit); // never a fault of the disk
        const RecordType *type = kindOf(index.table);
        if (!type)
            continue; // services write it themselves, always as "insert or change": nobody types it
        REQUIRE(index.columns.size() == 1);
        const Field *field = type->fieldNamed(index.columns.first());
        REQUIRE(field);
        CHECK(uniquenessOf(*type, *field) != Unique::No);
        const KeptRow first = firstOf(database, *type);
        const auto misfits = need(misfitsOf(database, first.row, 0, nullptr));
        REQUIRE(misfits.size() == 1);
        CHECK(misfits.first().field == field);
        CHECK(misfits.first().same == first.id);
        CHECK(need(misfitsOf(database, first.row, first.id, nullptr)).isEmpty()); // no double of itself
        ++described;
    }
    CHECK(described >= 6); // rooms, and everything that has a number
}

TEST_CASE("Every reference of the file is checked before the file refuses it")
{
    EveryKind at(u"green kettle"_s);
    Records &records = at.services().records;
    const Database &database = records.database();
    int references = 0;
    int said = 0;
    for (const RecordType *type : allKinds()) {
        Query keys(database, u"SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)"_s);
        need(keys.bind(QString::fromLatin1(type->table)).run());
        while (keys.next()) {
            const QString column = keys.text(0);
            INFO(type->table << '.' << column.toStdString());
            const Field *field = type->fieldNamed(column);
            REQUIRE(field);
            CHECK(QLatin1String(field->refers) == keys.text(1));
            ++references;
            Row row = emptyRow(*type);
            row.set(column, qint64(999'999));
            const auto misfits = need(misfitsOf(database, row, 0, nullptr));
            REQUIRE(misfits.size() == 1);
            CHECK((misfits.first().field == field && misfits.first().same == 0));
            const auto some = need(Table(records.database(), *type).list({.orderBy = u"id"_s, .limit = 1}));
            if (some.isEmpty())
                continue;
            CHECK(kindOfError(run(
                      database, u"UPDATE %1 SET %2 = 999999 WHERE id = %3"_s.arg(QLatin1String(type->table), column).arg(some.first().id)))
                == ErrorKind::DoesNotFit);
            KeptRow astray = some.first();
            astray.row.set(column, qint64(999'999));
            const auto saved = records.amend(astray);
            if (saved) // what is not asked of this record is not kept
                continue;
            CHECK(saved.error().kind != ErrorKind::Storage);
            CHECK(saved.error().kind != ErrorKind::DoesNotFit);
            said += holds(saved.error().violations, column, Rule::UnknownReference) ? 1 : 0;
        }
    }
    CHECK(references > 50);
    CHECK(said >= 12);
}

TEST_CASE("A second room of one name is said beside the field, whatever its case, and comes back neither")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto room = need(records.add(Room{u"2b"_s, {}, {}, false, false, {}}));
    const Violations wanted{{u"name"_s, Rule::AlreadyUsed, u"room.name 2B"_s}};
    const auto second = records.add(Room{u" 2B "_s, {}, {}, true, false, {}});
    REQUIRE_FALSE(bool(second));
    CHECK(second.error().kind == ErrorKind::Invalid);
    CHECK(second.error().violations == wanted);
    auto other = need(records.add(Room{u"3"_s, {}, {}, false, false, {}}));
    other.value.name = u"2B"_s;
    const auto renamed = records.amend(other);
    REQUIRE_FALSE(bool(renamed));
    CHECK(renamed.error().violations == wanted);
    auto same = room;
    same.value.notes = u"by the stairs"_s;
    same = need(records.amend(same)); // its own name is no double
    same.value.name = u"2B"_s;
    same = need(records.amend(same));
    need(records.withdraw(recordType<Room>(), same.id.value, same.version, u"there is no such room"_s));
    other.value.name = u"2B"_s;
    need(records.amend(other)); // what was entered in error does not stand in the way
    const Done back = records.reinstate(recordType<Room>(), same.id.value);
    REQUIRE_FALSE(bool(back));
    CHECK(back.error().violations == wanted);
}

TEST_CASE("A series of numbers that lags behind its records catches up")
{
    EveryKind at(u"green kettle"_s);
    Database &database = at.services().records.database();
    for (const RecordType *type : allKinds()) {
        if (!type->numberSeries)
            continue;
        INFO(type->table);
        const QString prefix = QString::fromLatin1(type->numberSeries);
        need(run(database, u"UPDATE number_series SET last = 0 WHERE prefix = ?"_s, {prefix}));
        const QString taken = firstOf(database, *type).row.text(u"number"_s);
        const QString next = need(nextFreeNumber(database, *type));
        CHECK(next.startsWith(prefix + u'-'));
        CHECK(next != taken);
        CHECK(need(valueOf(database, u"SELECT count(*) FROM %1 WHERE number = ?"_s.arg(QLatin1String(type->table)), {next})).toInt() == 0);
    }
}

TEST_CASE("A reason of a letter is refused where it is typed; one that is on file already keeps nobody from saving the rest")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().in(hostel);
    const auto refused = records.add(Restriction{ben.id, u"x"_s, QDate(2026, 9, 1), {}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().violations == Violations{{u"why"_s, Rule::SaysTooLittle, {}}});
    auto kept = need(records.add(Restriction{ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    need(run(records.database(), u"UPDATE restriction SET why = 'x'"_s)); // from before this was asked
    kept = need(records.one(kept.id));
    kept.value.untilOn = QDate(2026, 10, 1);
    need(records.amend(kept));
    auto changed = need(records.one(kept.id));
    changed.value.why = u"y"_s;
    CHECK(kindOfError(records.amend(changed)) == ErrorKind::Invalid);
}

} // namespace keywork::test::misfits_test
