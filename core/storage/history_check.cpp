// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/storage/database.h"
#include "core/storage/history.h"
#include "core/storage/history_chain.h"
#include "core/storage/query.h"
#include "core/vault/vault_header.h"

#include <QHash>
#include <QMap>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kMostFindings = 200;

/// Which key proves the entry at a sequence.
class ChainKeys {
public:
    static Result<ChainKeys> of(const Database &database)
    {
        ChainKeys keys;
        Query query(database, u"SELECT until_sequence, key FROM history_key ORDER BY until_sequence"_s);
        if (Done done = query.run(); !done)
            return done.error();
        while (query.next()) {
            const QByteArray bytes = QByteArray::fromHex(query.text(1).toLatin1());
            if (bytes.size() == qsizetype(SecretKey::kSize))
                keys.m_earlier[query.number(0)] = std::make_shared<SecretKey>(
                    SecretKey::of({reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size())}));
        }
        if (Done done = query.finished(); !done)
            return done.error();
        keys.m_present = std::make_shared<SecretKey>(database.historyKey().copy());
        return keys;
    }
    const SecretKey &at(qint64 sequence) const
    {
        const auto earlier = m_earlier.lowerBound(sequence);
        return earlier == m_earlier.cend() ? *m_present : **earlier;
    }

private:
    QMap<qint64, std::shared_ptr<SecretKey>> m_earlier;
    std::shared_ptr<SecretKey> m_present;
};

/// The last erasure of each person and of each record without a person: what accounts for words that are gone.
struct Erased {
    QHash<qint64, qint64> people;
    QHash<QString, qint64> records;

    bool accountsFor(const Query &row, qint64 sequence) const
    {
        const qint64 person = row.number(6);
        if (person > 0 && people.value(person) > sequence)
            return true;
        return records.value(row.text(4) + u'/' + row.text(5)) > sequence;
    }
};

Result<Erased> erasuresIn(const Database &database)
{
    Erased erased;
    Query query(
        database, u"SELECT sequence, kind, record, person FROM history WHERE action IN ('erased', 'names_removed') ORDER BY sequence"_s);
    if (Done done = query.run(); !done)
        return done.error();
    while (query.next()) {
        if (query.number(3) > 0)
            erased.people[query.number(3)] = query.number(0);
        else
            erased.records[query.text(1) + u'/' + query.text(2)] = query.number(0);
    }
    if (Done done = query.finished(); !done)
        return done.error();
    return erased;
}

class Check {
public:
    Check(ChainKeys keys, Erased erased, const QList<HistoryHead> &known)
        : m_keys(std::move(keys))
        , m_erased(std::move(erased))
    {
        for (const HistoryHead &head : known)
            m_known.insert(head.sequence, head.mac);
    }

    void entry(const Query &row)
    {
        const qint64 sequence = row.number(0);
        for (qint64 missing = m_report.head.sequence + 1; missing < sequence && note(HistoryFinding::Kind::Missing, missing); ++missing) { }
        const QString mac = row.text(9);
        const QStringList parts{row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.text(7), row.text(8)};
        if (hex(historyMac(m_keys.at(sequence), m_previous, parts)) != mac)
            note(HistoryFinding::Kind::Changed, sequence);
        words(row, sequence);
        clock(row.text(1), sequence);
        m_previous = mac;
        m_report.head = {sequence, QByteArray::fromHex(mac.toLatin1())};
        ++m_report.entries;
        for (auto head = m_known.constFind(sequence); head != m_known.cend() && head.key() == sequence; ++head)
            if (*head != m_report.head.mac)
                note(HistoryFinding::Kind::OtherHead, sequence);
    }

    void reachedBefore(qint64 sequence)
    {
        if (sequence > m_report.head.sequence && !m_known.contains(sequence))
            note(HistoryFinding::Kind::TailMissing, sequence);
    }

    HistoryReport report()
    {
        for (auto head = m_known.cbegin(); head != m_known.cend(); ++head)
            if (head.key() > m_report.head.sequence)
                note(HistoryFinding::Kind::TailMissing, head.key());
        return m_report;
    }

private:
    void words(const Query &row, qint64 sequence)
    {
        const QVariant content = row.value(10);
        if (content.isNull()) {
            if (m_erased.accountsFor(row, sequence))
                ++m_report.erased;
            else
                note(HistoryFinding::Kind::WordsMissing, sequence);
            return;
        }
        if (hex(historyCommitment(QByteArray::fromHex(row.text(7).toLatin1()), content.toString().toUtf8())) != row.text(8))
            note(HistoryFinding::Kind::WordsChanged, sequence);
    }

