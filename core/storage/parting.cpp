// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/parting.h"

#include "core/base/clock.h"
#include "core/domain/merged_person.h"
#include "core/record/row_text.h"
#include "core/storage/happenings.h"
#include "core/storage/history.h"
#include "core/storage/moved_records.h"
#include "core/storage/name_keys.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Whoever restores, and when.
struct Restoring {
    qint64 by = 0;
    QDateTime at;
};

Done note(Database &database, const KeptRow &row, HistoryAction action, qint64 person, const QJsonObject &changes, const Restoring &now)
{
    HistoryEntry entry;
    entry.at = now.at;
    entry.by = now.by;
    entry.action = action;
    entry.kind = QString::fromLatin1(row.row.type->table);
    entry.record = row.id;
    entry.person = person;
    entry.changes = changes;
    const auto added = addHistory(database, entry);
    return added ? Done() : Done(added.error());
}

Done moveBack(Database &database, const MovedRecords &moved, qint64 from, qint64 to, const Restoring &now)
{
    Table table(database, *moved.type);
    const auto rows = table.some(moved.ids);
    if (!rows)
        return rows.error();
    for (const KeptRow &row : *rows) {
        if (row.row.value(moved.column).toLongLong() != from)
            continue;
        Row after = row.row;
        after.set(moved.column, to);
        if (Done done = table.update(row.id, row.version, after); !done)
            return done;
        if (Done done = note(database, row, HistoryAction::Changed, to, changesBetween(row.row, after), now); !done)
            return done;
    }
    return {};
}

Done part(Database &database, const KeptRow &kept, const Restoring &now)
{
    const qint64 stays = kept.row.value(u"person_id"_s).toLongLong();
    const qint64 merged = kept.row.value(u"merged_id"_s).toLongLong();
    const auto back = withWhatHangsOn(database, movedFrom(kept.row.text(u"moved"_s)), stays, kept.createdAt);
    if (!back)
        return back.error();
    for (const MovedRecords &moved : *back)
        if (Done done = moveBack(database, moved, stays, merged, now); !done)
            return done;
    Table people(database, recordType<Person>());
    const auto other = people.find(merged);
    if (!other)
        return other.error();
    if (other->withdrawnAt) {
        if (Done done = people.reinstate(merged, other->version); !done)
            return done;
        if (Done done = note(database, *other, HistoryAction::Undone, merged, changesBetween({}, other->row), now); !done)
            return done;
    }
    Row undone = kept.row;
    undone.set(u"undone_at"_s, toStoredText(now.at));
    undone.set(u"merged_number"_s, emptyText());
    if (Done done = Table(database, recordType<MergedPerson>()).update(kept.id, kept.version, undone); !done)
        return done;
    return note(database, kept, HistoryAction::Changed, stays, changesBetween(kept.row, undone), now);
}

} // namespace

Result<bool> partFromOthers(Database &database, qint64 person, const QList<ErasedRecord> &erased, qint64 by, const QDateTime &at)
{
    const auto merges
        = Table(database, recordType<MergedPerson>())
              .list({.filters = {{u"undone_at"_s, Filter::Comparison::IsAbsent}},
                  .anyOf = {{u"person_id"_s, Filter::Comparison::Equals, person}, {u"merged_id"_s, Filter::Comparison::Equals, person}}});
    if (!merges)
        return merges.error();
    bool parted = false;
    for (const KeptRow &kept : *merges) {
        const qint64 one = kept.row.value(u"person_id"_s).toLongLong();
        const qint64 other = one == person ? kept.row.value(u"merged_id"_s).toLongLong() : one;
        if (erased.contains(ErasedRecord{u"person"_s, other}))
            continue;
        if (Done done = part(database, kept, {by, at}); !done)
            return done.error();
        parted = true;
    }
    if (!parted)
        return false;
    if (Done done = forgetHappenings(database); !done)
        return done.error();
    if (Done done = forgetNameKeys(database); !done)
        return done.error();
    return true;
}

} // namespace keywork
