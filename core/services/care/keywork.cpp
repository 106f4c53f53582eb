// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/keywork.h"

#include "core/domain/kinds.h"
#include "core/services/records/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kFirstTimeDays = 14; // house rule: before the first session, what happened in so many days

Filter ofSession(Id<KeyworkSession> id) { return {u"session_id"_s, Filter::Comparison::Equals, id.value}; }

StepCarrier carrierOfAgreed(const KeyworkAgreed &agreed)
{
    return {agreed.actor, agreed.actor == StepActor::Other ? agreed.name : QString(), agreed.staffId, agreed.agencyId};
}

/// What the plan finds wrong with a step, beside the field of the agreed one that says it.
Error ofAgreed(Error error)
{
    for (Violation &violation : error.violations) {
        const auto who = partOfColumn(violation.column);
        const QString column = who ? who->second : violation.column;
        violation.column = recordType<KeyworkAgreed>().fieldNamed(column) ? column : u"what"_s;
    }
    return error;
}

Error underPlace(Error error, const QString &place)
{
    for (Violation &violation : error.violations)
        violation.column = place + u'/' + violation.column;
    return error;
}

} // namespace

KeyworkSessions::KeyworkSessions(Records &records, Families &families, Timeline &timeline, CarePlans &plans)
    : m_records(records)
    , m_families(families)
    , m_timeline(timeline)
    , m_plans(plans)
{
    // Held or missed can only be what has begun.
    records.addLookup(recordType<KeyworkSession>(), [this](const Row &row, qint64) -> Result<Violations> {
        const auto session = recordType<KeyworkSession>().fromRow(row);
        const bool hasHappened
            = session && session->startsAt.isValid() && (session->isHeld() || session->outcome == KeyworkOutcome::Missed);
        return hasHappened && dayOf(*session) > m_records.today() ? Violations{{u"starts_at"_s, Rule::InTheFuture, {}}} : Violations();
    });
    // The plan is not lost when the session begins at another moment.
    records.addCompleting(recordType<KeyworkSession>(), [](Row &row, const std::optional<Row> &before) {
        const QString planned = QString::fromLatin1(codeOf(KeyworkOutcome::Planned));
        if (before && before->text(u"outcome"_s) == planned && row.text(u"outcome"_s) != planned && row.value(u"planned_for"_s).isNull())
            row.set(u"planned_for"_s, before->value(u"starts_at"_s));
    });
}

QDate KeyworkSessions::dayOf(const KeyworkSession &session) const { return m_records.clock().local(session.startsAt).date(); }

Result<QList<Kept<KeyworkSession>>> KeyworkSessions::of(Id<Person> person) const
{
    auto sessions = m_records.of<KeyworkSession>("person_id", person);
    if (sessions)
        std::stable_sort(sessions->begin(), sessions->end(),
            [](const Kept<KeyworkSession> &a, const Kept<KeyworkSession> &b) { return a.value.startsAt > b.value.startsAt; });
    return sessions;
}

Result<KeyworkView> KeyworkSessions::read(Id<KeyworkSession> id) const
{
    const auto session = m_records.one(id);
    if (!session)
        return session.error();
    KeyworkView view{*session, {}, {}, {}};
    const ListRequest parts{.filters = {ofSession(id)}, .orderBy = u"id"_s};
    const auto notes = m_records.all<KeyworkNote>(parts);
    const auto agreed = m_records.all<KeyworkAgreed>(parts);
    if (!notes || !agreed)
        return notes ? agreed.error() : notes.error();
    view.notes = *notes;
    view.agreed = *agreed;
    if (!m_records.mayRead(recordType<KeyworkMessage>()))
        return view;
    const auto messages = m_records.all<KeyworkMessage>(parts);
    if (!messages)
        return messages.error();
    view.messages = *messages;
    return view;
}

