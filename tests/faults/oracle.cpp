// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/oracle.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace keywork::test {

namespace {

using RowsById = QMap<qint64, QJsonObject>;

class Oracle {
public:
    Oracle(RawVault &vault, const Ledger &ledger)
        : m_vault(vault)
        , m_ledger(ledger)
    {
    }

    QStringList judged()
    {
        checkStructure();
        m_people = rowsOf(u"person"_s);
        m_stays = rowsOf(u"stay"_s);
        m_history = readWholeHistory(m_vault);
        m_violations += m_history.violations;
        checkWhole(u"person"_s, m_people);
        checkWhole(u"stay"_s, m_stays);
        checkStays();
        checkNumbers();
        checkSearch();
        for (const Saved &saved : m_ledger.saves)
            checkSaved(saved);
        checkDrafts();
        return m_violations + m_vault.errors + m_ledger.complaints;
    }

private:
    void wrong(const QString &what) { m_violations.append(what); }

    void checkStructure()
    {
        for (const Cells &line : m_vault.rows(u"PRAGMA integrity_check"_s))
            if (line.first().toString() != u"ok")
                wrong(u"integrity: "_s + line.first().toString());
        for (const Cells &line : m_vault.rows(u"PRAGMA foreign_key_check"_s))
            wrong(u"a row of %1 refers to nothing in %2"_s.arg(line.value(0).toString(), line.value(2).toString()));
        // Compares the index with every word of the texts; a failure is SQLITE_CORRUPT_VTAB.
        m_vault.rows(u"INSERT INTO search_text (search_text) VALUES ('integrity-check')"_s);
    }

    RowsById rowsOf(const QString &table)
    {
        RowsById rows;
        const QStringList columns = m_vault.columnsOf(table);
        for (const Cells &cells : m_vault.rows(u"SELECT "_s + columns.join(u", "_s) + u" FROM "_s + table)) {
            QJsonObject row;
            for (qsizetype i = 0; i < columns.size(); ++i)
                row.insert(columns.at(i), cells.at(i));
            rows.insert(row.value(u"id"_s).toInteger(), row);
        }
        return rows;
    }

    /// Rows and histories fit one to one, and each row is what its history says it came to be.
    void checkWhole(const QString &kind, const RowsById &rows)
    {
        for (auto row = rows.constBegin(); row != rows.constEnd(); ++row)
            checkRow(kind + u' ' + QString::number(row.key()), row.value());
        for (auto record = m_history.records.constBegin(); record != m_history.records.constEnd(); ++record)
            if (record.key().startsWith(kind + u' ') && !rows.contains(record.key().mid(kind.size() + 1).toLongLong()))
                wrong(record.key() + u" has a history and is not there"_s);
    }

    void checkRow(const QString &record, const QJsonObject &row)
    {
        static const QStringList own{u"id"_s, u"created_at"_s, u"created_by"_s, u"version"_s, u"withdrawn_at"_s};
        const RecordHistory history = m_history.records.value(record);
        if (history.added != 1 || history.states.size() != row.value(u"version"_s).toInteger())
            return wrong(record + u": row and history are not as many versions"_s);
        if (history.withdrawn == row.value(u"withdrawn_at"_s).isNull())
            wrong(record + u": row and history differ in whether it was entered in error"_s);
        const QJsonObject told = history.states.last();
        for (auto column = row.constBegin(); column != row.constEnd(); ++column) {
            // A new row's texts and numbers begin empty, which the history need not tell.
            const bool isEmpty = column.value().isNull() || column.value() == QJsonValue(QString()) || column.value() == QJsonValue(0);
            const bool fits = told.contains(column.key()) ? told.value(column.key()) == column.value() : isEmpty;
            if (!own.contains(column.key()) && !fits)
                wrong(record + u": its history does not tell of "_s + column.key());
        }
        for (const QString &column : told.keys())
            if (!row.contains(column))
                wrong(record + u" has no column "_s + column);
    }

    void checkStays()
    {
        for (const QJsonObject &stay : std::as_const(m_stays))
            m_stayOf[stay.value(u"person_id"_s).toInteger()].append(stay);
        for (auto person = m_people.constBegin(); person != m_people.constEnd(); ++person)
            if (m_stayOf.value(person.key()).size() != 1)
                wrong(u"person %1 has %2 stays"_s.arg(person.key()).arg(m_stayOf.value(person.key()).size()));
    }

    void checkNumbers()
    {
        qint64 highest = 0;
        for (const QJsonObject &person : std::as_const(m_people)) {
            const QString number = person.value(u"number"_s).toString();
            if (m_idOf.contains(number))
                wrong(u"the number %1 was given twice"_s.arg(number));
            m_idOf.insert(number, person.value(u"id"_s).toInteger());
            highest = std::max(highest, number.mid(2).toLongLong());
        }
        if (m_vault.cell(u"SELECT last FROM number_series WHERE prefix = 'P'"_s).toInteger() < highest)
            wrong(u"the next number would be one that was given"_s);
    }

