// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/drafts.h"

#include "core/domain/person.h"
#include "core/services/records/records.h"
#include "core/services/records/waiting.h"
#include "core/storage/database.h"
#include "core/storage/drafts.h"
#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Whoever was erased meanwhile does not come back with a draft about them.
Result<bool> isAboutNobody(Database &database, const DraftPlace &place)
{
    const qint64 person = place.person > 0 ? place.person : place.kind == u"person" ? place.record : 0;
    if (person == 0)
        return false;
    const auto there = Table(database, recordType<Person>()).find(person);
    if (!there && there.error().kind != ErrorKind::NotFound)
        return there.error();
    return !there;
}

/// Behind the part of a place: an earlier form, which stands aside for a newer one. No part of a form is called so.
const QString kStoodAside = QStringLiteral("\u001fstood aside ");

DraftPlace besideIt(const WaitingDraft &draft)
{
    DraftPlace place = draft.place;
    place.part += kStoodAside + toStoredText(draft.at);
    return place;
}

bool standsAside(const DraftPlace &place) { return place.part.contains(kStoodAside); }

/// Whether all that was typed in the earlier form is in the later one, too: then it is that form, typed on.
bool saysAllOf(const QJsonValue &later, const QJsonValue &earlier)
{
    if (earlier.isNull() || earlier.isUndefined() || later == earlier)
        return true;
    if (earlier.isString())
        return later.toString().contains(earlier.toString().trimmed());
    if (!earlier.isObject())
        return false;
    const QJsonObject typed = earlier.toObject();
    for (auto one = typed.constBegin(); one != typed.constEnd(); ++one)
        if (one.key() != u"base" && !saysAllOf(later.toObject().value(one.key()), one.value())) // nobody typed what it began with
            return false;
    return true;
}

} // namespace

Done Drafts::keep(const DraftPlace &place, const QJsonObject &content)
{
    const WaitingDraft draft{m_records.session().staff().value, place, content, m_records.clock().now()};
    const Done stands = m_records.database().checkStands();
    const Done kept = stands ? keywork::keepDraft(m_records.database(), draft.staff, {place, content, draft.at}) : stands;
    if (kept) {
        if (!m_waiting.isEmpty())
            m_records.afterCommit([this, draft] { forgetWaiting(draft.staff, draft.place); });
        return kept;
    }
    if (!isForLater(kept.error().kind) || !m_elsewhere.seal || !m_elsewhere.seal(draft))
        return kept;
    m_waiting.removeIf([&](const WaitingDraft &other) { return other.staff == draft.staff && other.place == place; });
    m_waiting.prepend(draft);
    return {};
}

Done Drafts::discard(const DraftPlace &place)
{
    const qint64 staff = m_records.session().staff().value;
    const Done done = keywork::discardDraft(m_records.database(), staff, place);
    if (done && !m_waiting.isEmpty())
        m_records.afterCommit([this, staff, place] { forgetWaiting(staff, place); });
    return done;
}

void Drafts::forgetWaiting(qint64 staff, const DraftPlace &place)
{
    m_waiting.removeIf([&](const WaitingDraft &draft) {
        const bool isIt = draft.staff == staff && draft.place == place;
        if (isIt && m_elsewhere.forget)
            m_elsewhere.forget(draft);
        return isIt;
    });
}

Done Drafts::intoFile(const WaitingDraft &draft)
{
    if (Done stands = m_records.database().checkStands(); !stands)
        return stands;
    const auto gone = isAboutNobody(m_records.database(), draft.place);
    const auto present = draftFor(m_records.database(), draft.staff, draft.place);
    if (!gone)
        return gone.error();
    if (!present)
        return present.error();
    if (*gone)
        return {};
    if (*present && (*present)->updatedAt >= draft.at)
        return saysAllOf((*present)->content, draft.content)
            ? Done()
            : keywork::keepDraft(m_records.database(), draft.staff, {besideIt(draft), draft.content, draft.at});
    return keywork::keepDraft(m_records.database(), draft.staff, {draft.place, draft.content, draft.at});
}

