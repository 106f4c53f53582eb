// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/treatment_cover.h"

#include "core/base/working_days.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kSearchClosedDays = 14; // no place stays closed for longer than two weeks in a row

enum class Opens { Yes, No, NotKnown };

/// What one prescription says about one day.
struct Supply {
    CoverState state = CoverState::Gap;
    QDate pickupOn = {};
    QDate dueOn = {};
    bool byConfirmation = false;
    bool hoursNotKnown = false;
    bool isTail = false; ///< dispensed before another one followed, for days after that
};

/// One prescription among those of its course.
class ScriptReading {
public:
    ScriptReading(const ScriptSpan &script, const CoverageInput &input)
        : m_script(script)
        , m_input(input)
    {
        for (const ScriptSpan &other : input.scripts)
            if (other.follows == script.id && other.id != script.id && (!m_cut || other.from.addDays(-1) < *m_cut))
                m_cut = other.from.addDays(-1);
        if (script.until)
            m_end = std::max(*script.until, script.confirmedUntil.value_or(*script.until));
        if (script.stoppedOn)
            m_end = m_end ? std::min(*m_end, *script.stoppedOn) : *script.stoppedOn;
    }

    const ScriptSpan &script() const { return m_script; }
    std::optional<Supply> on(QDate day) const { return m_script.isInjection ? injectionOn(day) : dispensedOn(day); }

    /// The last day that is its own; none: it goes on.
    std::optional<QDate> lastDay() const
    {
        std::optional<QDate> last = m_end && m_cut ? std::min(*m_end, *m_cut) : m_end ? m_end : m_cut;
        if (const InjectionSpan *injection = m_script.isInjection ? injectionBefore(QDate(9999, 1, 1)) : nullptr; last && injection)
            last = std::max(*last, injection->dueOn.addDays(-1)); // the days within which it may be given are the prescription's alone
        return last;
    }
    bool wasStopped() const { return m_script.stoppedOn && (!m_cut || *m_script.stoppedOn <= *m_cut); }
    Opens opens(QDate day) const
    {
        const OpeningDays *hours = hoursOn(day);
        if (m_input.holidays && m_input.holidays->isOne(day)) {
            const BankHolidayOpen said = hours ? hours->bankHolidays : BankHolidayOpen::NotKnown;
            return said == BankHolidayOpen::Open ? Opens::Yes : said == BankHolidayOpen::Closed ? Opens::No : Opens::NotKnown;
        }
        return !hours || hours->weekday.at(size_t(day.dayOfWeek())) ? Opens::Yes : Opens::No;
    }

private:
    /// Null: none are on file for that day.
    const OpeningDays *hoursOn(QDate day) const
    {
        const OpeningDays *hours = nullptr;
        for (const OpeningDays &one : m_script.open)
            if (one.from <= day && (!hours || one.from >= hours->from))
                hours = &one;
        return hours;
    }
    static QDate mondayOf(QDate day) { return day.addDays(1 - day.dayOfWeek()); }
    bool isPatternDay(QDate day) const
    {
        return m_script.pickup.at(size_t(day.dayOfWeek()))
            && mondayOf(m_script.from).daysTo(mondayOf(day)) / 7 % std::max(1, m_script.everyWeeks) == 0;
    }
    QDate patternBefore(QDate day) const
    {
        for (QDate back = day; back >= m_script.from; back = back.addDays(-1))
            if (isPatternDay(back))
                return back;
        return {};
    }
    QDate patternAfter(QDate day) const
    {
        QDate next = day.addDays(1);
        while (!isPatternDay(next))
            next = next.addDays(1);
        return next;
    }
    QDate openBefore(QDate day) const
    {
        for (int back = 1; back <= kSearchClosedDays && day.addDays(-back) >= m_script.from; ++back)
            if (opens(day.addDays(-back)) == Opens::Yes)
                return day.addDays(-back);
        return {};
    }

    std::optional<Supply> dispensedOn(QDate day) const
    {
        if (day < m_script.from || (m_end && day > *m_end))
            return {};
        Supply supply{.byConfirmation = m_script.until && day > *m_script.until, .isTail = m_cut && day > *m_cut};
        const bool hasPattern = std::any_of(m_script.pickup.cbegin() + 1, m_script.pickup.cend(), [](bool is) { return is; });
        if (!hasPattern) {
            if (supply.isTail)
                return {};
            supply.state = isLost(day) && !(m_script.replacedOn && *m_script.replacedOn <= day) ? CoverState::Gap : CoverState::Covered;
        } else {
            supply.dueOn = patternBefore(day);
            if (supply.isTail && (!supply.dueOn.isValid() || supply.dueOn > *m_cut))
                return {};
            if (supply.dueOn.isValid())
                dispense(day, supply);
        }
        const bool isConfirmed = m_script.until || (m_script.confirmedUntil && day <= *m_script.confirmedUntil);
        if (!isConfirmed)
            supply.state = CoverState::Unknown;
        return supply;
    }

