// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/overdose_facts.h"

#include "core/rules/overdose_tolerance.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

bool isDepressant(SubstanceClass substance)
{
    return substance == SubstanceClass::Alcohol || substance == SubstanceClass::Benzodiazepine || substance == SubstanceClass::Sedative
        || substance == SubstanceClass::Gabapentinoid;
}

/// Gathers the facts of one resident; each member adds those of one sort.
class OverdoseListing {
public:
    explicit OverdoseListing(const OverdoseInput &input)
        : m_input(input)
        , m_rules(input.rules)
    {
    }

    OverdoseReading read()
    {
        addOverdoses();
        addTolerance();
        addTreatments();
        addDoses();
        addAlerts();
        addUses();
        addNotes(OverdoseFactKind::SeriousIllness, m_input.illnesses);
        addNotes(OverdoseFactKind::SelfHarm, m_input.selfHarm);
        addNotes(OverdoseFactKind::Loss, m_input.losses);
        addNotes(OverdoseFactKind::Notice, m_input.notices);
        addNaloxone();
        addNotes(OverdoseFactKind::SeemedIntoxicated, m_input.intoxicated);
        addNotKnown();
        sort(m_reading.facts);
        sort(m_reading.notKnown);
        return m_reading;
    }

private:
    bool holds(const KnownDays &days, OverdoseFactKind fact) const { return m_rules.holds(days, fact, m_input.today); }

    static void sort(QList<OverdoseFact> &facts)
    {
        std::sort(facts.begin(), facts.end(), [](const OverdoseFact &a, const OverdoseFact &b) {
            const auto key = [](const OverdoseFact &fact) {
                return std::tuple(!fact.suggestsHigh, int(fact.kind), fact.on.latest, fact.from.kind, fact.from.record);
            };
            return key(a) < key(b);
        });
    }

    void add(OverdoseFact fact)
    {
        if (m_rules.isOff(fact.kind))
            return;
        fact.suggestsHigh = overdoseThresholdOf(fact.kind).suggestsHigh;
        fact.what.sort();
        fact.what.removeDuplicates();
        std::sort(fact.all.begin(), fact.all.end(),
            [](const KnownDays &a, const KnownDays &b) { return std::pair(a.latest, a.earliest) < std::pair(b.latest, b.earliest); });
        m_reading.facts.append(fact);
    }

    /// One fact of several records: it rests on the latest of them.
    template <class Record> void addOneOf(OverdoseFactKind kind, QList<Record> records, const std::function<KnownDays(const Record &)> &day)
    {
        if (records.isEmpty())
            return;
        std::sort(records.begin(), records.end(), [&day](const Record &a, const Record &b) {
            const auto key = [&day](const Record &one) { return std::tuple(day(one).latest, one.from.kind, one.from.record); };
            return key(a) < key(b);
        });
        OverdoseFact fact{.kind = kind, .on = day(records.last()), .from = records.last().from};
        for (const Record &record : std::as_const(records)) {
            if constexpr (requires { record.name; })
                fact.what.append(record.name);
            else if (!record.what.isEmpty())
                fact.what.append(record.what);
            fact.all.append(day(record));
        }
        add(fact);
    }

    void addNotes(OverdoseFactKind kind, const QList<DatedOnFile> &notes)
    {
        QList<DatedOnFile> holding;
        std::copy_if(
            notes.cbegin(), notes.cend(), std::back_inserter(holding), [&](const DatedOnFile &one) { return holds(one.on, kind); });
        addOneOf<DatedOnFile>(kind, holding, [](const DatedOnFile &one) { return one.on; });
    }

    void addOverdoses()
    {
        QList<DatedOnFile> earlier;
        for (const DatedOnFile &one : m_input.overdoses)
            if (!holds(one.on, OverdoseFactKind::OverdoseRecent) && one.on.earliest <= m_input.today)
                earlier.append(one);
        for (const DatedOnFile &one : m_input.overdoses) // a fact each, so that an older one that is told later is new, too
            if (holds(one.on, OverdoseFactKind::OverdoseRecent))
                add({.kind = OverdoseFactKind::OverdoseRecent, .on = one.on, .all = {one.on}, .from = one.from});
        addOneOf<DatedOnFile>(OverdoseFactKind::OverdoseEarlier, earlier, [](const DatedOnFile &one) { return one.on; });
    }

