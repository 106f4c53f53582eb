// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/services/watch/year.h"

#include "core/domain/care_plan.h"
#include "core/domain/house.h"
#include "core/domain/incident_review.h"
#include "core/domain/keywork.h"
#include "core/domain/risk.h"
#include "core/services/care/care_plans.h"
#include "core/services/care/incidents.h"
#include "core/services/care/risks.h"
#include "core/services/care/stages.h"
#include "core/services/house/attention.h"

#include <algorithm>
#include <sqlite3.h>

namespace keywork::test::year {

namespace {

constexpr int kBeforeTheYear = 30; // days in which everybody arrives and settles
constexpr int kFar = 1200; // days, for what is not to come up within the year
constexpr int kHabit = 10; // days between two sessions of the house's habit
constexpr int kYearsMoveOn = 24; // months: whoever lives here from the beginning is not here so long within the year

/// Lines that stand once however much they are about, and so overlap.
bool standsOnce(const QString &code)
{
    static const QStringList codes{u"incident_unreviewed"_s, u"incident_unreviewed_long"_s, u"incident_month"_s, u"awareness_day"_s,
        u"naloxone_replace"_s, u"naloxone_untrained"_s, u"check_round"_s};
    return codes.contains(code);
}

QString keyOf(const QString &code, qint64 person) { return code + u' ' + QString::number(person); }

} // namespace

Year::Year(int year, int planned, int quiet, quint32 seed)
    : m_first(year, 1, 1)
    , m_last(year, 12, 31)
    , m_random(seed)
{
    m_hostel.clock.set(at(m_first.addDays(-kBeforeTheYear), 9, 0));
    then(at(m_first), [this] { // a year from then on nobody is asked for the words of "Overdose - act now"
        auto house = need(records().all<House>()).first();
        house.value.wordsCheckedOn = today();
        house.value.moveOnMonths = kYearsMoveOn;
        need(records().amend(house));
    });
    need(records().together([&]() -> Done {
        for (int i = 0; i < planned + quiet; ++i) {
            const auto person = arrivedLongAgo(u"Nr%1"_s.arg(i));
            if (i < planned)
                m_residents.append(person.id);
            else
                m_later.append({Whom(person.id), m_first.addDays(-chance(kHabit))});
        }
        return {};
    }));
}

QDateTime Year::at(QDate day, int hour, int minute) const
{
    return hour == 0 && minute == 0 ? m_hostel.clock.startOf(day) : m_hostel.clock.resolve(day, QTime(hour, minute)).earlier;
}

void Year::must(const char *code, const Whom &whom, const QDateTime &from, const QDateTime &until)
{
    m_musts.append({QString::fromLatin1(code), whom, from, until});
}

Kept<Person> Year::arrivedLongAgo(const QString &given, QDate arrived)
{
    const QDate came = arrived.isValid() ? arrived : today().addDays(-200);
    auto builder = aPerson().called(given, u"Year"_s).arrived(came);
    builder.stay.referredOn = came.addDays(-40);
    builder.person.keyworkerId = me();
    const auto person = builder.in(m_hostel);
    settle(person.id);
    mayGoUnseen(person.id);
    return person;
}

Kept<CarePlanVersion> Year::issuePlan(Id<Person> person, QDate reviewOn)
{
    auto draft = need(services().plans.startDraft(person)).current.version;
    draft.value.reviewOn = reviewOn;
    need(records().amend(draft));
    return need(services().plans.issue(person));
}

void Year::signPlan(const Kept<CarePlanVersion> &version, SignOffKind kind)
{
    SignOff said;
    said.versionId = version.id;
    said.personId = version.value.personId;
    said.kind = kind;
    said.onDay = today();
    said.fingerprint = version.value.fingerprint;
    if (kind == SignOffKind::TooUnwell)
        said.askAgainOn = today().addDays(3);
    need(services().plans.signOff(said));
}

void Year::settle(Id<Person> person)
{
    signPlan(issuePlan(person, today().addDays(kFar)), SignOffKind::SignedOnPaper);
    need(services().stages.record(
        {person, today(), Stage::InTreatment, HousingPosition::SupportedHousing, u"seen"_s, me(), Agreement::Agrees, {}, {}, {}}));
    hold(person);
}

void Year::hold(Id<Person> person, KeyworkOutcome outcome)
{
    KeyworkSession session;
    session.personId = person;
    session.staffId = me();
    session.startsAt = now();
    session.outcome = outcome;
    if (session.isHeld())
        session.minutes = 30;
    need(records().add(session));
}

Kept<OverdoseLevel> Year::look(Id<Person> person)
{
    OverdoseLevel level;
    level.personId = person;
    level.level = OverdoseLevelKind::Raised;
    level.reason = u"looked at what is on file"_s;
    level.naloxoneOffered = {u"yes"_s};
    level.reviewOn = today().addDays(kFar);
    return need(records().add(level));
}

Kept<Incident> Year::incident(const QString &kind, const QDateTime &at, bool isReviewed)
{
    Incident incident;
    incident.kind = {kind};
    incident.happenedAt = at;
    incident.whatHappened = u"as the plan has it"_s;
    const auto kept = need(records().add(incident));
    if (isReviewed)
        need(services().incidents.finish(
            kept.id, {.learned = u"to plan ahead"_s, .policy = PolicyChange::Nothing, .shared = SharedWithTeam::AtHandover}));
    return kept;
}

/// With each of them a session every few days, so that only what is planted is missing.
void Year::planKeywork()
{
    QList<QPair<Whom, QDate>> all = m_later;
    for (const Id<Person> person : std::as_const(m_residents))
        all.append({Whom(person), m_first.addDays(-1 - chance(kHabit))}); // each had one before anybody looks
    for (const auto &[whom, begins] : std::as_const(all)) {
        QList<QPair<QDate, QDate>> without = m_without.value(whom.id().value);
        for (QDate day = begins; day <= m_last; day = day.addDays(kHabit)) {
            for (const auto &[from, until] : std::as_const(without))
                if (day >= from && day <= until)
                    day = until.addDays(kHabit - 1); // on `until` the plan itself holds one
            then(day, 14, 0, [this, who = whom] { hold(who.id()); });
        }
    }
}

/// Each month with incidents is looked at on the third of the next one, before anybody is asked.
void Year::planMonths()
{
    for (QDate month = m_first; month <= m_last; month = month.addDays(month.daysInMonth())) {
        if (m_openMonths.contains(month))
            continue;
        const QDate next = month.addDays(month.daysInMonth());
        then(next.addDays(2), 10, 0, [this, month] {
            need(records().add(IncidentMonth{.monthOn = month, .reviewedOn = today(), .byId = me(), .learned = u"a quiet month"_s}));
        });
    }
}

QStringList Year::said(QDateTime *changesAt)
{
    QStringList keys;
    const WatchedDay day = need(services().attention.watched(today()));
    for (const WatchItem &item : day.items)
        keys.append(keyOf(item.code(), item.subject.person.value));
    *changesAt = day.changesAt;
    keys.sort();
    return keys;
}

QStringList Year::wanted(const QDateTime &at) const
{
    QStringList keys;
    for (const Must &must : m_musts) {
        const QString key = keyOf(must.code, must.whom.id().value);
        if (must.from <= at && at < must.until && !(standsOnce(must.code) && keys.contains(key)))
            keys.append(key);
    }
    keys.sort();
    return keys;
}

/// Each morning, or only those of a week in which nothing is planted; each planted moment with a minute before and after it.
QList<QDateTime> Year::moments(bool everyMorning) const
{
    QList<QDateTime> all;
    for (QDate day = m_first; day <= m_last; day = day.addDays(everyMorning ? 1 : 7))
        all.append(at(day, 8, 0));
    for (const Must &must : m_musts)
        for (const QDateTime &edge : {must.from, must.until})
            for (const qint64 seconds : {-60, 0, 60})
                if (const QDateTime moment = edge.addSecs(seconds); moment >= at(m_first) && moment < at(m_last.addDays(1)))
                    all.append(moment);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

int Year::statements()
{
    int count = 0;
    sqlite3 *handle = records().database().handle();
    const auto one = [](unsigned, void *counter, void *, void *) {
        ++*static_cast<int *>(counter);
        return 0;
    };
    sqlite3_trace_v2(handle, SQLITE_TRACE_STMT, one, &count);
    need(services().attention.watched(today()));
    sqlite3_trace_v2(handle, 0, nullptr, nullptr);
    return count;
}

/// The facts behind a line about overdose risk, for whoever reads why the year went wrong.
QString whatIsNewlyHigh(Services &services, const QString &key)
{
    QStringList facts;
    if (key.startsWith(u"overdose_newly_high"_s))
        for (const OverdoseFact &fact : need(services.risks.overdose({key.section(u' ', 1).toLongLong()})).newlyHigh())
            facts.append(QString::number(int(fact.kind)) + u' ' + fact.what.join(u'/') + u' ' + QString::number(fact.days));
    return facts.isEmpty() ? QString() : u" ("_s + facts.join(u", "_s) + u')';
}

Year::Lived Year::live(bool everyMorning)
{
    planKeywork();
    planSight();
    planMonths();
    std::stable_sort(m_events.begin(), m_events.end(), [](const Event &one, const Event &other) { return one.at < other.at; });
    Lived lived;
    auto event = m_events.cbegin();
    QStringList before;
    QDateTime changesAt;
    bool wasSaved = true;
    constexpr qsizetype kToldWrong = 40;
    for (const QDateTime &moment : moments(everyMorning)) {
        for (; event != m_events.cend() && event->at <= moment; ++event) {
            m_hostel.clock.set(event->at);
            event->happens();
            wasSaved = true;
        }
        m_hostel.clock.set(moment);
        const QString when = m_hostel.clock.local(moment).toString(u"yyyy-MM-dd HH:mm:ss: "_s);
        const bool wasTold = changesAt.isValid() && changesAt <= moment.addSecs(1); // to the second
        const QStringList found = said(&changesAt);
        const QStringList right = wanted(moment);
        ++lived.readings;
        lived.lines += int(found.size());
        QStringList missing = right, more = found;
        for (const QString &key : found)
            missing.removeOne(key);
        for (const QString &key : right)
            more.removeOne(key);
        for (const QString &key : std::as_const(missing))
            lived.wrong.append(when + u"missing "_s + key);
        for (const QString &key : std::as_const(more))
            lived.wrong.append(when + u"not planted "_s + key + whatIsNewlyHigh(services(), key));
        // What changes without a save is told beforehand: Today is read anew then.
        if (!wasSaved && found != before && !wasTold)
            lived.wrong.append(when + u"changed without having said when"_s);
        before = found;
        wasSaved = false;
        if (lived.wrong.size() >= kToldWrong)
            break;
        if (lived.statementsEarly == 0 && moment >= at(QDate(m_first.year(), 1, 31)))
            lived.statementsEarly = statements();
        if (moment >= at(QDate(m_first.year(), 12, 24)))
            lived.statementsLate = statements();
    }
    return lived;
}

} // namespace keywork::test::year
