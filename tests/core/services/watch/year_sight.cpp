// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/missing.h"
#include "tests/core/services/watch/year.h"

// Who is seen in the year of the house, and how often.

namespace keywork::test::year {

namespace {

constexpr int kSight = 6; // days between two of being seen by habit
constexpr int kLongUnseen = 336; // hours: the most that may be said of somebody

} // namespace

void Year::mayGoUnseen(Id<Person> person)
{
    need(records().add(SeenWithin{person, kLongUnseen, u"comes and goes as they like"_s, today(), {}}));
}

void Year::see(Id<Person> person)
{
    need(records().add(MissingStep{
        .personId = person, .act = MissingAct::Seen, .happenedAt = now(), .answer = MissingAnswer::Seen, .place = u"about the house"_s}));
}

/// Everybody is seen every few days, so that nobody is asked after but whom the plan leaves unseen.
void Year::planSight()
{
    QList<QPair<Whom, QDate>> all = m_later + m_about;
    for (const Id<Person> person : std::as_const(m_residents))
        all.append({Whom(person), m_first.addDays(-chance(kSight))});
    for (const auto &[whom, begins] : std::as_const(all)) {
        const QList<QPair<QDate, QDate>> without = m_unseen.value(whom.id().value);
        for (QDate day = begins; day <= m_last; day = day.addDays(kSight)) {
            const bool isUnseen = std::any_of(without.cbegin(), without.cend(),
                [day](const QPair<QDate, QDate> &spell) { return day >= spell.first && day <= spell.second; });
            if (!isUnseen)
                then(day, 5, 30, [this, who = whom] { see(who.id()); });
        }
    }
}

} // namespace keywork::test::year