    void addTolerance()
    {
        for (const ToleranceDrop &drop : toleranceDrops(m_input, m_rules)) {
            OverdoseFact fact{.kind = drop.kind, .on = drop.since, .what = drop.what, .dose = drop.dose, .from = drop.from};
            fact.days = drop.resumed
                ? m_rules.daysOf(drop.kind == OverdoseFactKind::BreakFromOpioids ? OverdoseFactKind::LeftCustody : drop.kind)
                : 0;
            if (drop.resumed)
                fact.all = {*drop.resumed};
            add(fact);
        }
        for (const ToleranceDrop &stop : suddenStops(m_input, m_rules))
            add({.kind = OverdoseFactKind::StoppedSuddenly, .on = stop.since, .what = stop.what, .from = stop.from});
    }

    void addTreatments()
    {
        for (const TreatmentOnFile &one : m_input.treatments) {
            if (holds(one.started, OverdoseFactKind::TreatmentStarted) && !one.stopped)
                add({.kind = OverdoseFactKind::TreatmentStarted, .on = one.started, .what = {one.name}, .from = one.from});
            if (one.stopped && holds(*one.stopped, OverdoseFactKind::TreatmentStopped))
                add({.kind = OverdoseFactKind::TreatmentStopped, .on = *one.stopped, .what = {one.name}, .from = one.from});
        }
    }

    void addDoses()
    {
        const DoseRun run = runWithoutDose(m_input.doses, m_input.today);
        const int most = m_rules.daysOf(OverdoseFactKind::NotCollected);
        OverdoseFact fact{
            .kind = OverdoseFactKind::NotCollected, .on = run.last, .days = run.certain, .perhaps = run.perhaps, .from = run.from};
        if (run.certain >= most)
            return add(fact);
        if (run.perhaps < most)
            return;
        m_reading.notKnown.append(fact); // nobody knows: never counted as taken
    }

    void addAlerts()
    {
        for (const AlertOnFile &alert : m_input.drugAlerts) {
            const bool lasts = alert.validUntil ? alert.issuedOn <= m_input.today && m_input.today <= *alert.validUntil
                                                : holds(KnownDays::on(alert.issuedOn), OverdoseFactKind::DrugAlert);
            if (alert.fits && lasts)
                add({.kind = OverdoseFactKind::DrugAlert, .on = KnownDays::on(alert.issuedOn), .what = {alert.what}, .from = alert.from});
        }
    }

    using WhichUse = std::function<bool(const UseOnFile &use)>;
    QList<UseOnFile> used(OverdoseFactKind kind, const WhichUse &which) const
    {
        QList<UseOnFile> found;
        for (const UseOnFile &use : m_input.uses)
            if (const auto day = usedOn(use); day && which(use) && holds(*day, kind))
                found.append(use);
        return found;
    }

    void addUse(OverdoseFactKind kind, const WhichUse &which)
    {
        addOneOf<UseOnFile>(kind, used(kind, which), [](const UseOnFile &use) { return *usedOn(use); });
    }

    void addUses()
    {
        const auto isOpioid = [](const UseOnFile &use) { return use.substance == SubstanceClass::Opioid; };
        addUse(OverdoseFactKind::OpioidUse, [&](const UseOnFile &use) { return isOpioid(use) && !use.isPrescribed; });
        addUse(OverdoseFactKind::Injects, [](const UseOnFile &use) { return use.isInjected; });
        addUse(OverdoseFactKind::UsesAlone, [](const UseOnFile &use) { return use.isAlone; });
        addUse(OverdoseFactKind::SyntheticOpioid, [](const UseOnFile &use) { return use.isSynthetic; });
        if (!used(OverdoseFactKind::MixedDepressants, isOpioid).isEmpty()
            && !used(OverdoseFactKind::MixedDepressants, [](const UseOnFile &use) { return isDepressant(use.substance); }).isEmpty())
            addUse(OverdoseFactKind::MixedDepressants, [&](const UseOnFile &use) { return isOpioid(use) || isDepressant(use.substance); });
        const qsizetype before = m_reading.facts.size();
        addUse(OverdoseFactKind::UnknownContent, [](const UseOnFile &use) { return use.isOfUnknownContent; });
        if (m_reading.facts.size() > before)
            m_reading.facts.last().withoutTolerance = used(OverdoseFactKind::OpioidUse, isOpioid).isEmpty();
    }

