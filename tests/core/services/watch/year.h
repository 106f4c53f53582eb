// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/care_plan.h"
#include "core/domain/incident.h"
#include "core/domain/keywork.h"
#include "core/domain/risk.h"
#include "core/services/records/records.h"
#include "tests/core/services/watch/watching.h"

#include <QRandomGenerator>
#include <QSet>
#include <algorithm>
#include <functional>
#include <memory>

// A house that lives a year by a plan. What is planted says itself when Today has to speak of it; nothing of that asks the rules.
namespace keywork::test::year {

/// Whom a line is about; known at the latest once they are on file. Nobody: the house.
class Whom {
public:
    Whom() = default;
    Whom(Id<Person> person) // NOLINT: as the id itself
    {
        *m_id = person.value;
    }
    void become(Id<Person> person) const { *m_id = person.value; }
    Id<Person> id() const { return {*m_id}; }

private:
    std::shared_ptr<qint64> m_id = std::make_shared<qint64>(0);
};

/// A line that has to stand on Today from a moment on and until another one, and at no other time.
struct Must {
    QString code;
    Whom whom;
    QDateTime from;
    QDateTime until;
};

struct Event {
    QDateTime at;
    std::function<void()> happens;
};

/// The house and its plan. All moments are planned before anything happens.
class Year {
public:
    /// The calendar year; so many residents of the plan, and those who live there quietly besides.
    Year(int year, int planned, int quiet, quint32 seed);

    QDate first() const { return m_first; }
    QDate last() const { return m_last; }
    TestHostel &hostel() { return m_hostel; }
    Services &services() { return m_hostel.services(); }
    Records &records() { return services().records; }
    Id<Staff> me() { return records().session().staff(); }
    QDate today() { return records().today(); }
    QDateTime now() { return m_hostel.clock.now(); }
    int chance(int below) { return int(m_random.bounded(below)); }
    /// The moment at which the house's clocks show this; of two the first.
    QDateTime at(QDate day, int hour = 0, int minute = 0) const;

    /// Something happens, once the year comes to it.
    void then(const QDateTime &at, std::function<void()> happens) { m_events.append({at, std::move(happens)}); }
    void then(QDate day, int hour, int minute, std::function<void()> happens) { then(at(day, hour, minute), std::move(happens)); }
    void must(const char *code, const Whom &whom, const QDateTime &from, const QDateTime &until);
    /// No session is held with them by the house's habit from the first of these days until the second, on which one is.
    void withoutKeywork(Id<Person> person, QDate from, QDate until) { m_without[person.value].append({from, until}); }
    /// Somebody whom the plan brings here in the course of the year; the habit begins on that day.
    void keepsKeyworkFrom(const Whom &whom, QDate day) { m_later.append({whom, day}); }
    /// Somebody whom the plan brings here in the course of the year; from that moment they are here and looked after as everybody.
    void isAbout(const Whom &whom, QDate day) { m_about.append({whom, day}); }
    /// Nobody sees them by the house's habit on these days.
    void withoutSight(Id<Person> person, QDate from, QDate until) { m_unseen[person.value].append({from, until}); }
    /// They are not asked after before two weeks are over; the habit sees them more often.
    void mayGoUnseen(Id<Person> person);
    /// Somebody saw them about the house, now.
    void see(Id<Person> person);
    /// A month, by its first day, that a plant lets wait to be looked at.
    void leavesMonthOpen(QDate month) { m_openMonths.insert(month); }
    /// An incident of that moment: its month is looked at on the third of the next one, so that nothing waits.
    Kept<Incident> incident(const QString &kind, const QDateTime &at, bool isReviewed = true);

    const QList<Id<Person>> &residents() const { return m_residents; } ///< those to whom something may be planted
    const QList<Must> &musts() const { return m_musts; }
    /// The record of theirs that was put on file last, whatever the order of its kind.
    template <class T> Kept<T> latest(Id<Person> person)
    {
        auto all = need(records().of<T>("person_id", person));
        REQUIRE_FALSE(all.isEmpty());
        return *std::max_element(all.cbegin(), all.cend(), [](const Kept<T> &one, const Kept<T> &other) { return one.id < other.id; });
    }
    Kept<Person> arrivedLongAgo(const QString &given, QDate arrived = {});
    /// A plan that is issued, signed and to be looked at far from now, a stage, a session.
    void settle(Id<Person> person);
    void signPlan(const Kept<CarePlanVersion> &version, SignOffKind kind);
    Kept<CarePlanVersion> issuePlan(Id<Person> person, QDate reviewOn);
    void hold(Id<Person> person, KeyworkOutcome outcome = KeyworkOutcome::Held);
    /// Somebody looked at the facts of an overdose and wrote down that nothing is to be done.
    Kept<OverdoseLevel> look(Id<Person> person);

    /// Lives it: says what Today had to say and did not, or said and should not have, at every moment that is looked at.
    struct Lived {
        int readings = 0;
        int lines = 0;
        QStringList wrong;
        int statementsEarly = 0; ///< of reading Today at the end of the first month, and of the last
        int statementsLate = 0;
    };
    Lived live(bool everyMorning);

private:
    void planKeywork();
    void planSight();
    void planMonths();
    QStringList said(QDateTime *changesAt);
    QStringList wanted(const QDateTime &at) const;
    QList<QDateTime> moments(bool everyMorning) const;
    int statements();
    QDate m_first;
    QDate m_last;
    TestHostel m_hostel;
    QRandomGenerator m_random;
    QList<Id<Person>> m_residents;
    QList<Event> m_events;
    QList<Must> m_musts;
    QHash<qint64, QList<QPair<QDate, QDate>>> m_without;
    QList<QPair<Whom, QDate>> m_later;
    QList<QPair<Whom, QDate>> m_about;
    QHash<qint64, QList<QPair<QDate, QDate>>> m_unseen;
    QSet<QDate> m_openMonths;
};

/// Something that may be planted: the rules whose lines it brings, and how. One of a person is theirs alone for its days.
struct Plant {
    QStringList codes;
    int days; ///< it takes with what follows, at most
    void (*ofPerson)(Year &year, Id<Person> person, QDate on) = nullptr;
    void (*ofHouse)(Year &year, QDate on) = nullptr;
};

inline Plant ofHouse(const QStringList &codes, int days, void (*plant)(Year &, QDate)) { return {codes, days, nullptr, plant}; }

/// What a plant keeps between its days.
template <class T> using Held = std::shared_ptr<Kept<T>>;
template <class T> Held<T> held() { return std::make_shared<Kept<T>>(); }
/// Changes what was kept before, as it stands now.
template <class T> void change(Year &y, const Held<T> &one, const std::function<void(T &)> &how)
{
    *one = need(y.records().one(one->id));
    how(one->value);
    *one = need(y.records().amend(*one));
}

} // namespace keywork::test::year

// The tables; rules of another topic join with a plant there, or with a file of their own and a line here.
namespace keywork::test::year_care_plants {
QList<year::Plant> plants();
}
namespace keywork::test::year_house_plants {
QList<year::Plant> plants();
}
namespace keywork::test::year_incident_plants {
QList<year::Plant> plants();
}
namespace keywork::test::year_shift_plants {
QList<year::Plant> plants();
}
namespace keywork::test::year_sharing_plants {
QList<year::Plant> plants();
}
namespace keywork::test::year_risk_plants {
QList<year::Plant> plants();
}
namespace keywork::test::year_treatment_plants {
QList<year::Plant> plants();
}
