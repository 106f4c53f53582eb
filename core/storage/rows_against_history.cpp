// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/rows_against_history.h"

#include "core/domain/agreement.h"
#include "core/domain/kinds.h"
#include "core/domain/restriction.h"
#include "core/domain/staff.h"
#include "core/storage/database.h"
#include "core/storage/history.h"
#include "core/storage/query.h"
#include "core/storage/table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// What an earlier program changed without an entry in the history: when the schema changed, and who has to choose a password.
bool isSilent(const RecordType &type, const QString &column)
{
    return (tableOf(type) == u"step_who" && (column == u"actor" || column == u"staff_id" || column == u"agency_id"))
        || (tableOf(type) == u"staff" && column == u"chooses_password");
}

/// What an earlier program called a column in entries of its own.
QString columnOf(const RecordType &type, const QString &key)
{
    return tableOf(type) == u"disclosure" && key == u"left" ? u"did_leave"_s : key;
}

void take(HistorySays &says, const RecordType &type, const QJsonObject &changes)
{
    for (auto change = changes.constBegin(); change != changes.constEnd(); ++change) {
        const QJsonArray pair = change.value().toArray();
        const Field *field = pair.size() == 2 ? type.fieldNamed(columnOf(type, change.key())) : nullptr; // else a reason, not a column
        if (field && field->kind != Kind::Picture)
            says.values.insert(QString::fromLatin1(field->column), pair.at(1));
    }
}

/// One entry, in the order of the history. `words`: what it says; null when that was erased.
void follow(HistorySays &says, const RecordType &type, qint64 sequence, HistoryAction action, qint64 person, const QString &words)
{
    const QJsonObject changes = QJsonDocument::fromJson(words.toUtf8()).object();
    if (changesRecords(action)) {
        ++says.version;
        says.last = sequence;
        says.person = person;
        says.isGone = false;
        says.wordsKnown = says.wordsKnown && !words.isNull();
        if (action != HistoryAction::Changed)
            says.withdrawn = action == HistoryAction::Withdrawn;
        take(says, type, changes);
    } else if (action == HistoryAction::Erased) {
        says.isGone = true;
    } else if (const QJsonValue version = changes.value(u"version"_s); version.isDouble()) {
        says.version = version.toInteger();
        says.isGone = says.version == 0;
        says.isAccepted = action == HistoryAction::FileAccepted;
        says.withdrawn.reset();
        says.values.clear();
    } else if (action == HistoryAction::NamesRemoved) {
        says.mayBeGone = true;
    }
}

/// In the order of records. `restriction` narrows it down to some of them.
QString entriesSql(const RecordType &type, const QString &restriction)
{
    return u"SELECT h.record, h.sequence, h.action, h.person, c.changes FROM history h LEFT JOIN history_content c "
           "ON c.sequence = h.sequence WHERE h.kind = '"_s
        + tableOf(type) + u"' AND h.action IN ('added', 'changed', 'withdrawn', 'undone', 'erased', 'names_removed', 'file_accepted')"_s
        + restriction + u" ORDER BY h.record, h.sequence"_s;
}

/// The records of a kind one after another, as the history knows them.
class Told {
public:
    Told(const Database &database, const RecordType &type, const QString &restriction = {}, const QList<QVariant> &values = {})
        : m_type(type)
        , m_query(database, entriesSql(type, restriction))
    {
        m_done = m_query.bind(values).run();
        m_there = m_done && m_query.next();
    }
    /// False at the end.
    bool next()
    {
        if (!m_there)
            return false;
        m_record = m_query.number(0);
        m_says = {};
        while (m_there && m_query.number(0) == m_record) {
            const auto action = fromCode<HistoryAction>(m_query.text(2));
            const QVariant words = m_query.value(4);
            if (action)
                follow(m_says, m_type, m_query.number(1), *action, m_query.number(3), words.isNull() ? QString() : words.toString());
            m_there = m_query.next();
        }
        return true;
    }
    qint64 record() const { return m_record; }
    const HistorySays &says() const { return m_says; }
    Done finished() const { return m_done ? m_query.finished() : m_done; }

private:
    const RecordType &m_type;
    Query m_query;
    Done m_done;
    bool m_there = false;
    qint64 m_record = 0;
    HistorySays m_says;
};

