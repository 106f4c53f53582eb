// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/anniversary.h"
#include "core/domain/house.h"
#include "core/services/care/move_on.h"
#include "core/services/care/move_on_reading.h"
#include "core/services/records/records.h"
#include "core/storage/table.h"
#include "core/storage/watching_move_on.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// What is on file of whoever left, by person.
struct LeaversOnFile {
    QList<Kept<Stay>> ended; ///< on the days that were asked for
    QHash<qint64, QList<Stay>> stays;
    QHash<qint64, QList<PostMoveContact>> contacts;
    QHash<qint64, QList<FollowUp>> tries;
};

template <class T> Result<QHash<qint64, QList<T>>> byPersonOf(const Result<QList<KeptRow>> &rows)
{
    if (!rows)
        return rows.error();
    QHash<qint64, QList<T>> found;
    for (const KeptRow &row : *rows) {
        const auto one = asKind<T>(row);
        if (!one)
            return one.error();
        found[one->value.personId.value].append(one->value);
    }
    return found;
}

Result<LeaversOnFile> readLeavers(Database &database, QDate from, QDate until)
{
    LeaversOnFile found;
    const auto ended = staysEnded(database, from, until);
    const auto stays = byPersonOf<Stay>(staysOfLeavers(database, from, until));
    const auto contacts = byPersonOf<PostMoveContact>(ofLeavers(database, recordType<PostMoveContact>(), from, until));
    const auto tries = byPersonOf<FollowUp>(ofLeavers(database, recordType<FollowUp>(), from, until));
    if (!ended || !stays || !contacts || !tries)
        return !ended ? ended.error() : !stays ? stays.error() : !contacts ? contacts.error() : tries.error();
    for (const KeptRow &row : *ended) {
        const auto stay = asKind<Stay>(row);
        if (!stay)
            return stay.error();
        found.ended.append(*stay);
    }
    found.stays = *stays;
    found.contacts = *contacts;
    found.tries = *tries;
    return found;
}

/// What is known of whoever left `stay`, from everything that is on file of them.
FollowUpFacts followUpFacts(const Kept<Stay> &stay, const QList<Stay> &stays, const QList<PostMoveContact> &contacts,
    const QList<FollowUp> &tries, const Clock &clock)
{
    FollowUpFacts facts{.leftOn = *stay.value.leftOn, .died = endedByDeath(stay.value), .contacts = contacts};
    for (const Stay &other : stays)
        if (other.arrivedOn && *other.arrivedOn >= facts.leftOn && *other.arrivedOn > *stay.value.arrivedOn
            && (!facts.backOn || *other.arrivedOn < *facts.backOn))
            facts.backOn = other.arrivedOn;
    for (const FollowUp &one : tries)
        if (one.stayId == stay.id)
            facts.tries.append({one, clock.local(one.triedAt).date()});
    return facts;
}

FollowUpFacts factsOnFile(const LeaversOnFile &onFile, const Kept<Stay> &stay, const Clock &clock)
{
    const qint64 person = stay.value.personId.value;
    return followUpFacts(stay, onFile.stays.value(person), onFile.contacts.value(person), onFile.tries.value(person), clock);
}

/// The stay that ended last, past what the reader may see; none: they never left.
Result<std::optional<Kept<Stay>>> lastEnded(Database &database, qint64 person)
{
    const auto rows = Table(database, recordType<Stay>())
                          .list({.filters = {{u"person_id"_s, Filter::Comparison::Equals, person},
                                     {u"left_on"_s, Filter::Comparison::IsPresent}, {u"arrived_on"_s, Filter::Comparison::IsPresent}},
                              .orderBy = u"left_on"_s});
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return std::optional<Kept<Stay>>();
    const auto stay = asKind<Stay>(rows->last());
    return stay ? Result<std::optional<Kept<Stay>>>(*stay) : stay.error();
}

} // namespace

Result<QList<FollowUpDue>> readFollowUpsDue(Database &database, const Clock &clock, QDate today)
{
    // No follow-up is asked for before 3 months, or long after 12.
    const QDate first = monthsAfter(today.addDays(-kFollowUpAskedDays), -13, MonthEnd::LastDay);
    const auto onFile = readLeavers(database, first, today);
    if (!onFile)
        return onFile.error();
    QList<FollowUpDue> due;
    for (const Kept<Stay> &stay : onFile->ended)
        for (const FollowUpLine &line : followUpLines(factsOnFile(*onFile, stay, clock), today))
            if (line.isAsked)
                due.append({stay.value.personId, stay.id, *stay.value.leftOn, line});
    return due;
}

Result<QHash<qint64, MoveOnState>> readMoveOnStates(Database &database, QDate today, int promptMonths)
{
    const auto stays = staysGoingOn(database, today);
    const auto plans = byPersonOf<MoveOnPlan>(ofThoseHere(database, recordType<MoveOnPlan>(), today));
    const auto applications = byPersonOf<MoveOnApplication>(ofThoseHere(database, recordType<MoveOnApplication>(), today));
    if (!stays || !plans || !applications)
        return !stays ? stays.error() : !plans ? plans.error() : applications.error();
    QHash<qint64, MoveOnState> states;
    for (const KeptRow &row : *stays) {
        const auto stay = asKind<Stay>(row);
        if (!stay)
            return stay.error();
        const qint64 person = stay->value.personId.value;
        states.insert(person, moveOnStateOf(stay->value, plans->value(person), applications->value(person), today, promptMonths));
    }
    return states;
}

