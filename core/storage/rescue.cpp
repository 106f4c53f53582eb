// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/rescue.h"

#include "core/base/text.h"
#include "core/storage/migrator.h"
#include "core/storage/query.h"

#include <algorithm>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Result<QStringList> columnsOf(const Database &database, const QString &table)
{
    QStringList columns;
    Query query(database, u"SELECT name FROM pragma_table_info(?)"_s);
    if (Done done = query.bind(table).run(); !done)
        return done.error();
    while (query.next())
        columns.append(query.text(0));
    if (Done done = query.finished(); !done)
        return done.error();
    return columns;
}

/// Reads one table from its first row to its last, stepping over what can't be read.
class TableRescue {
public:
    TableRescue(Database &from, Database &into, const QString &table, const QStringList &columns, const std::function<bool()> &shouldStop)
        : m_from(from)
        , m_into(into)
        , m_shouldStop(shouldStop)
        , m_columns(columns)
    {
        m_report.table = table;
        QStringList names;
        for (const QString &column : columns)
            names.append(quoted(column));
        m_select = u"SELECT rowid, "_s + names.join(u", ") + u" FROM "_s + quoted(table) + u" WHERE rowid > ? ORDER BY rowid"_s;
        m_insert = u"INSERT OR REPLACE INTO "_s + quoted(table) + u" ("_s + names.join(u", ") + u") VALUES ("_s
            + QStringList(columns.size(), u"?"_s).join(u',') + u')';
    }

    Result<RescuedTable> run()
    {
        m_last = std::numeric_limits<qint64>::min();
        while (true) {
            const auto whole = readOn();
            if (!whole)
                return whole.error();
            if (*whole)
                return m_report;
            if (isStopped()) // looks like a place that can't be read
                return Error{ErrorKind::Cancelled, {}, {}};
            ++m_report.placesLost;
            const std::optional<qint64> next = nextReadable(std::max<qint64>(m_last, 0));
            if (isStopped())
                return Error{ErrorKind::Cancelled, {}, {}};
            if (!next)
                return m_report;
            m_last = *next;
        }
    }

private:
    /// True when the end was reached; false when reading broke off. An error when writing failed.
    Result<bool> readOn()
    {
        Query query(m_from, m_select);
        if (Done done = query.bind(m_last).run(); !done)
            return false;
        while (query.next()) {
            QList<QVariant> values;
            for (int column = 0; column < m_columns.size(); ++column)
                values.append(query.value(1 + column));
            // A row that breaks a rule of the schema was damaged in itself.
            if (Done kept = keywork::run(m_into, m_insert, values); kept)
                ++m_report.read;
            else if (kept.error().kind == ErrorKind::NoRoom)
                return kept.error();
            m_last = query.number(0);
        }
        return bool(query.finished());
    }

    bool isStopped() const { return m_shouldStop && m_shouldStop(); }

    bool reads(qint64 after)
    {
        Query query(m_from, m_select + u" LIMIT 1"_s);
        if (Done done = query.bind(after).run(); !done)
            return false;
        query.next();
        return bool(query.finished());
    }

    /// The nearest place behind `from` where reading goes on: doubled steps out, halved steps back.
    std::optional<qint64> nextReadable(qint64 from)
    {
        constexpr qint64 kFarthest = qint64(1) << 40; // no table of ours counts that far
        qint64 step = 1;
        while (!reads(from + step)) {
            step *= 2;
            if (step > kFarthest || isStopped())
                return {};
        }
        qint64 bad = from + step / 2;
        qint64 good = from + step;
        while (good - bad > 1) {
            const qint64 middle = bad + (good - bad) / 2;
            (reads(middle) ? good : bad) = middle;
        }
        return good;
    }

    Database &m_from;
    Database &m_into;
    const std::function<bool()> &m_shouldStop;
    QStringList m_columns;
    QString m_select;
    QString m_insert;
    RescuedTable m_report;
    qint64 m_last = 0;
};

Result<QList<LostRow>> lostRows(const Database &fresh, const QStringList &tables)
{
    QList<LostRow> lost;
    for (const QString &table : tables) {
        Query query(fresh,
            u"SELECT DISTINCT kind, record, person FROM history WHERE kind = ? AND action = 'added' AND record NOT IN (SELECT id FROM "_s
                + quoted(table)
                + u") AND NOT EXISTS (SELECT 1 FROM history e WHERE e.action = 'erased' AND e.person = history.person "
                  "AND e.person > 0) LIMIT 1000"_s);
        if (Done done = query.bind(table).run(); !done)
            return done.error();
        while (query.next() && lost.size() < 1000)
            lost.append({query.text(0), query.number(1), query.number(2)});
    }
    return lost;
}

