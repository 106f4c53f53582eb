// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/calendar.h"

#include "core/base/anniversary.h"

#include <algorithm>

namespace keywork {

namespace {

constexpr int kUsualBeds = 60; ///< of a larger house
constexpr int kWeeksToFill = 3; ///< after the doors open
constexpr int kShortestStay = 14;
constexpr int kDaysBeforeReturn = 60;
constexpr int kOneReturnsIn = 12;

} // namespace

int bedsOf(const DemoWish &wish) { return wish.beds > 0 ? wish.beds : std::clamp(wish.people * 3 / 5 + 2, 8, kUsualBeds); }

DemoCalendar::DemoCalendar(const DemoWish &wish, int known)
    : m_start(yearsAfter(wish.end, -wish.years, MonthEnd::LastDay))
    , m_end(wish.end)
    , m_random(wish.seed, u"calendar")
{
    const int beds = bedsOf(wish);
    const int here = std::clamp(wish.people * 11 / 20, 1, std::max(1, beds * 19 / 20));
    const int expected = wish.people > 10 ? 3 : 0;
    for (int bed = 0; bed < beds; ++bed)
        m_freeUntil.push_back(m_end.addDays(-m_random.upTo(12)));
    placePresent(here, known);
    placeExpected(expected);
    const int left = wish.people - here - expected;
    placeEarlier(left + left / kOneReturnsIn);
    std::stable_sort(m_stays.begin(), m_stays.end(), [](const DemoStay &a, const DemoStay &b) { return a.referredOn < b.referredOn; });
    letSomeReturn(known);
    const auto people = int(std::count_if(m_stays.cbegin(), m_stays.cend(), [](const DemoStay &stay) { return stay.returnsFrom < 0; }));
    leaveOut(people - wish.people);
    m_notOffered = std::max(0, wish.people - people);
}

void DemoCalendar::add(QDate arrives, QDate leaves, int bed)
{
    const QDate asked = arrives.addDays(-(5 + m_random.upTo(14)));
    // Asked for within the years that are lived through, and by the day of arrival, whatever the days between.
    const QDate referred = std::min(std::max(asked, m_start), std::min(arrives, m_end));
    m_stays.push_back({int(m_stays.size()), referred, arrives, leaves, bed});
    if (bed >= 0)
        m_freeUntil[size_t(bed)] = arrives;
}

/// Tenths of all stays end within so many weeks: half within four months, nobody stays longer than two years.
int DemoCalendar::stayLength()
{
    static constexpr std::array kWeeks{2, 4, 7, 10, 14, 18, 24, 32, 46, 66, 104};
    const auto tenth = size_t(m_random.upTo(int(kWeeks.size()) - 1));
    return 7 * kWeeks[tenth] + m_random.upTo(7 * (kWeeks[tenth + 1] - kWeeks[tenth]));
}

void DemoCalendar::placePresent(int here, int known)
{
    const int longest = std::min(int(m_start.daysTo(m_end)) - 40, 600);
    for (int bed = 0; bed < here; ++bed) {
        const int least = bed < known ? 60 : 3;
        add(m_end.addDays(-(least + m_random.upTo(longest - least))), {}, bed);
    }
}

void DemoCalendar::placeExpected(int count)
{
    for (int i = 0; i < count; ++i)
        add(m_end.addDays(1 + m_random.upTo(6)), {}, -1);
}

/// Backwards from those who have the beds at the end, until everybody is placed or the years are full.
void DemoCalendar::placeEarlier(int wanted)
{
    std::vector<int> beds(m_freeUntil.size());
    for (size_t i = 0; i < beds.size(); ++i)
        beds[i] = int(i);
    while (wanted > 0 && !beds.empty()) {
        const auto chosen = size_t(m_random.upTo(int(beds.size())));
        const int bed = beds[chosen];
        const QDate leaves = m_freeUntil[size_t(bed)].addDays(-(1 + m_random.upTo(9)));
        const QDate opening = m_start.addDays(7 * kWeeksToFill - 1 + m_random.upTo(20));
        const QDate arrives = std::max(leaves.addDays(-stayLength()), opening);
        if (arrives.daysTo(leaves) < kShortestStay) {
            beds[chosen] = beds.back();
            beds.pop_back();
            continue;
        }
        add(arrives, leaves, bed);
        --wanted;
    }
}

void DemoCalendar::letSomeReturn(int known)
{
    std::vector<size_t> leaving;
    for (size_t i = 0; i < m_stays.size(); ++i)
        if (m_stays[i].leavesOn.isValid())
            leaving.push_back(i);
    std::stable_sort(leaving.begin(), leaving.end(), [this](size_t a, size_t b) { return m_stays[a].leavesOn < m_stays[b].leavesOn; });
    std::vector<size_t> away;
    auto next = leaving.cbegin();
    for (DemoStay &stay : m_stays) {
        for (; next != leaving.cend() && m_stays[*next].leavesOn.addDays(kDaysBeforeReturn) <= stay.referredOn; ++next)
            away.push_back(*next);
        if (stay.number < known || stay.bed < 0 || away.empty() || !m_random.oneIn(kOneReturnsIn))
            continue;
        // Of those who left last: who has been away for years rarely comes back.
        const auto one = away.end() - 1 - m_random.upTo(std::min(int(away.size()), 40));
        m_stays[*one].comesBack = true;
        stay.returnsFrom = m_stays[*one].number;
        away.erase(one);
    }
}

void DemoCalendar::leaveOut(int surplus)
{
    for (auto stay = m_stays.begin(); surplus > 0 && stay != m_stays.end();) {
        const bool tied = !stay->leavesOn.isValid() || stay->comesBack || stay->returnsFrom >= 0;
        stay = tied ? stay + 1 : m_stays.erase(stay);
        surplus -= tied ? 0 : 1;
    }
}

int DemoCalendar::notOffered(QDate day) const
{
    const qint64 days = m_start.daysTo(m_end) + 1;
    const qint64 before = m_start.daysTo(day);
    return int(m_notOffered * (before + 1) / days - m_notOffered * before / days);
}

} // namespace keywork
