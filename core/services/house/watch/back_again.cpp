// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/watch/back_again.h"
#include "core/domain/leaving_plan.h"
#include "core/domain/nights_away.h"
#include "core/domain/risk.h"
#include "core/rules/keywork_watch.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kBackAskedDays = 28; // as long as a lowered tolerance counts (domain.md, "Risk")

/// Who came back within the last 28 days, and when last.
QHash<qint64, AwaySpell> latestReturns(const AwayOnFile &away, QDate today)
{
    QHash<qint64, AwaySpell> returns;
    for (auto person = away.cbegin(); person != away.cend(); ++person)
        for (const AwaySpell &spell : person.value()) {
            const bool isAsked = spell.why == AwayWhy::Hospital || spell.why == AwayWhy::Custody;
            if (!isAsked || !spell.back || *spell.back > today || spell.back->daysTo(today) >= kBackAskedDays)
                continue;
            const auto known = returns.constFind(person.key());
            if (known == returns.constEnd() || *spell.back > *known->back)
                returns.insert(person.key(), spell);
        }
    return returns;
}

/// What was talked about since, by person.
class BackTalks {
public:
    explicit BackTalks(const WatchFacts &facts, const QHash<qint64, AwaySpell> &returns)
        : m_facts(facts)
        , m_returns(returns)
    {
    }
    Done read()
    {
        const QList<qint64> people = m_returns.keys();
        for (Done done : {readLevels(people), readSessions(people), readMessages(people), readAnswers(people)})
            if (!done)
                return done;
        return {};
    }
    QStringList open(qint64 person) const
    {
        QStringList codes;
        for (const BackAsk ask : allOf<BackAsk>())
            if (!m_done.value(person).contains(int(ask)))
                codes.append(QString::fromLatin1(codeOf(ask)));
        return codes;
    }

private:
    bool isSince(qint64 person, const QDateTime &at) const
    {
        return m_facts.clock().local(at).date() >= m_returns.value(person).back.value_or(QDate());
    }
    /// A level that was recorded since: somebody looked at the facts, lowered tolerance among them.
    Done readLevels(const QList<qint64> &people)
    {
        const auto rows = latestOfPeople(m_facts.database(), recordType<OverdoseLevel>(), people);
        if (!rows)
            return rows.error();
        for (const KeptRow &row : *rows) {
            const auto level = asKind<OverdoseLevel>(row);
            if (!level)
                return level.error();
            const qint64 person = level->value.personId.value;
            if (!isSince(person, level->createdAt))
                continue;
            m_done[person].insert(int(BackAsk::Tolerance));
            if (level->value.naloxoneOffered.code == u"yes")
                m_done[person].insert(int(BackAsk::Naloxone));
        }
        return {};
    }
    Done readSessions(const QList<qint64> &people)
    {
        const auto rows = rowsOfPeople(m_facts.database(), recordType<KeyworkSession>(), people, u"outcome IN ('held', 'late')"_s);
        if (!rows)
            return rows.error();
        for (const KeptRow &row : *rows) {
            const auto one = asKind<KeyworkSession>(row);
            if (!one)
                return one.error();
            const qint64 person = one->value.personId.value;
            if (!isSince(person, one->value.startsAt))
                continue;
            m_sessions.insert(row.id);
            if (one->value.naloxone != NaloxoneTalk::NotRaised)
                m_done[person].insert(int(BackAsk::Naloxone));
        }
        return {};
    }
    Done readMessages(const QList<qint64> &people)
    {
        const auto rows = rowsOfPeople(m_facts.database(), recordType<KeyworkMessage>(), people, u"message = 'after_a_break'"_s);
        if (!rows)
            return rows.error();
        for (const KeptRow &row : *rows)
            if (m_sessions.contains(row.row.value(u"session_id"_s).toLongLong()))
                m_done[row.row.value(u"person_id"_s).toLongLong()].insert(int(BackAsk::Tolerance));
        return {};
    }

    /// What was answered about that very leaving, before it or since.
    Done readAnswers(const QList<qint64> &people)
    {
        const auto rows = rowsOfPeople(m_facts.database(), recordType<LeavingPlan>(), people, u"leaves_from IN ('hospital', 'custody')"_s);
        if (!rows)
            return rows.error();
        for (const KeptRow &row : *rows) {
            const auto plan = asKind<LeavingPlan>(row);
            if (!plan)
                return plan.error();
            const qint64 person = plan->value.personId.value;
            const AwaySpell &spell = *m_returns.constFind(person);
            const LeavingFrom from = spell.why == AwayWhy::Custody ? LeavingFrom::Custody : LeavingFrom::Hospital;
            if (plan->value.from != from || plan->value.onDay < spell.from)
                continue;
            if (plan->value.tolerance != ToleranceAfter::NotAsked)
                m_done[person].insert(int(BackAsk::Tolerance));
            if (plan->value.naloxone != NaloxoneAfter::NotAsked)
                m_done[person].insert(int(BackAsk::Naloxone));
        }
        return {};
    }

