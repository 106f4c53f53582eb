// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/oracle.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace keywork::test {

namespace {

// Column 0 is the sequence; the mac binds those from `at` to `commitment`, in this order.
const QString kHistorySql = u"SELECT h.sequence, h.at, h.by, h.action, h.kind, h.record, h.person, h.salt, h.commitment, h.mac, c.changes "
                            "FROM history h LEFT JOIN history_content c ON c.sequence = h.sequence ORDER BY h.sequence"_s;
enum Column { Sequence, At, By, Action, KindOf, Record, PersonOf, Salt, Commitment, Mac, Changes };

QString textOf(const QJsonValue &cell) { return cell.isString() ? cell.toString() : QString::number(cell.toInteger()); }

QString blake2b(const QByteArray &message, const uint8_t *key, size_t keySize)
{
    QByteArray digest(32, '\0');
    crypto_generichash(reinterpret_cast<uint8_t *>(digest.data()), 32, reinterpret_cast<const uint8_t *>(message.constData()),
        size_t(message.size()), key, keySize);
    return QString::fromLatin1(digest.toHex());
}

/// The link of the chain as core/storage/history.cpp describes it, written anew.
QString expectedMac(const SecretKey &key, const QString &previous, const Cells &row)
{
    QStringList parts{previous};
    for (int column = At; column <= Commitment; ++column)
        parts.append(textOf(row.at(column)));
    return blake2b(parts.join(QChar(0x1f)).toUtf8(), key.bytes().data(), key.bytes().size());
}

QString expectedCommitment(const Cells &row)
{
    const QByteArray salt = QByteArray::fromHex(row.at(Salt).toString().toLatin1());
    return blake2b(row.at(Changes).toString().toUtf8(), reinterpret_cast<const uint8_t *>(salt.constData()), size_t(salt.size()));
}

/// Brings a record to its next version by what the history says was changed; what it says was there before has to fit.
void replay(RecordHistory &record, const Cells &row, QStringList &violations)
{
    const QString action = row.at(Action).toString();
    record.added += action == u"added";
    record.withdrawn = record.withdrawn || action == u"withdrawn";
    QJsonObject state = record.states.isEmpty() ? QJsonObject() : record.states.last();
    const QJsonObject changes = QJsonDocument::fromJson(row.at(Changes).toString().toUtf8()).object();
    for (auto change = changes.constBegin(); change != changes.constEnd(); ++change) {
        const QJsonArray pair = change.value().toArray();
        if (pair.size() != 2)
            continue; // a reason, not a column
        if (state.contains(change.key()) && state.value(change.key()) != pair.at(0))
            violations.append(u"history %1: %2 was not what it says was there before"_s.arg(textOf(row.at(Sequence)), change.key()));
        state.insert(change.key(), pair.at(1));
    }
    record.states.append(state);
}

bool isVersion(const Cells &row)
{
    const QString action = row.at(Action).toString();
    const QString kind = row.at(KindOf).toString();
    return (action == u"added" || action == u"changed" || action == u"withdrawn") && (kind == u"person" || kind == u"stay");
}

void checkEnds(RawVault &vault, qint64 rows, qint64 last, QStringList &violations)
{
    // AUTOINCREMENT remembers the highest sequence ever given: a tail cut off shows.
    if (vault.cell(u"SELECT seq FROM sqlite_sequence WHERE name = 'history'"_s).toInteger() != last)
        violations.append(u"history ends at %1, not where it once ended"_s.arg(last));
    if (vault.cell(u"SELECT count(*) FROM history_content"_s).toInteger() != rows)
        violations.append(u"history and its contents are not as many"_s);
    if (rows == 0)
        violations.append(u"there is no history"_s);
}

} // namespace

ReadHistory readWholeHistory(RawVault &vault)
{
    ReadHistory read;
    const SecretKey key = vault.historyKey();
    const QList<Cells> rows = vault.rows(kHistorySql);
    QString previous;
    qint64 sequence = 0;
    for (const Cells &row : rows) {
        const QString where = u"history %1"_s.arg(textOf(row.at(Sequence)));
        if (row.at(Sequence).toInteger() != ++sequence)
            read.violations.append(where + u": the row before it is missing"_s);
        sequence = row.at(Sequence).toInteger();
        if (row.at(Mac).toString() != expectedMac(key, previous, row))
            read.violations.append(where + u": the chain is broken"_s);
        previous = row.at(Mac).toString();
        if (!row.at(Changes).isString())
            read.violations.append(where + u": its content is missing"_s);
        else if (row.at(Commitment).toString() != expectedCommitment(row))
            read.violations.append(where + u": its content is not what was committed to"_s);
        if (isVersion(row))
            replay(read.records[row.at(KindOf).toString() + u' ' + textOf(row.at(Record))], row, read.violations);
    }
    checkEnds(vault, rows.size(), sequence, read.violations);
    return read;
}

} // namespace keywork::test