Result<std::optional<Kept<KeyworkSession>>> KeyworkSessions::lastHeldOf(Id<Person> person, const QDateTime &before) const
{
    const auto sessions = of(person);
    if (!sessions)
        return sessions.error();
    const QDateTime limit = before.isValid() ? before : m_records.clock().now().addSecs(1);
    for (const Kept<KeyworkSession> &one : *sessions)
        if (one.value.isHeld() && one.value.startsAt < limit)
            return std::optional(one);
    return std::optional<Kept<KeyworkSession>>();
}

Result<std::optional<Kept<KeyworkSession>>> KeyworkSessions::nextPlanned(Id<Person> person) const
{
    const auto sessions = of(person);
    if (!sessions)
        return sessions.error();
    std::optional<Kept<KeyworkSession>> next;
    for (const Kept<KeyworkSession> &one : *sessions) // the latest first
        if (one.value.isPlanned() && dayOf(one.value) >= m_records.today())
            next = one;
    return next;
}

Result<SinceLastTime> KeyworkSessions::sinceLast(Id<Person> person, int limit) const
{
    const auto last = lastHeldOf(person);
    if (!last)
        return last.error();
    SinceLastTime since{*last, {}, false, {}, false};
    const QDate from = since.last ? dayOf(since.last->value) : m_records.today().addDays(-kFirstTimeDays);
    TimelineRequest request{.person = person, .kinds = m_timeline.kinds(), .from = from, .limit = limit + 1};
    request.kinds.removeOne(&recordType<KeyworkSession>());
    if (request.kinds.isEmpty())
        return since;
    do {
        const auto page = m_timeline.page(request);
        if (!page)
            return page.error();
        for (const TimelineLine &line : page->lines)
            if (!since.last || isAfter(line, since.last->value))
                since.lines.append(line);
        request.after = page->next;
    } while (request.after && since.lines.size() <= limit);
    since.hasMore = since.lines.size() > limit;
    since.lines = since.lines.mid(0, limit);
    if (Done late = since.last ? addLate(since, person) : Done(); !late)
        return late.error();
    return since;
}

/// On the day itself: only what is known to have come after.
bool KeyworkSessions::isAfter(const TimelineLine &line, const KeyworkSession &session) const
{
    return line.isDay ? m_records.clock().local(line.at).date() > dayOf(session) : line.at > session.startsAt;
}

/// A record that lasts stands there once, with the later of what it says.
Done KeyworkSessions::addLate(SinceLastTime &since, Id<Person> person) const
{
    const KeyworkSession &last = since.last->value;
    TimelineRequest request{.person = person, .kinds = m_timeline.kinds(), .until = dayOf(last), .limit = kLateLines + 1};
    request.kinds.removeOne(&recordType<KeyworkSession>());
    request.entered = EnteredSince{last.startsAt, last.staffId.value, last.startsAt.addSecs(60 * last.minutes.value_or(0))};
    QSet<QPair<const RecordType *, qint64>> known;
    for (const TimelineLine &line : since.lines)
        known.insert({line.record.row.type, line.record.id});
    do {
        const auto page = m_timeline.page(request);
        if (!page)
            return page.error();
        for (const TimelineLine &line : page->lines) {
            const QPair<const RecordType *, qint64> record{line.record.row.type, line.record.id};
            if (isAfter(line, last) || known.contains(record))
                continue;
            known.insert(record);
            since.late.append(line);
        }
        request.after = page->next;
    } while (request.after && since.late.size() <= kLateLines);
    since.hasMoreLate = since.late.size() > kLateLines;
    since.late = since.late.mid(0, kLateLines);
    return {};
}

