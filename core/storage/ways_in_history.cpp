// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/ways_in_history.h"

#include "core/storage/database.h"
#include "core/storage/query.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QJsonObject objectIn(const QString &json) { return QJsonDocument::fromJson(json.toUtf8()).object(); }

const QString kWithWords
    = QStringLiteral("SELECT h.record, c.changes FROM history h JOIN history_content c ON c.sequence = h.sequence WHERE ");

} // namespace

Result<QList<QJsonObject>> lastComings(const Database &database)
{
    // From the end: the file was closed a few entries ago, or somebody signed in a few hundred ago.
    Query query(database,
        kWithWords
            + u"h.kind = '' AND h.action IN ('signed_in', 'locked', 'signed_out', 'recovered', 'file_accepted') "
              "ORDER BY h.sequence DESC LIMIT 4"_s);
    if (Done done = query.run(); !done)
        return done.error();
    QList<QJsonObject> last;
    while (query.next())
        last.append(objectIn(query.text(1)));
    if (Done done = query.finished(); !done)
        return done.error();
    return last;
}

Result<QList<SlotSaid>> slotsSaid(const Database &database, qint64 staff)
{
    const QString whose = staff > 0 ? u" AND h.record = "_s + QString::number(staff) : QString();
    Query query(database, kWithWords + u"h.kind = 'staff' AND h.action IN ('added', 'changed')"_s + whose + u" ORDER BY h.sequence"_s);
    if (Done done = query.run(); !done)
        return done.error();
    QMap<QString, SlotSaid> said;
    while (query.next()) {
        const QJsonArray pair = objectIn(query.text(1)).value(u"key_slot"_s).toArray();
        for (const qsizetype side : {0, 1}) // before, after
            if (const QString slot = pair.size() == 2 ? pair.at(side).toString() : QString(); !slot.isEmpty())
                said.insert(slot, {slot, query.number(0), side == 1});
    }
    if (Done done = query.finished(); !done)
        return done.error();
    return said.values();
}

Result<QString> recoverySlotSaid(const Database &database)
{
    Query query(database, kWithWords + u"h.kind = 'recovery_key' AND h.record = 0 ORDER BY h.sequence DESC LIMIT 1"_s);
    if (Done done = query.run(); !done)
        return done.error();
    if (query.next())
        return objectIn(query.text(1)).value(u"slot"_s).toString();
    if (Done done = query.finished(); !done)
        return done.error();
    return QString();
}

Result<bool> wasTakenAway(const Database &database, qint64 staff)
{
    const auto last = valueOf(database,
        u"SELECT action FROM history WHERE kind = 'staff' AND record = ? AND action IN ('password_set', 'access_removed') "
        "ORDER BY sequence DESC LIMIT 1"_s,
        {staff});
    return last ? Result<bool>(last->toString() == u"access_removed") : last.error();
}

Result<QString> nameOfStaff(const Database &database, qint64 staff)
{
    const auto name = valueOf(database, u"SELECT name FROM staff WHERE id = ?"_s, {staff});
    return name ? Result<QString>(name->toString()) : name.error();
}

} // namespace keywork
