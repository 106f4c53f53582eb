// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/record_reader.h"

#include "core/domain/kinds.h"
#include "core/domain/person.h"
#include "core/record/ties.h"
#include "core/services/records/visibility.h"
#include "core/storage/choice_store.h"
#include "core/storage/happenings.h"
#include "core/storage/table.h"

#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

RecordReader::RecordReader(Database &database, ChoiceStore &choices, const Session &session, const Clock &clock)
    : m_database(database)
    , m_choices(choices)
    , m_session(session)
    , m_clock(clock)
{
}

const ChoiceSource &RecordReader::choices() const { return m_choices; }

Done RecordReader::checkAllowed(const RecordType &type, Act act) const
{
    const bool allowed = act == Act::Write ? mayChange(type)
        : act == Act::Record               ? mayAdd(type)
        : act == Act::Read                 ? mayRead(type)
                                           : m_session.may(act, type.category);
    if (allowed)
        return {};
    return Error{m_session.refusal(), QString::fromLatin1(type.table), {}};
}

bool RecordReader::mayChange(const RecordType &type) const { return m_session.may(type.access.amend, type.category); }

bool RecordReader::mayAdd(const RecordType &type) const { return m_session.may(type.access.add, type.category); }

bool RecordReader::mayComplete(const RecordType &type) const
{
    const bool isOpenToThem
        = std::any_of(type.fields.cbegin(), type.fields.cend(), [](const Field &field) { return field.saidAfterwards; });
    return mayChange(type) || (isOpenToThem && mayAdd(type) && mayRead(type));
}

/// Who may not change such records has changed no more than what may be said afterwards.
Done RecordReader::checkOnlyCompleted(const Row &before, const Row &after) const
{
    const RecordType &type = *after.type;
    for (size_t i = 0; i < type.fields.size() && !mayChange(type); ++i)
        if (!type.fields[i].saidAfterwards && before.values.at(qsizetype(i)) != after.values.at(qsizetype(i)))
            return Error{m_session.refusal(), QString::fromLatin1(type.fields[i].column), {}};
    return {};
}

bool RecordReader::mayRead(const RecordType &type) const
{
    return m_session.may(Act::Read, type.category) && m_session.roleMay(type.access.readers, type.category);
}

bool RecordReader::mayReadRow(const Row &row) const
{
    const auto told = row.type->readAs ? row.type->readAs(row) : std::nullopt;
    const Field *owner = told ? row.type->tiedBy(Tie::Owner) : nullptr;
    return !told || mayHear(*told, owner ? row.value(QString::fromLatin1(owner->column)).toLongLong() : 0);
}

bool RecordReader::mayHear(Category category, qint64 person) const
{
    if (!m_session.may(Act::Read, category))
        return false;
    if (category != Category::EarlyLife || m_session.may(Act::Manage, category))
        return true;
    const auto kept = Table(m_database, recordType<Person>()).find(person);
    return kept && kept->row.value(u"keyworker_id"_s).toLongLong() == m_session.staff().value;
}