    void addNaloxone()
    {
        const auto later = [](const NaloxoneOnFile &a, const NaloxoneOnFile &b) {
            return std::tuple(a.on, a.from.kind, a.from.record) < std::tuple(b.on, b.from.kind, b.from.record);
        };
        const auto latest = std::max_element(m_input.naloxone.cbegin(), m_input.naloxone.cend(), later);
        if (latest != m_input.naloxone.cend() && !latest->isToHand)
            add({.kind = OverdoseFactKind::NoNaloxone, .on = KnownDays::on(latest->on), .from = latest->from});
    }

    /// What they use was last talked about so long ago that nobody can say any more.
    void addNotKnown()
    {
        const auto earlier = [](const DatedOnFile &a, const DatedOnFile &b) {
            return std::tuple(a.on.latest, a.from.record) < std::tuple(b.on.latest, b.from.record);
        };
        const auto latest = std::max_element(m_input.reviews.cbegin(), m_input.reviews.cend(), earlier);
        if (latest != m_input.reviews.cend() && latest->on.latest.daysTo(m_input.today) >= m_rules.daysOf(OverdoseFactKind::NotKnown)
            && !m_rules.isOff(OverdoseFactKind::NotKnown))
            return m_reading.notKnown.append({.kind = OverdoseFactKind::NotKnown, .on = latest->on, .from = latest->from});
        if (latest == m_input.reviews.cend() || m_rules.isOff(OverdoseFactKind::NotKnown))
            return;
        for (const UseOnFile &use : m_input.uses)
            if (use.asOf == latest->on.latest && isUnsaid(use))
                m_reading.notKnown.append(
                    {.kind = OverdoseFactKind::NotKnown, .on = KnownDays::on(use.answeredOn()), .what = {use.name}, .from = use.from});
    }

    /// What can lead to an overdose stands in the latest review, but nobody said of it lately when or how often.
    bool isUnsaid(const UseOnFile &use) const
    {
        if (use.isPrescribed || use.days == 0 || !(use.substance == SubstanceClass::Opioid || isDepressant(use.substance)))
            return false;
        return !usedOn(use) || use.answeredOn().daysTo(m_input.today) >= m_rules.daysOf(OverdoseFactKind::NotKnown);
    }

    const OverdoseInput &m_input;
    const OverdoseRules m_rules;
    OverdoseReading m_reading;
};

} // namespace

bool OverdoseReading::suggestsHigh() const
{
    return std::any_of(facts.cbegin(), facts.cend(), [](const OverdoseFact &fact) { return fact.suggestsHigh; });
}

QList<OverdoseFact> OverdoseReading::newlyHigh(const QString &known) const
{
    const QStringList keys = known.split(u' ', Qt::SkipEmptyParts);
    QList<OverdoseFact> found;
    std::copy_if(facts.cbegin(), facts.cend(), std::back_inserter(found),
        [&keys](const OverdoseFact &fact) { return fact.suggestsHigh && !keys.contains(overdoseKey(fact)); });
    return found;
}

bool usesWhatIsSoldAs(const QList<UseOnFile> &uses, qint64 catalogued)
{
    QDate latest;
    for (const UseOnFile &use : uses)
        latest = std::max(latest, use.asOf);
    return catalogued > 0 && std::any_of(uses.cbegin(), uses.cend(), [&](const UseOnFile &use) {
        return use.asOf == latest && use.catalogued == catalogued && !use.isPrescribed && use.days != 0;
    });
}

OverdoseReading overdoseFacts(const OverdoseInput &input) { return OverdoseListing(input).read(); }

} // namespace keywork