void Drafts::adopt(const QList<WaitingDraft> &drafts)
{
    m_waiting += drafts;
    join();
}

void Drafts::join()
{
    const QList<WaitingDraft> waiting = m_waiting;
    for (const WaitingDraft &draft : waiting)
        if (intoFile(draft))
            forgetWaiting(draft.staff, draft.place);
}

void Drafts::bringBack()
{
    if (m_records.session().isLookOnly())
        return;
    Database &database = m_records.database();
    const qint64 staff = m_records.session().staff().value;
    const auto drafts = draftsOf(database, staff);
    for (const Draft &draft : drafts ? *drafts : QList<Draft>()) {
        DraftPlace place = draft.place;
        place.part = place.part.section(kStoodAside, 0, 0);
        const auto present = standsAside(draft.place) ? draftFor(database, staff, place) : Result<std::optional<Draft>>(draft);
        if (!present || *present)
            continue;
        Transaction transaction(database); // what can't be written now is tried at the next sign-in
        if (transaction.begin() && keywork::keepDraft(database, staff, {place, draft.content, draft.updatedAt})
            && discardDraft(database, staff, draft.place))
            Q_UNUSED(bool(transaction.commit()));
    }
}

QList<QDateTime> Drafts::standAside(const DraftPlace &place) const
{
    QList<QDateTime> times;
    const auto drafts = draftsOf(m_records.database(), m_records.session().staff().value);
    for (const Draft &draft : drafts ? *drafts : QList<Draft>()) {
        DraftPlace itself = draft.place;
        itself.part = itself.part.section(kStoodAside, 0, 0);
        const QDateTime at = fromStoredText(draft.place.part.section(kStoodAside, 1, 1));
        if (standsAside(draft.place) && itself == place && at.isValid())
            times.append(at);
    }
    std::sort(times.begin(), times.end(), std::greater<>());
    return times;
}

Done Drafts::takeAside(const DraftPlace &place, const QDateTime &at)
{
    Database &database = m_records.database();
    const qint64 staff = m_records.session().staff().value;
    return m_records.together([&]() -> Done {
        const DraftPlace aside = besideIt({staff, place, {}, at});
        const auto earlier = draftFor(database, staff, aside);
        const auto present = earlier ? draftFor(database, staff, place) : earlier;
        if (!present)
            return present.error();
        if (!*earlier)
            return Error{ErrorKind::NotFound, u"draft"_s, {}};
        if (Done gone = discardDraft(database, staff, aside); !gone)
            return gone;
        if (*present) {
            const WaitingDraft now{staff, place, (*present)->content, (*present)->updatedAt};
            if (Done kept = keywork::keepDraft(database, staff, {besideIt(now), now.content, now.at}); !kept)
                return kept;
        }
        return keywork::keepDraft(database, staff, {place, (*earlier)->content, (*earlier)->updatedAt});
    });
}

Done Drafts::dropAside(const DraftPlace &place, const QDateTime &at)
{
    const qint64 staff = m_records.session().staff().value;
    return discardDraft(m_records.database(), staff, besideIt({staff, place, {}, at}));
}

QList<DraftPlace> Drafts::places() const
{
    QList<DraftPlace> places;
    const qint64 staff = m_records.session().staff().value;
    for (const WaitingDraft &draft : m_waiting)
        if (draft.staff == staff)
            places.append(draft.place);
    const auto drafts = draftsOf(m_records.database(), staff);
    for (const Draft &draft : drafts ? *drafts : QList<Draft>())
        if (!places.contains(draft.place) && !standsAside(draft.place))
            places.append(draft.place);
    return places;
}

QJsonObject Drafts::at(const DraftPlace &place) const
{
    const qint64 staff = m_records.session().staff().value;
    const auto waiting = std::find_if(
        m_waiting.cbegin(), m_waiting.cend(), [&](const WaitingDraft &draft) { return draft.staff == staff && draft.place == place; });
    if (waiting != m_waiting.cend())
        return waiting->content;
    const auto draft = draftFor(m_records.database(), staff, place);
    return draft && *draft ? (*draft)->content : QJsonObject();
}

} // namespace keywork
