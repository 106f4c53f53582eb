// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/history.h"

#include "core/base/text.h"
#include "core/storage/database.h"
#include "core/storage/history_chain.h"
#include "core/storage/merged_people.h"
#include "core/storage/query.h"

#include <QJsonDocument>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace keywork {

Result<qint64> addHistory(Database &database, const HistoryEntry &entry)
{
    const auto last = historyHead(database);
    if (!last)
        return last.error();
    // An entry without its sum means that reading failed half-way: nothing may be chained to it.
    if (last->sequence > 0 && last->mac.size() != kHistoryMacBytes)
        return Error{ErrorKind::Storage, u"history head"_s, {}};
    QByteArray salt(kHistorySaltBytes, '\0');
    randombytes_buf(salt.data(), kHistorySaltBytes);
    const QByteArray content = QJsonDocument(entry.changes).toJson(QJsonDocument::Compact);
    const QString at = toStoredText(entry.at);
    const QString action = QString::fromLatin1(codeOf(entry.action));
    const QString committed = hex(historyCommitment(salt, content));
    const QString mac = hex(historyMac(database.historyKey(), hex(last->mac),
        {at, QString::number(entry.by), action, entry.kind, QString::number(entry.record), QString::number(entry.person), hex(salt),
            committed}));
    Query row(database,
        u"INSERT INTO history (at, by, action, kind, record, person, salt, commitment, mac) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    row.bind(at).bind(entry.by).bind(action).bind(entry.kind.isNull() ? emptyText() : entry.kind).bind(entry.record).bind(entry.person);
    row.bind(hex(salt)).bind(committed).bind(mac);
    if (Done done = row.run(); !done)
        return done.error();
    const qint64 sequence = row.lastId();
    if (Done done
        = run(database, u"INSERT INTO history_content (sequence, changes) VALUES (?, ?)"_s, {sequence, QString::fromUtf8(content)});
        !done)
        return done.error();
    return sequence;
}

Result<QList<HistoryEntry>> readHistory(Database &database, const HistoryRequest &request)
{
    QStringList conditions;
    QList<QVariant> values;
    if (request.person) {
        const QString kinds = QStringList(request.involvedIn.size(), u"?"_s).join(u',');
        conditions.append(request.involvedIn.isEmpty()
                ? u"person IN "_s + recordsOfOnePerson()
                : u"h.sequence IN (SELECT sequence FROM history WHERE person IN %2 UNION SELECT r.sequence FROM happening i "
                  "JOIN history r ON r.kind = i.kind AND r.record = i.record WHERE i.person = ? AND i.kind IN (%1))"_s.arg(
                      kinds, recordsOfOnePerson()));
        values.append(request.person);
        if (!request.involvedIn.isEmpty())
            values.append(request.person);
        for (const QString &kind : request.involvedIn)
            values.append(kind);
    }
    if (!request.kind.isEmpty()) {
        conditions.append(u"kind = ? AND record = ?"_s);
        values.append({request.kind, request.record});
    }
    if (request.changesOnly)
        conditions.append(u"action IN ('added', 'changed', 'withdrawn', 'undone', 'printed', 'exported', 'shared')"_s);
    const auto narrow = [&](const QString &condition, const QVariant &value) {
        conditions.append(condition);
        values.append(value);
    };
    if (request.by)
        narrow(u"by = ?"_s, request.by);
    if (request.from)
        narrow(u"at >= ?"_s, toStoredText(*request.from));
    if (request.until)
        narrow(u"at < ?"_s, toStoredText(*request.until));
    if (request.before)
        narrow(u"h.sequence < ?"_s, request.before);
    if (request.after)
        narrow(u"h.sequence > ?"_s, request.after);
    if (!request.sequences.isEmpty()) {
        conditions.append(u"h.sequence IN ("_s + QStringList(request.sequences.size(), u"?"_s).join(u',') + u')');
        for (const qint64 sequence : request.sequences)
            values.append(sequence);
    }
    if (!request.actions.isEmpty()) {
        conditions.append(u"action IN ("_s + QStringList(request.actions.size(), u"?"_s).join(u',') + u')');
        for (const HistoryAction action : request.actions)
            values.append(QString::fromLatin1(codeOf(action)));
    }
    const QString where = conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s);
    Query query(database,
        u"SELECT h.sequence, at, by, action, kind, record, person, changes FROM history h "
        "LEFT JOIN history_content c ON c.sequence = h.sequence"_s
            + where + u" ORDER BY h.sequence DESC LIMIT %1"_s.arg(request.limit));
    if (Done done = query.bind(values).run(); !done)
        return done.error();
    QList<HistoryEntry> entries;
    while (query.next()) {
        HistoryEntry entry;
        entry.sequence = query.number(0);
        entry.at = fromStoredText(query.text(1));
        entry.by = query.number(2);
        entry.action = fromCode<HistoryAction>(query.text(3)).value_or(HistoryAction::Changed);
        entry.kind = query.text(4);
        entry.record = query.number(5);
        entry.person = query.number(6);
        entry.changes = QJsonDocument::fromJson(query.text(7).toUtf8()).object();
        entries.append(entry);
    }
    if (Done done = query.finished(); !done)
        return done.error();
    return entries;
}

} // namespace keywork
