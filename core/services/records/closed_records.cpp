// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/closed_records.h"

#include "core/base/redaction.h"
#include "core/domain/kinds.h"
#include "core/domain/restriction.h"
#include "core/domain/stay.h"
#include "core/record/ties.h"
#include "core/services/session.h"
#include "core/storage/happenings.h"
#include "core/storage/merged_people.h"
#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QStringList kOfAPerson{u"number"_s, u"given_name"_s, u"family_name"_s, u"preferred_name"_s, u"keyworker_id"_s};
const QStringList kOfAStay{
    u"person_id"_s, u"room_id"_s, u"room_since"_s, u"referred_on"_s, u"not_coming"_s, u"expected_on"_s, u"arrived_on"_s, u"left_on"_s};

Row onlyColumns(Row row, const QStringList &columns)
{
    const Row blank = emptyRow(*row.type);
    for (size_t i = 0; i < row.type->fields.size(); ++i)
        if (!columns.contains(QLatin1String(row.type->fields[i].column)))
            row.values[qsizetype(i)] = blank.values.at(qsizetype(i));
    return row;
}

bool isAboutTheRestriction(const RecordType &type)
{
    return &type == &recordType<Restriction>() || &type == &recordType<NeedToKnow>() || &type == &recordType<RestrictedOpening>();
}

} // namespace

Done ClosedRecords::load(Database &database, const Session &session, QDate today, QDate latestDay)
{
    const auto restrictions = Table(database, recordType<Restriction>()).list({});
    if (!restrictions)
        return restrictions.error();
    QSet<qint64> closed;
    const qint64 self = session.staff().value;
    for (const KeptRow &row : *restrictions)
        if (const auto kept = typed<Restriction>(row); kept && kept->value.holdsWithin(today, latestDay) && row.createdBy != self)
            closed.insert(kept->value.personId.value);
    if (!closed.isEmpty()) {
        const auto known = Table(database, recordType<NeedToKnow>()).list({});
        const auto mine = Table(database, recordType<Person>())
                              .list({.filters = {{u"keyworker_id"_s, Filter::Comparison::Equals, self}}, .withWithdrawn = true});
        if (!known || !mine)
            return known ? mine.error() : known.error();
        for (const KeptRow &row : *known)
            if (row.row.value(u"staff_id"_s).toLongLong() == self)
                closed.remove(row.row.value(u"person_id"_s).toLongLong());
        for (const KeptRow &row : *mine)
            closed.remove(row.id);
    }
    m_closed = closed - m_opened;
    for (const qint64 person : QSet<qint64>(m_closed)) { // what was made one with it is no way round
        const auto others = mergedInto(database, person);
        if (!others)
            return others.error();
        for (const qint64 other : *others)
            m_closed.insert(other);
    }
    closed.unite(m_closed);
    m_names.clear();
    for (const qint64 person : std::as_const(closed)) {
        const auto names = namesOfPeople(database, {person});
        if (!names)
            return names.error();
        m_names.insert(person, *names);
    }
    return {};
}

bool canName(const Field &field)
{
    return (field.kind == Kind::Text && !field.list) || (field.refers && QLatin1String(field.refers) == "person"_L1);
}

namespace {

bool isAboutSeveral(const RecordType &type) { return kindsAboutSeveral().contains(&type); }

} // namespace

bool ClosedRecords::hides(const RecordType &type, qint64 id, const Row &row) const
{
    if (m_closed.isEmpty() || isAboutTheRestriction(type))
        return false;
    const QList<TiedPerson> people = peopleOf(type, id, row);
    // A part (one of the people in an incident) goes whole; a record that several are in stays, without the name.
    return std::any_of(people.cbegin(), people.cend(),
        [&](const TiedPerson &tied) { return isClosed(tied.person) && (tied.tie != Tie::Involved || type.childOf); });
}

Result<QSet<qint64>> ClosedRecords::shared(Database &database, const RecordType &type) const
{
    const bool several = isAboutSeveral(type) || (type.tiedBy(Tie::Involved) && !type.childOf);
    const RecordType *head = headOf(type);
    if (!m_closed.isEmpty() && head && isAboutSeveral(*head))
        return partsOfRecordsAbout(database, type, m_closed); // what is said of others may name them too
    if (m_closed.isEmpty() || !several)
        return QSet<qint64>();
    return recordsAbout(database, QString::fromLatin1(type.table), m_closed);
}

bool SharedWithClosed::contains(const RecordType &type, qint64 id)
{
    auto known = m_known.constFind(&type);
    if (known == m_known.constEnd()) {
        const auto shared = m_closed.shared(m_database, type);
        known = m_known.insert(&type, shared ? std::optional(*shared) : std::nullopt);
    }
    return !known->has_value() || (*known)->contains(id);
}

Row ClosedRecords::withoutNamesOfClosed(Row row) const
{
    QStringList names;
    for (const qint64 person : m_closed)
        names += m_names.value(person);
    for (size_t i = 0; i < row.type->fields.size(); ++i) {
        const Field &field = row.type->fields[i];
        QVariant &value = row.values[qsizetype(i)];
        if (!canName(field))
            continue;
        if (field.kind == Kind::Text)
            value = withoutNames(value.toString(), names);
        else if (isClosed(value.toLongLong()))
            value = QVariant();
    }
    return row;
}

std::optional<Row> ClosedRecords::visiblePart(const RecordType &type, qint64 id, Row row) const
{
    if (!hides(type, id, row))
        return row;
    if (&type == &recordType<Person>())
        return onlyColumns(std::move(row), kOfAPerson);
    if (&type == &recordType<Stay>())
        return onlyColumns(std::move(row), kOfAStay);
    return {};
}

} // namespace keywork
