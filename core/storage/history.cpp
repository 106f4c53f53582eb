// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/history.h"

#include "core/base/text.h"
#include "core/storage/database.h"
#include "core/storage/query.h"

#include <QJsonDocument>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr size_t kSaltBytes = 16;
constexpr size_t kDigestBytes = 32;

QString hex(const QByteArray &bytes) { return QString::fromLatin1(bytes.toHex()); }

QByteArray commitment(const QByteArray &salt, const QByteArray &content)
{
    QByteArray digest(kDigestBytes, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(digest.data()), kDigestBytes,
        reinterpret_cast<const unsigned char *>(content.constData()), size_t(content.size()),
        reinterpret_cast<const unsigned char *>(salt.constData()), kSaltBytes);
    return digest;
}

QByteArray chained(const SecretKey &key, const QString &previous, const QStringList &parts)
{
    // Unit separators keep the parts apart: "a"+"bc" must not equal "ab"+"c".
    const QByteArray message = (QStringList{previous} + parts).join(QChar(0x1f)).toUtf8();
    QByteArray digest(kDigestBytes, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(digest.data()), kDigestBytes,
        reinterpret_cast<const unsigned char *>(message.constData()), size_t(message.size()), key.bytes().data(), key.bytes().size());
    return digest;
}

} // namespace

Done addHistory(Database &database, const HistoryEntry &entry)
{
    const auto last = valueOf(database, u"SELECT mac FROM history ORDER BY sequence DESC LIMIT 1"_s);
    if (!last)
        return last.error();
    QByteArray salt(kSaltBytes, '\0');
    randombytes_buf(salt.data(), kSaltBytes);
    const QByteArray content = QJsonDocument(entry.changes).toJson(QJsonDocument::Compact);
    const QString at = toStoredText(entry.at);
    const QString action = QString::fromLatin1(codeOf(entry.action));
    const QString committed = hex(commitment(salt, content));
    const QString mac = hex(chained(database.historyKey(), last->toString(),
        {at, QString::number(entry.by), action, entry.kind, QString::number(entry.record), QString::number(entry.person), hex(salt),
            committed}));
    Query row(database,
        u"INSERT INTO history (at, by, action, kind, record, person, salt, commitment, mac) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    row.bind(at).bind(entry.by).bind(action).bind(entry.kind.isNull() ? emptyText() : entry.kind).bind(entry.record).bind(entry.person);
    row.bind(hex(salt)).bind(committed).bind(mac);
    if (Done done = row.run(); !done)
        return done;
    return run(database, u"INSERT INTO history_content (sequence, changes) VALUES (?, ?)"_s, {row.lastId(), QString::fromUtf8(content)});
}

Result<QList<HistoryEntry>> readHistory(Database &database, const HistoryRequest &request)
{
    QStringList conditions;
    QList<QVariant> values;
    if (request.person) {
        conditions.append(u"person = ?"_s);
        values.append(request.person);
    }
    if (!request.kind.isEmpty()) {
        conditions.append(u"kind = ? AND record = ?"_s);
        values.append({request.kind, request.record});
    }
    if (request.changesOnly)
        conditions.append(u"action IN ('added', 'changed', 'withdrawn', 'printed', 'exported')"_s);
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
