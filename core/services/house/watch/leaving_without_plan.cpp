// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/domain/treatment.h"
#include "core/rules/leaving.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching_treatment.h"

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

    Result<QList<WatchItem>> due(LeavingNeed need)
    {
        Done read = each<HospitalStay>([](const HospitalStay &stay, LeavingKnown &known) {
            known.from = LeavingFrom::Hospital;
            known.began = stay.admittedOn;
            known.leaves = stay.dischargedOn.value_or(QDate());
        });
        if (read)
            read = each<CustodySpell>([](const CustodySpell &spell, LeavingKnown &known) {
                known.from = LeavingFrom::Custody;
                known.began = spell.fromOn;
                known.leaves = spell.untilOn.value_or(QDate());
            });
        if (read)
            read = each<TreatmentPart>([](const TreatmentPart &part, LeavingKnown &known) {
                known.from = part.kind == TreatmentKind::ResidentialRehab ? LeavingFrom::Rehab : LeavingFrom::Detox;
                known.began = part.since.value_or(QDate());
                known.leaves = part.endedOn ? *part.endedOn : part.expectedEndOn.value_or(QDate());
            });
        if (read)
            read = each<TreatmentEpisode>([](const TreatmentEpisode &episode, LeavingKnown &known) {
                known.from = LeavingFrom::Treatment;
                known.began = episode.startedOn.value_or(QDate());
                known.leaves = episode.endedOn ? *episode.endedOn : episode.expectedEndOn.value_or(QDate());
            });
        if (read)
            read = answers();
        if (!read)
            return read.error();
        return items(need);
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

    template <class T> Done each(void (*take)(const T &record, LeavingKnown &known))
    {
        const auto found = rows<T>();
        if (!found)
            return found.error();
        for (const Kept<T> &record : *found) {
            LeavingKnown known{
                .kind = QString::fromLatin1(recordType<T>().table), .record = record.id.value, .person = record.value.personId.value};
            take(record.value, known);
            m_known.append(known);
        }
        return {};
    }

    Done answers()
    {
        const auto found = rows<LeavingPlan>();
        if (!found)
            return found.error();
        for (const Kept<LeavingPlan> &plan : *found)
            m_said.append({plan.id.value, plan.value.personId.value, plan.value.from, plan.value.onDay, plan.value.hasHousing()});
        return {};
    }

    QList<WatchItem> items(LeavingNeed need) const
    {
        QList<WatchItem> found;
        for (const LeavingDue &due : leavingsDue(m_known, m_said, m_facts.today()))
            if (due.need == need) {
                WatchItem item{.subject = {due.about.kind, due.about.record, Id<Person>{due.about.person}}, .day = due.about.leaves};
                item.places.insert(u"what"_s, QString::fromUtf8(labelOf(due.about.from)).toLower());
                found.append(item);
            }
        return found;
    }

    const WatchFacts &m_facts;
    QList<LeavingKnown> m_known;
    QList<LeavingSaid> m_said;
};

Result<QList<WatchItem>> leavingsUnasked(const WatchFacts &facts) { return LeavingReading(facts).due(LeavingNeed::Ask); }

Result<QList<WatchItem>> leavingsWithoutHousing(const WatchFacts &facts) { return LeavingReading(facts).due(LeavingNeed::Housing); }

} // namespace

/// Domain, "Risk": whoever comes out is asked, whatever they came out of.
extern const WatchRule leavingUnasked{
    .code = "leaving_unasked",
    .category = Category::Treatment,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Just out"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Out of {what} {day}. Tolerance, naloxone to hand, where to next?"),
    .opensTab = "treatment",
    .due = leavingsUnasked,
};

extern const WatchRule leavingNoHousing{
    .code = "leaving_no_housing",
    .category = Category::Treatment,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "No plan for housing"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Leaves or left {what}: {day}, and there is no plan for housing yet."),
    .opensTab = "treatment",
    .due = leavingsWithoutHousing,
};

} // namespace keywork
