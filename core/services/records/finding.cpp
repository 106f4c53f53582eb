// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/finding.h"

#include "core/base/name_spelling.h"
#include "core/base/text.h"
#include "core/domain/kinds.h"
#include "core/domain/stay.h"
#include "core/services/records/records.h"
#include "core/storage/history.h"
#include "core/storage/name_keys.h"
#include "core/storage/name_lookup.h"
#include "core/storage/search.h"
#include "core/storage/table.h"

#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QList<Category> deniedTo(const Session &session)
{
    QList<Category> denied;
    for (const Category category : allOf<Category>())
        if (!session.may(Act::Read, category))
            denied.append(category);
    return denied;
}

/// What lists call those whom these hits are about: one statement.
template <class Hit> Result<QHash<qint64, QString>> titlesOf(const Database &database, const QList<Hit> &hits)
{
    QList<qint64> people;
    for (const Hit &hit : hits)
        if (hit.person > 0)
            people.append(hit.person);
    return people.isEmpty() ? Result<QHash<qint64, QString>>(QHash<qint64, QString>()) : displayNamesOf(database, people);
}

bool holdsDigit(const QString &typed)
{
    return std::any_of(typed.cbegin(), typed.cend(), [](QChar c) { return c.isDigit(); });
}

} // namespace

Result<QList<Found>> Finding::named(const QString &typed, const QList<Category> &denied, int limit) const
{
    const ClosedRecords &closed = m_records.closed();
    const QList<qint64> closedPeople = closed.people();
    const auto hits
        = peopleCalled(m_records.database(), typed, {denied, closedPeople}, limit + int(std::min<qsizetype>(closedPeople.size(), limit)));
    if (!hits)
        return hits.error();
    const auto titles = titlesOf(m_records.database(), *hits);
    if (!titles)
        return titles.error();
    SharedWithClosed shared(closed, m_records.database());
    QList<Found> found;
    for (const CalledHit &hit : *hits) {
        if (found.size() >= limit)
            break;
        const RecordType *type = kindOf(hit.kind);
        const QString name = titles->value(hit.person);
        // Of a closed record the name is found, and by nothing but the name: a number that was typed would tell whose it is.
        const bool isClosed = closed.isClosed(hit.person);
        if (!type || !m_records.maySee(*type, hit.record, shared) || (isClosed && !fitsName(nameKeys(name), nameReadings(typed))))
            continue;
        Found one{hit.kind, hit.record, hit.person, name, {}, true};
        if (hit.kind != u"person") { // found by another name of theirs: which
            const auto row = m_records.one(*type, hit.record);
            if (!row)
                continue;
            one.excerpt = namesIn(row->row).join(u' ');
        }
        found.append(one);
    }
    return found;
}

Result<QList<Found>> Finding::people(const QList<qint64> &ids) const
{
    const auto names = ids.isEmpty() ? Result<QHash<qint64, QString>>(QHash<qint64, QString>()) : displayNamesOf(m_records.database(), ids);
    if (!names)
        return names.error();
    QList<Found> found;
    for (const qint64 id : ids)
        found.append({QString::fromLatin1(recordType<Person>().table), id, id, names->value(id), {}, true});
    return found;
}

Result<QList<Found>> Finding::inRoom(const QString &name) const
{
    const auto rooms = m_records.all<Room>();
    if (!rooms)
        return rooms.error();
    QList<Found> found;
    for (const Kept<Room> &room : *rooms) {
        if (room.value.name.compare(name.trimmed(), Qt::CaseInsensitive) != 0)
            continue;
        QList<qint64> who;
        const bool mayKnow = m_records.mayRead(recordType<Stay>()) && m_records.mayRead(recordType<Person>());
        const auto stays = mayKnow
            ? Table(m_records.database(), recordType<Stay>()).list({.filters = {{u"room_id"_s, Filter::Comparison::Equals, room.id.value}}})
            : Result<QList<KeptRow>>(QList<KeptRow>());
        if (!stays)
            return stays.error();
        for (const KeptRow &row : *stays) {
            const auto stay = asKind<Stay>(row);
            if (!stay)
                return stay.error();
            if (stay->value.isHereOn(m_records.today()))
                who.append(stay->value.personId.value);
        }
        const auto residents = people(who);
        if (!residents)
            return residents.error();
        found += *residents;
        found.append({QString::fromLatin1(recordType<Room>().table), room.id.value, 0, {}, room.value.name, false});
    }
    return found;
}

Result<QList<Found>> Finding::born(const PartialDate &on, int limit) const
{
    if (!m_records.mayRead(recordType<Person>()))
        return Error{m_records.session().refusal(), QString::fromLatin1(recordType<Person>().table), {}};
    const auto rows = Table(m_records.database(), recordType<Person>())
                          .list({.filters = {{u"born_on"_s, Filter::Comparison::Equals, on.text()},
                                     {u"id"_s, Filter::Comparison::NotIn, idList(m_records.closed().people())}},
                              .orderBy = u"given_name"_s,
                              .limit = limit});
    if (!rows)
        return rows.error();
    QList<qint64> who;
    for (const KeptRow &row : *rows)
        who.append(row.id);
    return people(who);
}

Result<QList<Found>> Finding::find(const QString &typed, int limit) const
{
    const QList<Category> denied = deniedTo(m_records.session());
    // Names first, wherever they stand: a newer note with the same word must not hide who is looked for.
    auto found = named(typed, denied, limit);
    if (!found)
        return found;
    QSet<qint64> people;
    for (const Found &one : std::as_const(*found))
        people.insert(one.person);
    SharedWithClosed shared(m_records.closed(), m_records.database());
    const auto mayBeSeen = [this, &shared](const SearchHit &hit) {
        const RecordType *type = kindOf(hit.kind.section(u':', 0, 0));
        return (!type || m_records.maySee(*type, hit.record, shared)) && !m_records.closed().isClosed(hit.person);
    };
    const auto add = [&](const SearchedKinds &kinds, bool isName) -> Done {
        const auto hits = searchFor(
            m_records.database(), typed, denied, limit - int(found->size()),
            [&](const SearchHit &hit) { return mayBeSeen(hit) && (!isName || !people.contains(hit.person)); }, kinds);
        if (!hits)
            return hits.error();
        const auto titles = titlesOf(m_records.database(), *hits);
        if (!titles)
            return titles.error();
        for (const SearchHit &hit : *hits)
            found->append({hit.kind.section(u':', 0, 0), hit.record, hit.person, titles->value(hit.person), hit.excerpt, isName});
        return {};
    };
    const QStringList ofPeople = tableNames(kindsThatMakeKnown());
    if (holdsDigit(typed) && found->size() < limit) // a telephone number, an NHS number
        if (Done done = add({.only = ofPeople}, true); !done)
            return done.error();
    // Then whoever else has a name: of an agency many notes tell.
    const QStringList named = tableNames(kindsWithNames());
    if (found->size() < limit)
        if (Done done = add({.onlyWithNames = true}, false); !done)
            return done.error();
    if (found->size() < limit)
        if (Done done = add({.without = ofPeople + named}, false); !done)
            return done.error();
    return found;
}

Done Finding::finished(const QString &typed, qsizetype found, Where where) const
{
    constexpr int kMost = 200;
    QJsonObject about{{u"words"_s, atMost(typed.simplified(), kMost)}, {u"found"_s, found}};
    if (where == Where::NearMatches)
        about.insert(u"near_matches"_s, true);
    return m_records.note(HistoryAction::Searched, kSearchEntries, 0, 0, about);
}

} // namespace keywork