Done MoveOn::readAfter(MoveOnPicture &picture) const
{
    const Id<Person> person = picture.stay.value.personId;
    const auto contacts = readableOf<PostMoveContact>(m_records, person);
    const auto tries = readableOf<FollowUp>(m_records, person);
    const auto stays = staysOf(person);
    if (!contacts || !tries || !stays)
        return !contacts ? contacts.error() : !tries ? tries.error() : stays.error();
    picture.contactKnown = m_records.mayRead(recordType<PostMoveContact>());
    QList<PostMoveContact> words;
    for (const Kept<PostMoveContact> &one : *contacts)
        words.append(one.value);
    const QDate today = m_records.today();
    if (const PostMoveContact *counts = contactOn(words, today))
        picture.contact = *counts;
    if (picture.state != MoveOnState::Left || !m_records.mayRead(recordType<FollowUp>()))
        return {};
    QList<FollowUp> tried;
    for (const Kept<FollowUp> &one : *tries)
        tried.append(one.value);
    QList<Stay> all;
    for (const Kept<Stay> &one : *stays)
        all.append(one.value);
    picture.followUps = followUpLines(followUpFacts(picture.stay, all, words, tried, m_records.clock()), today);
    return {};
}

Result<QHash<qint64, MoveOnState>> MoveOn::states() const
{
    if (!m_records.mayRead(recordType<MoveOnPlan>()))
        return Error{ErrorKind::NotPermitted, u"move_on_plan"_s, {}};
    const auto rules = house();
    if (!rules)
        return rules.error();
    auto states = readMoveOnStates(m_records.database(), m_records.today(), int(rules->moveOnMonths));
    if (states)
        states->removeIf([this](const auto &one) { return m_records.closed().isClosed(one.key()); });
    return states;
}

/// Past what the reader may see: whoever writes one need not open the stay.
void MoveOn::completeFollowUp(Row &row) const
{
    const auto ended = lastEnded(m_records.database(), row.value(u"person_id"_s).toLongLong());
    if (row.value(u"stay_id"_s).isNull() && ended && *ended)
        row.set(u"stay_id"_s, (*ended)->id.value);
}

Result<Violations> MoveOn::followUpProblems(const Row &row) const
{
    const qint64 stayId = row.value(u"stay_id"_s).toLongLong();
    const auto followUp = recordType<FollowUp>().fromRow(row);
    if (!followUp)
        return Error{ErrorKind::Damaged, u"follow_up"_s, {}};
    const auto ended = lastEnded(m_records.database(), followUp->personId.value);
    if (!ended)
        return ended.error();
    std::optional<Kept<Stay>> about = *ended;
    if (stayId > 0) {
        const auto found = Table(m_records.database(), recordType<Stay>()).find(stayId);
        const auto stay = found ? asKind<Stay>(*found) : Result<Kept<Stay>>(found.error());
        if (!stay)
            return stay.error().kind == ErrorKind::NotFound ? Result<Violations>(Violations()) : stay.error();
        if (stay->value.personId != followUp->personId)
            return Violations{{u"stay_id"_s, Rule::AnotherOnes, {}}};
        about = *stay;
    }
    if (!about || !about->value.leftOn)
        return Violations{{u"tried_at"_s, Rule::NotLeftYet, {}}};
    if (m_records.clock().local(followUp->triedAt).date() < *about->value.leftOn)
        return Violations{{u"tried_at"_s, Rule::NotLeftYet, about->value.leftOn->toString(Qt::ISODate)}};
    return Violations();
}

Result<MoveOnCounts> MoveOn::counts(QDate from, QDate until) const
{
    if (!m_records.mayRead(recordType<FollowUp>()))
        return Error{ErrorKind::NotPermitted, u"follow_up"_s, {}};
    const auto onFile = readLeavers(m_records.database(), from, until);
    const auto came = byPersonOf<Stay>(staysOfArrivals(m_records.database(), from, until));
    if (!onFile || !came)
        return onFile ? came.error() : onFile.error();
    MoveOnCounts counts;
    for (const Kept<Stay> &stay : onFile->ended) {
        const bool died = endedByDeath(stay.value);
        const DestinationGroup group = died ? DestinationGroup::Died : destinationGroupOf(stay.value.destination.code);
        ++counts.destinations[size_t(group)];
        addFollowUps(counts.followUps, followUpLines(factsOnFile(*onFile, stay, m_records.clock()), m_records.today()));
    }
    for (const QList<Stay> &stays : *came)
        for (const Stay &stay : stays) {
            const bool isCounted = *stay.arrivedOn >= from && *stay.arrivedOn <= until;
            counts.arrived += isCounted ? 1 : 0;
            counts.returned += isCounted && stayReturnedFrom(stays, stay) ? 1 : 0;
        }
    return counts;
}

} // namespace keywork