/// The rows of a kind one after another. Pictures are left out: the history has their sum, and reading them all takes long.
class Standing {
public:
    Standing(const Database &database, const RecordType &type, const QString &restriction = {}, const QList<QVariant> &values = {})
        : m_query(database, sql(type, restriction))
    {
        m_done = m_query.bind(values).run();
        for (const Field &field : type.fields)
            if (field.kind != Kind::Picture)
                m_fields.append(&field);
    }
    bool next() { return m_done && m_query.next(); }
    qint64 id() const { return m_query.number(0); }
    qint64 version() const { return m_query.number(1); }
    bool isWithdrawn() const { return !m_query.value(2).isNull(); }
    const QList<const Field *> &fields() const { return m_fields; }
    QVariant value(qsizetype field) const { return m_query.value(3 + int(field)); }
    Done finished() const { return m_done ? m_query.finished() : m_done; }

private:
    static QString sql(const RecordType &type, const QString &restriction)
    {
        QStringList columns{u"id"_s, u"version"_s, u"withdrawn_at"_s};
        for (const Field &field : type.fields)
            if (field.kind != Kind::Picture)
                columns.append(quoted(QString::fromLatin1(field.column)));
        return u"SELECT "_s + columns.join(u", "_s) + u" FROM "_s + quoted(tableOf(type)) + restriction + u" ORDER BY id"_s;
    }
    Query m_query;
    Done m_done;
    QList<const Field *> m_fields;
};

using Erasures = QHash<qint64, qint64>; ///< person → sequence

Result<Erasures> erasuresByPerson(const Database &database)
{
    Query query(database, u"SELECT person, sequence FROM history WHERE action = 'erased' AND person > 0 ORDER BY sequence"_s);
    if (Done done = query.run(); !done)
        return done.error();
    Erasures erasures;
    while (query.next())
        erasures.insert(query.number(0), query.number(1));
    if (Done done = query.finished(); !done)
        return done.error();
    return erasures;
}

bool isSame(const QVariant &stands, const QJsonValue &told)
{
    const QJsonValue value = QJsonValue::fromVariant(stands);
    const auto isEmpty = [](const QJsonValue &one) { return one.isNull() || one == QJsonValue(QString()); };
    return value == told || (isEmpty(value) && isEmpty(told));
}

class Comparison {
public:
    Comparison(const RecordType &type, const Erasures &erasures)
        : m_type(type)
        , m_erasures(erasures)
    {
    }

    std::optional<RowFinding::Kind> of(const HistorySays &says, const Standing &row) const
    {
        if (says.isGone)
            return RowFinding::Kind::CameBack;
        if (row.version() < says.version)
            return RowFinding::Kind::Older;
        return saysTheSame(says, row) ? std::nullopt : std::optional(RowFinding::Kind::Differs);
    }
    bool mayBeMissing(const HistorySays &says) const
    {
        return says.version == 0 || says.isGone || says.mayBeGone || m_erasures.value(says.person) > says.last;
    }

private:
    bool saysTheSame(const HistorySays &says, const Standing &row) const
    {
        // An earlier program wrote some rows without an entry: what those say nobody can tell, but for the team.
        const bool isTold = row.version() == says.version || tableOf(m_type) == u"staff";
        if (!isTold || !says.wordsKnown)
            return true;
        if (says.withdrawn && *says.withdrawn != row.isWithdrawn())
            return false;
        for (qsizetype i = 0; i < row.fields().size(); ++i) {
            const Field &field = *row.fields().at(i);
            const QString column = QString::fromLatin1(field.column);
            const auto told = says.values.constFind(column);
            if (told == says.values.cend() || isSilent(m_type, column) || isSame(row.value(i), *told))
                continue;
            const bool wasTakenOut = field.refers && row.value(i).isNull() && m_erasures.contains(told->toInteger());
            if (!wasTakenOut)
                return false;
        }
        return true;
    }

    const RecordType &m_type;
    const Erasures &m_erasures;
};

