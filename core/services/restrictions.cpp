// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/restrictions.h"

#include "core/storage/database.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

Done Restrictions::reload() { return m_records.closed().load(m_records.database(), m_records.session(), m_records.today()); }

Done Restrictions::openWithReason(Id<Person> person, const QString &reason)
{
    if (!isClosed(person))
        return Error{ErrorKind::NotAllowedNow, {}, {}};
    if (reason.trimmed().isEmpty())
        return invalid({{u"reason"_s, Rule::ReasonNeeded, {}}});
    RestrictedOpening opening;
    opening.personId = person;
    opening.openedBy = m_records.session().staff();
    opening.reason = reason.trimmed();
    const Done opened = m_records.together([&]() -> Done {
        m_records.closed().open(person.value); // the row itself is about the person
        if (auto kept = m_records.add(opening); !kept)
            return kept.error();
        return m_records.note(HistoryAction::RestrictedOpened, u"person"_s, person.value, person.value, {{u"reason"_s, opening.reason}});
    });
    if (!opened)
        m_records.closed().close(person.value);
    return opened;
}

Result<QList<Kept<RestrictedOpening>>> Restrictions::toReview() const
{
    if (!m_records.session().may(Act::Manage, Category::House))
        return QList<Kept<RestrictedOpening>>();
    return m_records.all<RestrictedOpening>({.filters = {{u"reviewed_at"_s, Filter::Comparison::IsAbsent}}});
}

Done Restrictions::review(Id<RestrictedOpening> id, const QString &note)
{
    if (!m_records.session().may(Act::Manage, Category::House))
        return Error{m_records.session().refusal(), {}, {}};
    auto opening = m_records.one(id);
    if (!opening)
        return opening.error();
    const auto another = m_records.anotherManager();
    if (!another)
        return another.error();
    const auto self = m_records.session().staff();
    if (opening->value.openedBy == self && *another)
        return invalid({{u"reviewed_by"_s, Rule::AnotherPerson, {}}});
    opening->value.reviewedAt = m_records.clock().now();
    opening->value.reviewedBy = self;
    opening->value.reviewNote = note;
    const auto kept = m_records.amend(*opening);
    return kept ? Done() : Done(kept.error());
}

} // namespace keywork