Result<QList<qint64>> RecordReader::unreadableRows(const RecordType &type) const
{
    QList<qint64> ids;
    if (type.access.hiddenFrom) {
        const auto hidden
            = Table(m_database, type)
                  .list({.filters = {{QString::fromLatin1(type.access.hiddenFrom), Filter::Comparison::Equals, m_session.staff().value}},
                      .withWithdrawn = true});
        if (!hidden)
            return hidden.error();
        for (const KeptRow &kept : *hidden)
            ids.append(kept.id);
        // A part goes by the whole one, whatever was copied into it when it was saved last.
        const RecordType *head = type.childOf ? headOf(type) : nullptr;
        const auto heads = head ? unreadableRows(*head) : Result<QList<qint64>>(QList<qint64>());
        if (!heads)
            return heads.error();
        for (const qint64 whole : *heads) {
            const auto parts
                = Table(m_database, type)
                      .list({.filters = {{QString::fromLatin1(type.childOf), Filter::Comparison::Equals, whole}}, .withWithdrawn = true});
            if (!parts)
                return parts.error();
            for (const KeptRow &part : *parts)
                if (!ids.contains(part.id))
                    ids.append(part.id);
        }
    }
    if (type.access.onlyFor && !m_session.roleMay(Act::Manage, type.category)) {
        const auto rows = Table(m_database, type).list({.withWithdrawn = true});
        if (!rows)
            return rows.error();
        for (const KeptRow &kept : *rows)
            if (isHiddenFromReader(type, kept.row) && !ids.contains(kept.id))
                ids.append(kept.id);
    }
    const auto all = allOf<Category>();
    const bool hearsAll = m_session.may(Act::Manage, Category::EarlyLife);
    if (!type.readAs
        || (hearsAll && std::all_of(all.cbegin(), all.cend(), [this](Category each) { return m_session.may(Act::Read, each); })))
        return ids; // nothing else is hidden from them
    const auto rows = Table(m_database, type).list({.withWithdrawn = true});
    const auto own = Table(m_database, recordType<Person>())
                         .list({.filters = {{u"keyworker_id"_s, Filter::Comparison::Equals, m_session.staff().value}}});
    if (!rows || !own)
        return rows ? own.error() : rows.error();
    QSet<qint64> mine; // asked once, not for each row
    for (const KeptRow &person : *own)
        mine.insert(person.id);
    const Field *owner = type.tiedBy(Tie::Owner);
    for (const KeptRow &kept : *rows) {
        const auto told = type.readAs(kept.row);
        const qint64 person = owner ? kept.row.value(QString::fromLatin1(owner->column)).toLongLong() : 0;
        if (told && (!m_session.may(Act::Read, *told) || (*told == Category::EarlyLife && !hearsAll && !mine.contains(person))))
            ids.append(kept.id);
    }
    return ids;
}

Done RecordReader::checkOpen(qint64 person) const
{
    return m_closed.isClosed(person) ? Done(Error{ErrorKind::NeedToKnow, {}, {}}) : Done();
}

Done RecordReader::checkOpen(const RecordType &type, qint64 id, const Row &row) const
{
    if (m_closed.hides(type, id, row))
        return Error{ErrorKind::NeedToKnow, {}, {}};
    if (id > 0 && isHiddenFromReader(type, row)) // not even that there is one
        return Error{ErrorKind::NotFound, QString::fromLatin1(type.table), {}};
    // Adding is another right than reading: what was seen at night may be written down all the same.
    if (id > 0 && !mayReadRow(row))
        return Error{m_session.refusal(), QString::fromLatin1(type.table), {}};
    // What somebody sees without a name must not be saved without it.
    const auto shared = m_closed.shared(m_database, type);
    if (!shared)
        return shared.error();
    return shared->contains(id) ? Done(Error{ErrorKind::NeedToKnow, {}, {}}) : Done();
}

bool RecordReader::isHiddenFromReader(const RecordType &type, const Row &row) const
{
    const auto isAboutReader
        = [this, &row](const char *column) { return row.value(QString::fromLatin1(column)).toLongLong() == m_session.staff().value; };
    if (type.access.onlyFor && !isAboutReader(type.access.onlyFor) && !m_session.roleMay(Act::Manage, type.category))
        return true;
    if (!type.access.hiddenFrom)
        return false;
    if (row.value(QString::fromLatin1(type.access.hiddenFrom)).toLongLong() == m_session.staff().value)
        return true;
    // A part goes by the whole one, whatever was copied into it when it was saved last.
    const RecordType *head = type.childOf ? headOf(type) : nullptr;
    if (!head || !head->access.hiddenFrom)
        return false;
    const auto kept = Table(m_database, *head).find(row.value(QString::fromLatin1(type.childOf)).toLongLong());
    return kept && isHiddenFromReader(*head, kept->row);
}

Result<QList<KeptRow>> RecordReader::visible(const RecordType &type, QList<KeptRow> rows) const
{
    const auto shared = m_closed.shared(m_database, type);
    if (!shared)
        return shared.error();
    QList<KeptRow> readable;
    readable.reserve(rows.size());
    for (KeptRow &kept : rows) {
        if (isHiddenFromReader(type, kept.row) || !mayReadRow(kept.row))
            continue;
        auto part = m_closed.visiblePart(type, kept.id, std::move(kept.row));
        if (!part)
            continue;
        kept.row = readablePart(shared->contains(kept.id) ? m_closed.withoutNamesOfClosed(std::move(*part)) : std::move(*part), m_session);
        readable.append(std::move(kept));
    }
    return readable;
}