/// Of a kind: the records that are worth a look, being more than once told of or not there. A row that nobody ever changed has
/// no earlier form, so an earlier page holds it as it is or not at all; there are many such, and reading them takes long.
QString worthALook(const RecordType &type)
{
    return u"SELECT r.record FROM (SELECT record, count(*) AS versions FROM history WHERE kind = '%1' AND action IN ('added', "
           "'changed', 'withdrawn', 'undone', 'names_removed', 'file_accepted') GROUP BY record) r LEFT JOIN %1 t ON t.id = r.record "
           "WHERE r.versions > 1 OR t.id IS NULL"_s.arg(tableOf(type));
}

/// The same as a condition behind "IN": spelt out where they are few, since finding them takes as long as reading on.
Result<QString> inWorthALook(const Database &database, const RecordType &type)
{
    constexpr qsizetype kFew = 5000;
    Query query(database, worthALook(type) + u" LIMIT %1"_s.arg(kFew + 1));
    if (Done done = query.run(); !done)
        return done.error();
    QStringList records;
    while (query.next())
        records.append(query.text(0));
    if (Done done = query.finished(); !done)
        return done.error();
    return records.size() > kFew ? worthALook(type) : records.join(u',');
}

/// Rows of people who were erased, or those people themselves.
Done findCameBack(const Database &database, const RecordType &type, const Erasures &erasures, QList<RowFinding> &found)
{
    QString column = tableOf(type) == u"person" ? u"id"_s : QString();
    for (const Field &field : type.fields)
        if (field.tie == Tie::Owner && field.refers && QLatin1String(field.refers) == "person"_L1 && column.isEmpty())
            column = QString::fromLatin1(field.column);
    if (column.isEmpty() || erasures.isEmpty())
        return {};
    QStringList people;
    for (auto erased = erasures.cbegin(); erased != erasures.cend(); ++erased)
        people.append(QString::number(erased.key()));
    Query query(database, u"SELECT id, version FROM %1 WHERE %2 IN (%3)"_s.arg(quoted(tableOf(type)), quoted(column), people.join(u',')));
    if (Done done = query.run(); !done)
        return done;
    QList<RowFinding> back;
    while (query.next())
        back.append({RowFinding::Kind::CameBack, tableOf(type), query.number(0), query.number(1)});
    if (Done done = query.finished(); !done)
        return done;
    for (const RowFinding &row : std::as_const(back)) {
        const auto says = whatHistorySays(database, type, row.record);
        if (!says)
            return says.error();
        const bool isTold = std::any_of(
            found.cbegin(), found.cend(), [&](const RowFinding &one) { return one.table == row.table && one.record == row.record; });
        if (!says->isAccepted && !isTold)
            found.append(row);
    }
    return {};
}

/// Besides agreements, of which there are many.
const QList<const RecordType *> &decidingKinds()
{
    static const QList<const RecordType *> kinds{&recordType<Restriction>(), &recordType<NeedToKnow>(), &recordType<Staff>()};
    return kinds;
}

/// Both in the order of records: side by side.
Done compare(const Database &database, const RecordType &type, const Erasures &erasures, QList<RowFinding> &found)
{
    const Comparison comparison(type, erasures);
    const bool isEvery = decidingKinds().contains(&type); // few rows, and much hangs on them
    const auto some = isEvery ? Result<QString>(QString()) : inWorthALook(database, type);
    if (!some)
        return some.error();
    Told told(database, type, isEvery ? QString() : u" AND h.record IN (%1)"_s.arg(*some));
    Standing row(database, type, isEvery ? QString() : u" WHERE id IN (%1)"_s.arg(*some));
    bool isRow = row.next();
    const auto note = [&](RowFinding::Kind kind, qint64 record, qint64 version) { found.append({kind, tableOf(type), record, version}); };
    while (told.next()) {
        while (isRow && row.id() < told.record())
            isRow = row.next();
        if (isRow && row.id() == told.record()) {
            if (const auto kind = comparison.of(told.says(), row))
                note(*kind, row.id(), row.version());
        } else if (!comparison.mayBeMissing(told.says())) {
            note(RowFinding::Kind::Missing, told.record(), 0);
        }
    }
    if (Done done = told.finished(); !done)
        return done;
    if (Done done = row.finished(); !done)
        return done;
    return findCameBack(database, type, erasures, found);
}

const QList<const RecordType *> &agreementKinds()
{
    static const QList<const RecordType *> kinds{&recordType<SharingAgreement>(), &recordType<AgreementCategory>()};
    return kinds;
}