    const WatchFacts &m_facts;
    const QHash<qint64, AwaySpell> &m_returns;
    QHash<qint64, QSet<int>> m_done;
    QSet<qint64> m_sessions; ///< held since
};

Result<QList<WatchItem>> backAgainDue(const WatchFacts &facts)
{
    if (!facts.away())
        return facts.away().error();
    const QHash<qint64, AwaySpell> returns = latestReturns(*facts.away(), facts.today());
    BackTalks talks(facts, returns);
    if (Done read = talks.read(); !read)
        return read.error();
    QSet<qint64> asked; // the same is asked about that leaving by a line of its own
    for (auto spell = returns.cbegin(); spell != returns.cend(); ++spell) {
        const auto isAsked = facts.isAskedAsLeaving(Id<Person>{spell.key()}, *spell->back);
        if (!isAsked)
            return isAsked.error();
        if (*isAsked)
            asked.insert(spell.key());
    }
    return facts.ofResidents(facts.here(), [&](const ResidentLine &line) -> std::optional<WatchItem> {
        if (asked.contains(line.person.id.value))
            return {};
        const auto spell = returns.constFind(line.person.id.value);
        const QStringList open = spell == returns.constEnd() ? QStringList() : talks.open(line.person.id.value);
        if (open.isEmpty())
            return {};
        WatchItem item{.day = *spell->back};
        item.places.insert(u"away"_s, reasonsOf({*spell}, facts.records().session()));
        item.places.insert(u"asks"_s, open.join(u','));
        return item;
    });
}

/// Who is not back from nights elsewhere on the day that they said.
Result<QList<WatchItem>> notBackYetDue(const WatchFacts &facts)
{
    const auto people = facts.peopleHere();
    if (!people)
        return people.error();
    const QString late = u"back_on IS NULL AND expected_on < '%1'"_s.arg(facts.today().toString(Qt::ISODate));
    return facts.ofRecordsOn<NightsAway>(rowsOfPeople(facts.database(), recordType<NightsAway>(), *people, late),
        [](const Kept<NightsAway> &nights) { return nights.value.expectedOn; });
}

/// Who is away now: what waits for them says why.
Result<QList<WatchItem>> awayNowDue(const WatchFacts &facts)
{
    if (!facts.away())
        return facts.away().error();
    return facts.ofResidents(facts.here(), [&](const ResidentLine &line) -> std::optional<WatchItem> {
        QList<AwaySpell> now = facts.away()->value(line.person.id.value);
        now.removeIf([&facts](const AwaySpell &spell) { return !spell.holdsOn(facts.today()); });
        if (now.isEmpty())
            return {};
        const auto first
            = std::min_element(now.cbegin(), now.cend(), [](const AwaySpell &a, const AwaySpell &b) { return a.from < b.from; });
        WatchItem item{.day = first->from};
        item.places.insert(u"away"_s, reasonsOf(now, facts.records().session()));
        return item;
    });
}

} // namespace

/// Additions, "Counting": coming back asks. Whether the dose was given there is a line of its own, with its record.
extern const WatchRule backAgain{
    .code = "back_again",
    .category = Category::Risk,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Back again"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Was away{why_away}, back {day}. Talk about: {asks}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n residents who are back again"),
    .opensTab = "risk",
    .due = backAgainDue,
};

extern const WatchRule notBackYet{
    .code = "not_back_yet",
    .category = Category::Housing,
    .pressing = Pressing::Now,
    .title = QT_TRANSLATE_NOOP("watch", "Not back yet"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Was expected back from nights elsewhere on {day}. Seen since?"),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n residents who are not back yet"),
    .opensTab = "lists",
    .due = notBackYetDue,
};

extern const WatchRule awayNow{
    .code = "away_now",
    .category = Category::Housing,
    .pressing = Pressing::Tidy,
    .title = QT_TRANSLATE_NOOP("watch", "Away"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Away{why_away} since {day}: keywork waits. Back yet?"),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n residents who are away"),
    .due = awayNowDue,
};

} // namespace keywork
