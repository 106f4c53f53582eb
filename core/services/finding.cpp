// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/finding.h"

#include "core/domain/kinds.h"
#include "core/domain/person.h"
#include "core/storage/query.h"
#include "core/storage/search.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
Result<QString> nameOf(Database &database, qint64 person)
{
    const auto name = valueOf(database,
        u"SELECT trim(CASE WHEN preferred_name <> '' THEN preferred_name ELSE given_name END || ' ' || family_name) FROM person WHERE id = ?"_s,
        {person});
    if (!name)
        return name.error();
    return name->toString();
}
} // namespace

Result<QList<Found>> Finding::find(const QString &typed, int limit) const
{
    QList<Category> denied;
    for (const Category category : allOf<Category>())
        if (!m_records.session().may(Act::Read, category))
            denied.append(category);
    const auto hits = searchFor(m_records.database(), typed, denied, limit);
    if (!hits)
        return hits.error();
    QList<Found> people;
    QList<Found> others;
    for (const SearchHit &hit : *hits) {
        Found found{hit.kind.section(u':', 0, 0), hit.record, hit.person, {}, hit.excerpt};
        const RecordType *type = kindOf(found.kind);
        if (type && !m_records.mayRead(*type))
            continue;
        if (m_records.closed().isClosed(hit.person)) {
            if (hit.kind != u"person")
                continue;
            found.excerpt.clear(); // the name alone
        }
        found.isName = hit.kind == u"person" || hit.kind == u"person_name";
        if (hit.person > 0) {
            const auto name = nameOf(m_records.database(), hit.person);
            if (!name)
                return name.error();
            found.title = *name;
        }
        (found.isName ? people : others).append(found);
    }
    return people + others;
}

} // namespace keywork