    void checkSearch()
    {
        QHash<QString, QString> bodies;
        const QList<Cells> entries
            = m_vault.rows(u"SELECT e.kind, e.record, t.body, t.kind = e.kind AND t.record = e.record FROM search_entry e "
                           "LEFT JOIN search_text t ON t.rowid = e.id"_s);
        for (const Cells &entry : entries) {
            const QString place = entry.at(0).toString() + u' ' + QString::number(entry.at(1).toInteger());
            if (entry.at(3).toInteger() != 1)
                wrong(u"search: the entry of %1 has no text"_s.arg(place));
            bodies.insert(place, entry.at(2).toString());
            checkLives(entry.at(0).toString().section(u':', 0, 0), entry.at(1).toInteger());
        }
        if (m_vault.cell(u"SELECT count(*) FROM search_text"_s).toInteger() != entries.size())
            wrong(u"search: entries and texts are not as many"_s);
        for (const QJsonObject &person : std::as_const(m_people))
            for (const auto &[kind, column] : {std::pair(u"person"_s, u"number"_s), std::pair(u"person"_s, u"given_name"_s),
                     std::pair(u"person:health"_s, u"conditions"_s)})
                checkFound(bodies, kind, person, column);
        for (const QJsonObject &stay : std::as_const(m_stays))
            checkFound(bodies, u"stay"_s, stay, u"leaving_notes"_s);
    }

    void checkLives(const QString &kind, qint64 id)
    {
        if (kind != u"person" && kind != u"stay")
            return;
        const RowsById &rows = kind == u"person" ? m_people : m_stays;
        if (!rows.contains(id) || !rows.value(id).value(u"withdrawn_at"_s).isNull())
            wrong(u"search: %1 %2 is found and not there"_s.arg(kind).arg(id));
    }

    void checkFound(const QHash<QString, QString> &bodies, const QString &kind, const QJsonObject &row, const QString &column)
    {
        const QString place = kind + u' ' + QString::number(row.value(u"id"_s).toInteger());
        const QString words = row.value(column).toString();
        if (row.value(u"withdrawn_at"_s).isNull() && !words.isEmpty() && !bodies.value(place).contains(words))
            wrong(u"search: %1 is not found by its %2"_s.arg(place, column));
    }

    void checkSaved(const Saved &saved)
    {
        const QString who = saved.number + u" ("_s + saved.word + u')';
        const qint64 id = m_idOf.value(saved.number);
        if (id == 0)
            return wrong(who + u" was acknowledged and is not there"_s);
        const QJsonObject row = m_people.value(id);
        const qint64 version = row.value(u"version"_s).toInteger();
        const bool isWithdrawn = !row.value(u"withdrawn_at"_s).isNull();
        if (version < saved.version || (saved.withdrawn && !isWithdrawn))
            return wrong(who + u": version %1 was acknowledged, %2 is there"_s.arg(saved.version).arg(version));
        // A later version, not acknowledged, may be there; then the history still has the acknowledged one.
        const auto states = m_history.records.value(u"person "_s + QString::number(id)).states;
        const QJsonObject then = version == saved.version ? row : states.value(saved.version - 1);
        for (auto field = saved.fields.constBegin(); field != saved.fields.constEnd(); ++field)
            if (then.value(field.key()).toString() != field.value())
                wrong(who + u": "_s + field.key() + u" is not what was acknowledged"_s);
        if (m_stayOf.value(id).value(0).value(u"leaving_notes"_s).toString() != referrerOf(saved.word))
            wrong(who + u": the stay is not what was acknowledged"_s);
        const qint64 found
            = m_vault
                  .cell(u"SELECT count(*) FROM search_text WHERE search_text MATCH ? AND kind = 'person' AND record = %1"_s.arg(id),
                      {u'"' + saved.word + u'"'})
                  .toInteger();
        if (found != (isWithdrawn ? 0 : 1))
            wrong(who + u" is found %1 times"_s.arg(found));
    }

    void checkDrafts()
    {
        QHash<QString, QString> drafts;
        for (const Cells &draft : m_vault.rows(u"SELECT kind, content FROM draft"_s))
            drafts.insert(draft.at(0).toString(), draft.at(1).toString());
        for (auto kept = m_ledger.drafts.constBegin(); kept != m_ledger.drafts.constEnd(); ++kept)
            if (drafts.value(kept.key()) != kept.value())
                wrong(u"the draft %1 is not what was kept"_s.arg(kept.key()));
        for (const QString &place : m_ledger.discarded)
            if (drafts.contains(place))
                wrong(u"the draft %1 is back"_s.arg(place));
    }

    RawVault &m_vault;
    const Ledger &m_ledger;
    QStringList m_violations;
    ReadHistory m_history;
    RowsById m_people;
    RowsById m_stays;
    QHash<qint64, QList<QJsonObject>> m_stayOf;
    QHash<QString, qint64> m_idOf;
};

} // namespace

QStringList judgeInPlace(const QString &path, const Ledger &ledger)
{
    QString why;
    const auto vault = RawVault::open(path, why);
    if (!vault)
        return {why};
    QStringList violations = Oracle(*vault, ledger).judged();
    for (auto key = ledger.keys.constBegin(); key != ledger.keys.constEnd(); ++key)
        if (!VaultFile::unlock(path, key.key(), key.value()))
            violations.append(u"the password of %1 was acknowledged and does not open the file"_s.arg(key.key()));
    return violations;
}

QStringList judge(const QString &path, const Ledger &ledger)
{
    const QTemporaryDir folder;
    const QString copy = copyWithLog(path, folder.path());
    return copy.isEmpty() ? QStringList{u"the file can't be copied"_s} : judgeInPlace(copy, ledger);
}

} // namespace keywork::test