    /// When the dose of the day is dispensed, whose collection is due on `dueOn`.
    void dispense(QDate day, Supply &supply) const
    {
        const QDate due = supply.dueOn;
        supply.state = CoverState::Covered;
        supply.pickupOn = due;
        const Opens opensThen = opens(due);
        if (opensThen == Opens::NotKnown && !m_script.closedDaysPrior)
            supply.state = CoverState::Unknown;
        if (opensThen == Opens::No)
            supply.pickupOn = m_script.closedDaysPrior ? openBefore(due) : m_script.restOfMissed ? firstOpenAfter(due) : QDate();
        if (!supply.pickupOn.isValid() || (supply.pickupOn > day && supply.pickupOn != due)) {
            supply.state = CoverState::ClosedNotArranged;
            supply.pickupOn = {};
        } else if (isLost(supply.pickupOn)) {
            const bool isBack = m_script.replacedOn && *m_script.replacedOn <= day;
            supply.state = isBack ? CoverState::Covered : CoverState::Gap;
            supply.pickupOn = isBack ? *m_script.replacedOn : QDate();
        }
        supply.hoursNotKnown = supply.state == CoverState::Covered && !hoursOn(supply.pickupOn);
    }

    /// The first day on which what is left of the instalment can be collected.
    QDate firstOpenAfter(QDate due) const
    {
        for (QDate day = due.addDays(1); day < patternAfter(due); day = day.addDays(1))
            if (opens(day) == Opens::Yes)
                return day;
        return {};
    }

    bool isLost(QDate pickup) const
    {
        return m_script.lostOn && pickup >= *m_script.lostOn && (!m_script.replacedOn || pickup < *m_script.replacedOn);
    }

    const InjectionSpan *injectionBefore(QDate day) const
    {
        const InjectionSpan *latest = nullptr;
        for (const InjectionSpan &one : m_script.injections)
            if (one.givenOn <= day && (!latest || std::tuple(one.givenOn, one.dueOn) >= std::tuple(latest->givenOn, latest->dueOn)))
                latest = &one;
        return latest;
    }

    std::optional<Supply> injectionOn(QDate day) const
    {
        const InjectionSpan *injection = injectionBefore(day);
        Supply supply{.isTail = m_cut && day > *m_cut};
        if (injection && day < injection->dueOn) {
            supply.state = CoverState::Covered;
            return supply;
        }
        const bool isOver = (m_end && day > *m_end) || supply.isTail;
        if (injection && day <= injection->dueOn.addDays(injection->windowDays - 1)) {
            supply.state = CoverState::Unknown;
            return isOver ? std::nullopt : std::optional(supply);
        }
        if (day < m_script.from || isOver)
            return {};
        supply.state = injection ? CoverState::Gap : CoverState::Unknown;
        return supply;
    }

    const ScriptSpan &m_script;
    const CoverageInput &m_input;
    std::optional<QDate> m_cut; ///< the last day before the one that follows
    std::optional<QDate> m_end;
};

int rankOf(CoverState state)
{
    switch (state) {
    case CoverState::Covered:
        return 0;
    case CoverState::ClosedNotArranged:
        return 1;
    case CoverState::Unknown:
        return 2;
    case CoverState::Gap:
    case CoverState::None:
        break;
    }
    return 3;
}

/// A day that no prescription says anything about.
CoverDay uncoveredDay(const std::vector<ScriptReading> &scripts, QDate day)
{
    const ScriptReading *latest = nullptr;
    for (const ScriptReading &one : scripts) {
        const ScriptSpan &script = one.script();
        if (script.lastDoseBefore && day > *script.lastDoseBefore && day < script.from)
            return {.day = day, .state = CoverState::Gap, .script = script.id};
        const auto key
            = [](const ScriptReading &reading) { return std::tuple(*reading.lastDay(), reading.script().from, reading.script().id); };
        if (one.lastDay() && *one.lastDay() < day && (!latest || key(one) > key(*latest)))
            latest = &one;
    }
    if (!latest || latest->wasStopped())
        return {.day = day};
    return {.day = day, .state = CoverState::Gap, .script = latest->script().id};
}