    void clock(const QString &stored, qint64 sequence)
    {
        // The stored form sorts like the moments: only what goes back is worth reading.
        if (stored < m_previousAt && m_report.jumps.size() < kMostFindings) {
            const QDateTime before = fromStoredText(m_previousAt);
            const QDateTime at = fromStoredText(stored);
            if (before.isValid() && at.isValid() && at.secsTo(before) > kClocksDifferSeconds)
                m_report.jumps.append({sequence, before, at});
        }
        m_previousAt = stored;
    }

    bool note(HistoryFinding::Kind kind, qint64 sequence)
    {
        if (m_report.findings.size() >= kMostFindings)
            return false;
        m_report.findings.append({kind, sequence});
        return true;
    }

    ChainKeys m_keys;
    Erased m_erased;
    QMultiMap<qint64, QByteArray> m_known;
    HistoryReport m_report;
    QString m_previous;
    QString m_previousAt;
};

Result<HistoryHead> headOf(const Database &database, const QString &which, const QList<QVariant> &values)
{
    Query query(database, u"SELECT sequence, mac FROM history "_s + which);
    if (Done done = query.bind(values).run(); !done)
        return done.error();
    if (query.next())
        return HistoryHead{query.number(0), QByteArray::fromHex(query.text(1).toLatin1())};
    if (Done done = query.finished(); !done)
        return done.error();
    return HistoryHead();
}

} // namespace

HistoryHead auditHeadOf(const VaultHeader &header)
{
    const auto &head = header.auditHead;
    return {qint64(header.auditSequence), QByteArray(reinterpret_cast<const char *>(head.data()), qsizetype(head.size()))};
}

Result<HistoryHead> historyHead(const Database &database) { return headOf(database, u"ORDER BY sequence DESC LIMIT 1"_s, {}); }

Result<HistoryHead> historyAt(const Database &database, qint64 sequence) { return headOf(database, u"WHERE sequence = ?"_s, {sequence}); }

Result<QDateTime> latestMoment(const Database &database, qint64 afterSequence)
{
    Query query(database, u"SELECT at FROM history WHERE +sequence > ? ORDER BY at DESC LIMIT 1"_s); // +: down the index history_at
    if (Done done = query.bind(afterSequence).run(); !done)
        return done.error();
    if (query.next())
        return fromStoredText(query.text(0));
    if (Done done = query.finished(); !done)
        return done.error();
    return QDateTime();
}

QDate laterOf(const QDateTime &now, const Database &database)
{
    const auto latest = latestMoment(database);
    return (latest && latest->isValid() && *latest > now ? *latest : now).date();
}

Result<HistoryReport> verifyHistory(const Database &database, const QList<HistoryHead> &known)
{
    const Snapshot snapshot(database, u"history_check"_s);
    auto keys = ChainKeys::of(database);
    if (!keys)
        return keys.error();
    auto erased = erasuresIn(database);
    if (!erased)
        return erased.error();
    Check check(std::move(*keys), std::move(*erased), known);
    Query query(database,
        u"SELECT h.sequence, at, by, action, kind, record, person, salt, commitment, mac, changes FROM history h "
        "LEFT JOIN history_content c ON c.sequence = h.sequence ORDER BY h.sequence"_s);
    if (Done done = query.run(); !done)
        return done.error();
    while (query.next())
        check.entry(query);
    if (Done done = query.finished(); !done)
        return done.error();
    // SQLite counts beyond entries that were deleted at the end, unless somebody thought of that too.
    const auto counted = valueOf(database, u"SELECT seq FROM sqlite_sequence WHERE name = 'history'"_s);
    if (!counted)
        return counted.error();
    check.reachedBefore(counted->toLongLong());
    return check.report();
}

Done keepHistoryKey(Database &database, qint64 untilSequence, const SecretKey &key)
{
    const QByteArray bytes(reinterpret_cast<const char *>(key.bytes().data()), qsizetype(key.bytes().size()));
    return run(database, u"INSERT OR REPLACE INTO history_key (until_sequence, key) VALUES (?, ?)"_s, {untilSequence, hex(bytes)});
}

} // namespace keywork
