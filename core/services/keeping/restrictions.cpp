// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/restrictions.h"

#include "core/record/validation.h"
#include "core/storage/database.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

Done Restrictions::reload()
{
    return m_records.closed().load(m_records.database(), m_records.session(), m_records.today(), m_records.latestDay());
}

Done Restrictions::openWithReason(Id<Person> person, const QString &reason)
{
    if (!isClosed(person))
        return notNow(NotNow::OpenAlready);
    if (const Violations problems = reasonProblems(u"reason"_s, reason); !problems.isEmpty())
        return invalid(problems);
    RestrictedOpening opening;
    opening.personId = person;
    opening.openedBy = m_records.session().staff();
    opening.reason = reason.trimmed();
    // Reading does not wait for room on the disk, nor does safety: what must be told of it does (records/waiting).
    const Done opened = m_records.togetherOrLater(Later::Always, [&]() -> Done {
        m_records.closed().open(person.value); // the row itself is about the person
        if (auto kept = m_records.add(opening); !kept)
            return kept.error();
        return m_records.note(HistoryAction::RestrictedOpened, u"person"_s, person.value, person.value, {{u"reason"_s, opening.reason}});
    });
    if (!opened)
        m_records.closed().close(person.value);
    return opened;
}

Result<QList<StandingRestriction>> Restrictions::standing() const
{
    if (Done manages = m_records.session().checkManages(); !manages)
        return manages.error();
    const auto restrictions = m_records.all<Restriction>({.orderBy = u"id"_s, .descending = true});
    const auto known = m_records.all<NeedToKnow>();
    const auto staff = m_records.all<Staff>({.withWithdrawn = true});
    if (!restrictions || !known || !staff)
        return Error{ErrorKind::Storage, u"restrictions"_s, {}};
    QHash<Id<Staff>, QString> names;
    for (const Kept<Staff> &member : *staff)
        names.insert(member.id, member.value.name);
    QList<StandingRestriction> standing;
    for (const Kept<Restriction> &restriction : *restrictions) {
        if (!restriction.value.holdsWithin(m_records.today(), m_records.latestDay()))
            continue;
        const auto person = m_records.one(restriction.value.personId);
        if (!person)
            return person.error();
        StandingRestriction one{restriction, person->value.displayName() + u" · "_s + person->value.number, {}};
        if (person->value.keyworkerId)
            one.knownTo.append(names.value(person->value.keyworkerId));
        for (const Kept<NeedToKnow> &knows : *known)
            if (knows.value.personId == restriction.value.personId && !one.knownTo.contains(names.value(knows.value.staffId)))
                one.knownTo.append(names.value(knows.value.staffId));
        standing.append(one);
    }
    return standing;
}

Result<QList<Kept<RestrictedOpening>>> Restrictions::toReview() const
{
    if (!m_records.session().manages())
        return QList<Kept<RestrictedOpening>>();
    return m_records.all<RestrictedOpening>({.filters = {{u"reviewed_at"_s, Filter::Comparison::IsAbsent}}});
}

Done Restrictions::review(Id<RestrictedOpening> id, const QString &note)
{
    if (Done manages = m_records.session().checkManages(); !manages)
        return manages.error();
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
