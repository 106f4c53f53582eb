// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/leaving_reading.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching_notices.h"
#include "core/storage/watching_treatment.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Reads who comes out of where, as far as whoever is signed in may know.
class LeavingReading {
public:
    explicit LeavingReading(const WatchFacts &facts)
        : m_facts(facts)
    {
    }

    Result<QList<LeavingDue>> read()
    {
        using Source = Done (LeavingReading::*)();
        for (const Source source :
            {&LeavingReading::each<HospitalStay>, &LeavingReading::each<CustodySpell>, &LeavingReading::each<TreatmentPart>,
                &LeavingReading::each<TreatmentEpisode>, &LeavingReading::notices, &LeavingReading::answers})
            if (Done done = (this->*source)(); !done)
                return done.error();
        return leavingsDue(m_known, m_said, m_facts.today());
    }

private:
    template <class T> Result<QList<Kept<T>>> rows() const
    {
        QList<Kept<T>> found;
        if (!m_facts.records().mayRead(recordType<T>()))
            return found; // of what they may not know there is no line
        const QDate today = m_facts.today();
        const auto rows = leavingsOf(m_facts.database(), recordType<T>(), today.addDays(1 - kLeavingDays), today.addDays(kLeavingDays - 1));
        if (!rows)
            return rows.error();
        for (const KeptRow &row : *rows) {
            const auto record = asKind<T>(row);
            if (!record)
                return record.error();
            if (m_facts.records().mayReadRow(row.row))
                found.append(*record);
        }
        return found;
    }

    template <class T> Done each()
    {
        const auto found = rows<T>();
        if (!found)
            return found.error();
        for (const Kept<T> &record : *found)
            if (const auto known = leavingIn(record))
                m_known.append(*known);
        return {};
    }

    /// Where to next after a notice says its safety plan.
    Done notices()
    {
        const auto found = rows<StayNotice>();
        if (!found || found->isEmpty() || !m_facts.records().mayRead(recordType<LeavingSafetyPlan>()))
            return found ? Done() : found.error();
        const auto plans = plansOfOpenNotices(m_facts.database());
        if (!plans)
            return plans.error();
        QHash<qint64, QList<Kept<LeavingSafetyPlan>>> ofPerson;
        for (const KeptRow &row : *plans)
            if (const auto plan = asKind<LeavingSafetyPlan>(row))
                ofPerson[plan->value.personId.value].append(*plan);
        for (const Kept<StayNotice> &notice : *found)
            if (const auto known = leavingIn(notice, m_facts.today())) {
                m_known.append(*known);
                if (const auto plan = latestLeavingPlan(ofPerson.value(notice.value.personId.value)))
                    m_said.append(leavingSaidIn(*plan, notice));
            }
        return {};
    }

    Done answers()
    {
        const auto found = rows<LeavingPlan>();
        if (!found)
            return found.error();
        for (const Kept<LeavingPlan> &plan : *found)
            m_said.append(leavingSaidIn(plan));
        return {};
    }

    const WatchFacts &m_facts;
    QList<LeavingKnown> m_known;
    QList<LeavingSaid> m_said;
};

Result<QList<WatchItem>> leavingsWith(LeavingNeed need, const WatchFacts &facts)
{
    if (!facts.leavings())
        return facts.leavings().error();
    QList<WatchItem> items;
    for (const LeavingDue &due : *facts.leavings())
        if (due.need == need) {
            WatchItem item{.subject = {due.about.kind, due.about.record, Id<Person>{due.about.person}}, .day = due.about.leaves};
            item.labels.insert(u"what"_s, shortLabelOf(due.about.from));
            if (due.about.isDoseUnasked)
                item.places.insert(u"dose_there"_s, u"unasked"_s);
            items.append(item);
        }
    return items;
}

Result<QList<WatchItem>> leavingsUnasked(const WatchFacts &facts) { return leavingsWith(LeavingNeed::Ask, facts); }

Result<QList<WatchItem>> leavingsWithoutHousing(const WatchFacts &facts) { return leavingsWith(LeavingNeed::Housing, facts); }

} // namespace

const Result<QList<LeavingDue>> &WatchFacts::leavings() const
{
    if (!m_leavings)
        m_leavings = LeavingReading(*this).read();
    return *m_leavings;
}

Result<bool> WatchFacts::isAskedAsLeaving(Id<Person> person, QDate leaves) const
{
    if (!m_records.session().may(Act::Read, Category::Treatment)) // the category of that line
        return false;
    if (!leavings())
        return leavings().error();
    return std::any_of(leavings()->cbegin(), leavings()->cend(), [&](const LeavingDue &due) {
        return due.need == LeavingNeed::Ask && due.about.person == person.value && due.about.leaves == leaves;
    });
}

Result<QList<WatchItem>> WatchFacts::withoutAskedAsLeaving(Result<QList<WatchItem>> items) const
{
    QList<WatchItem> others;
    for (const WatchItem &item : items ? *items : QList<WatchItem>()) {
        const auto isAsked = isAskedAsLeaving(item.subject.person, item.day);
        if (!isAsked)
            return isAsked.error();
        if (!*isAsked)
            others.append(item);
    }
    return items ? Result<QList<WatchItem>>(others) : items;
}

/// Domain, "Risk": whoever comes out is asked, whatever they came out of.
extern const WatchRule leavingUnasked{
    .code = "leaving_unasked",
    .category = Category::Treatment,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Just out"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Out of {what} {day}.{dose_there} Tolerance, naloxone to hand, where to next?"),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n residents just out"),
    .opensTab = "treatment",
    .due = leavingsUnasked,
};

extern const WatchRule leavingNoHousing{
    .code = "leaving_no_housing",
    .category = Category::Treatment,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "No plan for housing"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Leaves or left {what}: {day}, and there is no plan for housing yet."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n residents without a plan for housing"),
    .opensTab = "treatment",
    .due = leavingsWithoutHousing,
};

} // namespace keywork