Result<QList<StepView>> KeyworkSessions::stepsDue(Id<Person> person) const
{
    const auto last = lastHeldOf(person);
    const auto plan = last ? m_plans.planOf(person) : Result<std::optional<PlanView>>(last.error());
    if (!plan)
        return plan.error();
    QList<StepView> due;
    if (!*plan)
        return due;
    const QDate since = *last ? dayOf((*last)->value) : m_records.today();
    const QDate until = m_records.today().addDays(kStepsAheadDays);
    for (const AreaView &area : (*plan)->current.areas)
        for (const GoalView &goal : area.goals)
            for (const StepView &step : goal.steps) {
                const bool isDone = step.progress && step.progress->status == StepStatus::Completed;
                const bool isDue = !isDone && step.step.value.dueOn && *step.step.value.dueOn <= until;
                if (isDue || (isDone && step.progress->onDay >= since))
                    due.append(step);
            }
    std::stable_sort(due.begin(), due.end(), [](const StepView &a, const StepView &b) {
        return a.step.value.dueOn.value_or(QDate(9999, 12, 31)) < b.step.value.dueOn.value_or(QDate(9999, 12, 31));
    });
    return due;
}

Result<QHash<QString, QDate>> KeyworkSessions::lastGiven(Id<Person> person) const
{
    const auto sessions = of(person);
    const auto messages
        = sessions ? m_records.of<KeyworkMessage>("person_id", person) : Result<QList<Kept<KeyworkMessage>>>(sessions.error());
    if (!messages)
        return messages.error();
    QHash<qint64, QDate> days;
    for (const Kept<KeyworkSession> &one : *sessions)
        if (one.value.isHeld())
            days.insert(one.id.value, dayOf(one.value));
    QHash<QString, QDate> last;
    for (const Kept<KeyworkMessage> &one : *messages) {
        const QDate day = days.value(one.value.sessionId.value);
        QDate &known = last[one.value.message.code];
        if (day.isValid() && (!known.isValid() || day > known))
            known = day;
    }
    last.removeIf([](const auto &one) { return !one.value().isValid(); });
    return last;
}

Done KeyworkSessions::putIntoPlan(KeptRow &agreed, Id<Person> person)
{
    const auto typed = recordType<KeyworkAgreed>().fromRow(agreed.row);
    if (!typed || typed->goalThread.isEmpty() || !typed->stepThread.isEmpty())
        return {};
    Step step;
    step.what = typed->what;
    step.dueOn = typed->dueOn;
    const auto thread = m_plans.saveStep(person, typed->goalThread, step, {carrierOfAgreed(*typed)});
    if (!thread)
        return ofAgreed(thread.error());
    agreed.row.set(u"step_thread"_s, *thread);
    return {};
}

Result<Kept<KeyworkSession>> KeyworkSessions::save(KeyworkContent content)
{
    Family &family = content.family;
    const Id<Person> person{family.head.row.value(u"person_id"_s).toLongLong()};
    const Done done = m_records.together([&]() -> Done {
        for (qsizetype i = 0; i < family.parts.size(); ++i)
            if (family.parts.at(i).row.type == &recordType<KeyworkAgreed>())
                if (Done put = putIntoPlan(family.parts[i], person); !put)
                    return underPlace(put.error(), QString::number(i));
        auto saved = m_families.save(family, u"taken out of the session"_s);
        if (!saved)
            return saved.error();
        family = std::move(*saved);
        for (const QString &thread : content.stepsDone)
            if (Done noted = m_plans.noteStep(person, thread, StepStatus::Completed, {}); !noted)
                return noted;
        if (!content.next)
            return {};
        const auto next = m_records.add(*content.next);
        return next ? Done() : Done(underPlace(next.error(), u"next"_s));
    });
    if (!done)
        return done.error();
    return asKind<KeyworkSession>(family.head);
}

Result<Kept<KeyworkSession>> KeyworkSessions::end(Id<KeyworkSession> id, KeyworkOutcome outcome, const QString &reason)
{
    auto session = m_records.one(id);
    if (!session)
        return session;
    session->value.outcome = outcome;
    session->value.reason = reason;
    return m_records.amend(*session);
}

} // namespace keywork