Result<QList<KeptRow>> RecordReader::some(const RecordType &type, const QList<qint64> &ids) const
{
    if (Done allowed = checkAllowed(type, Act::Read); !allowed)
        return allowed.error();
    auto rows = Table(m_database, type).some(ids);
    return rows ? visible(type, std::move(*rows)) : rows;
}

bool RecordReader::isSharedWithClosed(const RecordType &type, qint64 id) const
{
    const auto shared = m_closed.shared(m_database, type);
    return !shared || shared->contains(id);
}

Result<QList<qint64>> RecordReader::peopleIn(const QList<KeptRow> &rows) const
{
    QHash<qint64, QList<qint64>> tied;
    if (!rows.isEmpty() && kindsAboutSeveral().contains(rows.first().row.type)) {
        QList<qint64> ids;
        for (const KeptRow &kept : rows)
            ids.append(kept.id);
        auto read = peopleTiedTo(m_database, QString::fromLatin1(rows.first().row.type->table), ids);
        if (!read)
            return read.error();
        tied = std::move(*read);
    }
    QList<qint64> people;
    QSet<qint64> known;
    const auto take = [&](qint64 person) {
        if (m_closed.isClosed(person) || known.contains(person))
            return;
        known.insert(person);
        people.append(person);
    };
    for (const KeptRow &kept : rows) {
        for (const TiedPerson &one : peopleOf(*kept.row.type, kept.id, kept.row))
            take(one.person);
        for (const qint64 person : tied.value(kept.id))
            take(person);
    }
    return people;
}

bool RecordReader::maySee(const RecordType &type, qint64 id) const
{
    SharedWithClosed shared(m_closed, m_database);
    return maySee(type, id, shared);
}

bool RecordReader::maySee(const RecordType &type, qint64 id, SharedWithClosed &shared) const
{
    if (!mayRead(type) || shared.contains(type, id))
        return false;
    return (!type.access.hidesRows() && !type.readAs) || bool(one(type, id));
}

Done RecordReader::checkConfirmed() const
{
    return m_session.isConfirmed(m_clock.now()) ? Done() : Done(Error{ErrorKind::PasswordNeeded, {}, {}});
}

Result<Kept<Staff>> RecordReader::self() const
{
    const auto row = Table(m_database, recordType<Staff>()).find(m_session.staff().value);
    return row ? asKind<Staff>(*row) : Result<Kept<Staff>>(row.error());
}

Result<bool> RecordReader::anotherManager() const
{
    const auto team = all<Staff>();
    if (!team)
        return team.error();
    return std::any_of(team->cbegin(), team->cend(), [this](const Kept<Staff> &member) {
        return member.value.role == Role::Manager && member.id != m_session.staff() && !member.value.hasLeft(latestDay())
            && !member.value.keySlot.isEmpty();
    });
}

Result<KeptRow> RecordReader::one(const RecordType &type, qint64 id) const
{
    if (Done allowed = checkAllowed(type, Act::Read); !allowed)
        return allowed.error();
    auto found = Table(m_database, type).find(id);
    if (!found)
        return found;
    if (isHiddenFromReader(type, found->row)) // not even that there is one
        return Error{ErrorKind::NotFound, QString::fromLatin1(type.table), {}};
    if (!mayReadRow(found->row))
        return Error{m_session.refusal(), QString::fromLatin1(type.table), {}};
    const auto seen = visible(type, {*found});
    if (!seen)
        return seen.error();
    return seen->isEmpty() ? Result<KeptRow>(Error{ErrorKind::NeedToKnow, QString::fromLatin1(type.table), {}}) : seen->first();
}

Result<QList<KeptRow>> RecordReader::list(const RecordType &type, const ListRequest &request) const
{
    if (Done allowed = checkAllowed(type, Act::Read); !allowed)
        return allowed.error();
    auto rows = Table(m_database, type).list(request);
    return rows ? visible(type, std::move(*rows)) : rows;
}

Result<qint64> RecordReader::count(const RecordType &type, const ListRequest &request) const
{
    if (Done allowed = checkAllowed(type, Act::Read); !allowed)
        return allowed.error();
    if (!type.access.hidesRows() && !type.readAs && (m_closed.isEmpty() || !type.isAboutPerson()))
        return Table(m_database, type).count(request);
    const auto rows = list(type, request);
    if (!rows)
        return rows.error();
    return rows->size();
}

} // namespace keywork