std::vector<ScriptReading> readingsOf(const CoverageInput &input)
{
    std::vector<ScriptReading> scripts;
    for (const ScriptSpan &script : input.scripts)
        scripts.emplace_back(script, input);
    return scripts;
}

CoverDay coverBy(const std::vector<ScriptReading> &scripts, QDate day)
{
    const ScriptReading *best = nullptr;
    Supply supply;
    QList<qint64> covering;
    for (const ScriptReading &one : scripts) {
        const auto said = one.on(day);
        if (!said)
            continue;
        if (said->state == CoverState::Covered && !said->isTail)
            covering.append(one.script().id);
        const auto isBetter = [&] {
            const auto before = std::tuple(rankOf(said->state), said->isTail);
            const auto known = std::tuple(rankOf(supply.state), supply.isTail);
            if (before != known)
                return before < known;
            return std::tuple(one.script().from, one.script().id) > std::tuple(best->script().from, best->script().id);
        };
        if (!best || isBetter()) {
            best = &one;
            supply = *said;
        }
    }
    if (!best)
        return uncoveredDay(scripts, day);
    CoverDay cover{.day = day, .state = supply.state, .script = best->script().id, .pickupOn = supply.pickupOn, .dueOn = supply.dueOn};
    cover.byConfirmation = supply.byConfirmation;
    cover.hoursNotKnown = supply.hoursNotKnown && supply.state == CoverState::Covered;
    if (supply.state == CoverState::Covered && !supply.isTail) {
        covering.removeAll(best->script().id);
        std::sort(covering.begin(), covering.end());
        cover.alsoBy = covering;
    }
    return cover;
}

bool isUncovered(const CoverDay &day) { return day.state != CoverState::Covered && day.state != CoverState::None; }

const BankHolidays &holidaysOf(const CoverageInput &input)
{
    static const BankHolidays none;
    return input.holidays ? *input.holidays : none;
}

} // namespace

QString coverCode(CoverState state)
{
    switch (state) {
    case CoverState::Covered:
        return u"covered"_s;
    case CoverState::Gap:
        return u"gap"_s;
    case CoverState::Unknown:
        return u"unknown"_s;
    case CoverState::ClosedNotArranged:
        return u"closed_not_arranged"_s;
    case CoverState::None:
        break;
    }
    return u"none"_s;
}

OpeningDays OpeningDays::of(const DispensingHours &hours)
{
    OpeningDays days{.from = hours.fromOn, .bankHolidays = hours.bankHolidays};
    for (int weekday = Qt::Monday; weekday <= Qt::Sunday; ++weekday)
        days.weekday.at(size_t(weekday)) = hours.opensOn(weekday).has_value();
    return days;
}

CoverDay coverOn(const CoverageInput &input, QDate day) { return coverBy(readingsOf(input), day); }

QList<CoverDay> coverage(const CoverageInput &input, QDate from, QDate until)
{
    const std::vector<ScriptReading> scripts = readingsOf(input);
    QList<CoverDay> days;
    for (QDate day = from; day <= until; day = day.addDays(1))
        days.append(coverBy(scripts, day));
    return days;
}

std::optional<CoverGap> nextGap(const CoverageInput &input, QDate day, int horizon)
{
    const QList<CoverDay> days = coverage(input, day, day.addDays(horizon - 1));
    const auto first = std::find_if(days.cbegin(), days.cend(), isUncovered);
    if (first == days.cend())
        return {};
    const auto after = std::find_if_not(first, days.cend(), isUncovered);
    CoverGap gap{.from = first->day, .until = (after - 1)->day, .goesOn = after == days.cend(), .days = {}};
    gap.days = QList<CoverDay>(first, after);
    return gap;
}

QDate gapWarnedFrom(QDate firstUncovered, const CoverageInput &input, const QList<QDate> &changes, const GapRule &rule)
{
    const BankHolidays &holidays = holidaysOf(input);
    const QDate early = workingDaysBefore(firstUncovered, std::max(rule.workingDays, rule.workingDaysAcross), holidays);
    // Until the next working day, on which it can be mended: a bank holiday on the Monday after counts, too.
    const QDate mended = lastOfWorkingDays(firstUncovered, 1, holidays);
    for (const CoverDay &day : coverage(input, early, mended))
        if (holidays.isOne(day.day) || day.state == CoverState::ClosedNotArranged || changes.contains(day.day))
            return early;
    return workingDaysBefore(firstUncovered, rule.workingDays, holidays);
}

} // namespace keywork
