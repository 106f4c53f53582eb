// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/finding.h"

#include "core/base/text.h"
#include "core/domain/kinds.h"
#include "core/domain/person.h"
#include "core/services/records/records.h"
#include "core/storage/name_lookup.h"
#include "core/storage/search.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
/// Every typed word begins a word of the name.
bool matches(const QString &name, const QString &typed)
{
    const QStringList words = folded(name).split(u' ', Qt::SkipEmptyParts);
    const QStringList wanted = folded(typed).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(wanted.cbegin(), wanted.cend(), [&](const QString &part) {
        return std::any_of(words.cbegin(), words.cend(), [&](const QString &word) { return word.startsWith(part); });
    });
}
} // namespace

Result<QList<Found>> Finding::find(const QString &typed, int limit) const
{
    QList<Category> denied;
    for (const Category category : allOf<Category>())
        if (!m_records.session().may(Act::Read, category))
            denied.append(category);
    const auto isName = [](const SearchHit &hit) { return hit.kind == u"person" || hit.kind == u"person_name"; };
    const auto mayBeSeen = [this](const SearchHit &hit) {
        const RecordType *type = kindOf(hit.kind.section(u':', 0, 0));
        // Of a closed record the name is found, and by nothing but the name: a number that was typed would tell whose it is.
        return (!type || m_records.maySee(*type, hit.record)) && (!m_records.closed().isClosed(hit.person) || hit.kind == u"person");
    };
    // Names first, wherever they stand: a newer note with the same word must not hide who is looked for.
    const auto names
        = searchFor(m_records.database(), typed, denied, limit, [&](const SearchHit &hit) { return isName(hit) && mayBeSeen(hit); });
    const auto others
        = searchFor(m_records.database(), typed, denied, limit, [&](const SearchHit &hit) { return !isName(hit) && mayBeSeen(hit); });
    if (!names || !others)
        return names ? others.error() : names.error();
    QList<Found> found;
    for (const SearchHit &hit : *names + *others) {
        if (found.size() >= limit)
            break;
        Found one{hit.kind.section(u':', 0, 0), hit.record, hit.person, {}, hit.excerpt, isName(hit)};
        if (hit.person > 0) {
            const auto name = displayNameOf(m_records.database(), hit.person);
            if (!name)
                return name.error();
            one.title = *name;
        }
        if (m_records.closed().isClosed(hit.person)) {
            if (!matches(one.title, typed))
                continue;
            one.excerpt.clear(); // the name alone
        }
        found.append(one);
    }
    return found;
}

} // namespace keywork