/// By the index of these kinds alone: rows that have fewer versions than the history tells of.
Result<QList<qint64>> doubtfulRows(const Database &database, const RecordType &type)
{
    Query query(database,
        u"SELECT r.record FROM (SELECT record, count(*) AS versions FROM history INDEXED BY history_decision WHERE kind = '%1' "
        "AND action IN ('added', 'changed', 'withdrawn', 'undone') GROUP BY record) r LEFT JOIN %1 t ON t.id = r.record "
        "WHERE t.version IS NULL OR t.version < r.versions"_s.arg(tableOf(type)));
    if (Done done = query.run(); !done)
        return done.error();
    QList<qint64> records;
    while (query.next())
        records.append(query.number(0));
    if (Done done = query.finished(); !done)
        return done.error();
    return records;
}

/// Whether the last that the history has of a person is that they were erased. Their own entries alone, the last first.
Result<bool> wasErased(const Database &database, qint64 person, qint64 after)
{
    if (person == 0) // about nobody: that something else without a person was erased accounts for nothing
        return false;
    const auto at = valueOf(database,
        u"SELECT sequence FROM history WHERE person = ? AND sequence > ? AND action = 'erased' ORDER BY sequence DESC LIMIT 1"_s,
        {person, after});
    return at ? Result<bool>(at->toLongLong() > 0) : at.error();
}

Done lookInto(const Database &database, const RecordType &type, qint64 record, QList<RowFinding> &found)
{
    const auto says = whatHistorySays(database, type, record);
    if (!says)
        return says.error();
    Standing row(database, type, u" WHERE id = ?"_s, {record});
    if (row.next()) {
        if (says->isGone || row.version() < says->version)
            found.append({says->isGone ? RowFinding::Kind::CameBack : RowFinding::Kind::Older, tableOf(type), record, row.version()});
        return {};
    }
    if (Done done = row.finished(); !done)
        return done;
    if (Comparison(type, {}).mayBeMissing(*says))
        return {};
    const auto erased = wasErased(database, says->person, says->last);
    if (!erased)
        return erased.error();
    if (!*erased)
        found.append({RowFinding::Kind::Missing, tableOf(type), record, 0});
    return {};
}

} // namespace

Result<HistorySays> whatHistorySays(const Database &database, const RecordType &type, qint64 record)
{
    Told told(database, type, u" AND h.record = ?"_s, {record});
    const bool any = told.next();
    if (Done done = told.finished(); !done)
        return done.error();
    return any ? told.says() : HistorySays();
}

Result<QList<RowFinding>> rowsAgainstHistory(const Database &database)
{
    const Snapshot snapshot(database, u"rows_check"_s);
    const auto erasures = erasuresByPerson(database);
    if (!erasures)
        return erasures.error();
    QList<RowFinding> found;
    for (const RecordType *type : allKinds())
        if (Done done = compare(database, *type, *erasures, found); !done)
            return done.error();
    return found;
}

Result<QList<RowFinding>> decisionsAgainstHistory(const Database &database)
{
    QList<RowFinding> found;
    for (const RecordType *type : agreementKinds()) {
        const auto doubtful = doubtfulRows(database, *type);
        if (!doubtful)
            return doubtful.error();
        for (const qint64 record : *doubtful)
            if (Done done = lookInto(database, *type, record, found); !done)
                return done.error();
    }
    QList<RowFinding> others;
    for (const RecordType *type : decidingKinds())
        if (Done done = compare(database, *type, {}, others); !done)
            return done.error();
    for (const RowFinding &finding : std::as_const(others)) {
        if (finding.kind != RowFinding::Kind::Missing) {
            found.append(finding);
            continue;
        }
        if (Done done = lookInto(database, *kindOf(finding.table), finding.record, found); !done) // their person may be erased
            return done.error();
    }
    return found;
}

Done acceptRows(Database &database, const QList<RowFinding> &rows, qint64 by, const QDateTime &at)
{
    for (const RowFinding &row : rows) {
        HistoryEntry entry;
        entry.at = at;
        entry.by = by;
        entry.action = HistoryAction::FileAccepted;
        entry.kind = row.table;
        entry.record = row.record;
        entry.changes = {{u"version"_s, row.version}};
        if (const auto added = addHistory(database, entry); !added)
            return added.error();
    }
    return {};
}

} // namespace keywork