Done rescueTables(Database &damaged, Database &fresh, const QStringList &tables, const std::function<bool()> &shouldStop,
    RescueReport &report, QStringList &withIds)
{
    const auto present = tablesOf(damaged);
    if (!present)
        return Error{ErrorKind::Damaged, u"table of tables"_s, {}};
    const QStringList writtenAnew{u"happening"_s, u"seen"_s, u"name_key"_s, u"derived"_s}; // from the rescued rows, at the next opening
    for (const QString &table : tables) {
        if (writtenAnew.contains(table))
            continue;
        if (!present->contains(table)) {
            report.tables.append({table, 0, 0});
            continue;
        }
        const auto old = columnsOf(damaged, table);
        const auto now = columnsOf(fresh, table);
        if (!old || !now)
            return Error{ErrorKind::Damaged, table, {}};
        QStringList columns;
        std::copy_if(now->cbegin(), now->cend(), std::back_inserter(columns), [&](const QString &name) { return old->contains(name); });
        const auto rescued = TableRescue(damaged, fresh, table, columns, shouldStop).run();
        if (!rescued)
            return rescued.error();
        report.tables.append(*rescued);
        if (columns.contains(u"id") && columns.contains(u"version"))
            withIds.append(table);
    }
    return {};
}

/// Words of entries that are lost themselves prove nothing and would stand in the way of the next entry, which gets no
/// number that was given before.
Done leaveLostEntries(Database &fresh)
{
    const auto last = valueOf(fresh, u"SELECT max(sequence) FROM history_content"_s);
    if (!last)
        return last.error();
    if (Done gone = run(fresh, u"DELETE FROM history_content WHERE sequence NOT IN (SELECT sequence FROM history)"_s); !gone)
        return gone;
    return run(fresh, u"UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'history'"_s, {last->toLongLong()});
}

} // namespace

bool RescueReport::isComplete() const
{
    return lost.isEmpty() && looseReferences == 0 && faults == 0
        && std::all_of(tables.cbegin(), tables.cend(), [](const RescuedTable &table) { return table.placesLost == 0; });
}

Result<RescueReport> rescueInto(Database &damaged, Database &fresh, const std::function<bool()> &shouldStop)
{
    const auto tables = tablesOf(fresh);
    if (!tables)
        return tables.error();
    // Rows may refer to lost ones; what is found is kept all the same.
    if (Done off = run(fresh, u"PRAGMA foreign_keys = OFF"_s); !off)
        return off.error();
    RescueReport report;
    QStringList withIds;
    Transaction transaction(fresh);
    if (Done begun = transaction.begin(); !begun)
        return begun.error();
    if (Done done = rescueTables(damaged, fresh, *tables, shouldStop, report, withIds); !done)
        return done.error();
    if (Done left = leaveLostEntries(fresh); !left)
        return left.error();
    auto lost = lostRows(fresh, withIds);
    if (!lost)
        return lost.error();
    report.lost = std::move(*lost);
    if (Done committed = transaction.commit(); !committed)
        return committed.error();
    return report;
}

Result<RescueReport> rescueIntoEmpty(Database &damaged, Database &fresh, const std::function<bool()> &shouldStop)
{
    const auto version = schemaVersion(damaged);
    const bool isEarlier = version && *version > 0 && *version < migrations().size();
    if (Done begun = migrate(fresh, isEarlier ? migrations().mid(0, *version) : migrations()); !begun)
        return begun.error();
    auto report = rescueInto(damaged, fresh, shouldStop);
    if (!report)
        return report;
    if (Done migrated = migrate(fresh); !migrated)
        return migrated.error();
    return report;
}

Done checkRescued(const Database &fresh, RescueReport &report)
{
    const auto problems = fresh.deepProblems();
    if (!problems && problems.error().kind == ErrorKind::Cancelled)
        return problems.error();
    if (!problems) { // what was rescued stays all the same, and it is told
        report.faults = 1;
        return {};
    }
    const auto loose = valueOf(fresh, u"SELECT count(*) FROM pragma_foreign_key_check"_s);
    if (!loose)
        return loose.error();
    report.looseReferences = loose->toLongLong();
    report.faults = problems->size() - report.looseReferences; // each of those has its line, too
    return {};
}

Done emptySearch(Database &database)
{
    for (const QString &statement : {u"DELETE FROM search_text"_s, u"DELETE FROM search_entry"_s})
        if (Done done = run(database, statement); !done)
            return done;
    return {};
}

} // namespace keywork
