// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/treatment_cover.h"
#include "tests/support/campaign.h"

#include <QMap>
#include <QRandomGenerator>
#include <set>

namespace keywork::test::treatment_cover_oracle_test {

namespace {

// The oracle plays each prescription from its first day on, as a pharmacy would, and writes down what each day has. It shares
// nothing with the rule but its input.

struct Played {
    char state = '-'; // c, x, u, g
    bool isLate = false; // dispensed before another one took over
    QDate pickup;
};

class Pharmacy {
public:
    Pharmacy(const ScriptSpan &script, const CoverageInput &input, QDate horizon)
        : s(script)
        , in(input)
        , last(horizon)
    {
        for (const ScriptSpan &other : input.scripts)
            if (other.follows == script.id && other.id != script.id && (!next.isValid() || other.from < next))
                next = other.from;
    }

    QMap<QDate, Played> play() const
    {
        QMap<QDate, Played> days = s.isInjection ? injections() : s.pickup == std::array<bool, 8>() ? daily() : instalments();
        if (!s.until && !s.isInjection)
            for (auto it = days.begin(); it != days.end(); ++it)
                if (!s.confirmedUntil || it.key() > *s.confirmedUntil)
                    it->state = 'u';
        return days;
    }

    QDate paperEnd() const // invalid: no end
    {
        QDate end;
        if (s.until)
            end = s.confirmedUntil && *s.confirmedUntil > *s.until ? *s.confirmedUntil : *s.until;
        if (s.stoppedOn && (!end.isValid() || *s.stoppedOn < end))
            end = *s.stoppedOn;
        return end;
    }
    QDate ownEnd() const
    {
        QDate end = paperEnd();
        if (next.isValid() && (!end.isValid() || next.addDays(-1) < end))
            end = next.addDays(-1);
        if (!end.isValid() || !s.isInjection)
            return end;
        QDate held;
        QDate given;
        for (const InjectionSpan &one : s.injections)
            if (!given.isValid() || one.givenOn > given || (one.givenOn == given && one.dueOn >= held)) {
                given = one.givenOn;
                held = one.dueOn;
            }
        return held.isValid() && held.addDays(-1) > end ? held.addDays(-1) : end;
    }
    bool endedByStopping() const { return s.stoppedOn && (!next.isValid() || *s.stoppedOn < next); }

private:
    // 1 open, 0 closed, -1 nobody knows
    int door(QDate day) const
    {
        const OpeningDays *hours = nullptr;
        QDate since;
        for (const OpeningDays &one : s.open) {
            if (one.from > day || (since.isValid() && one.from < since))
                continue;
            hours = &one;
            since = one.from;
        }
        if (in.holidays->isOne(day)) {
            if (!hours || hours->bankHolidays == BankHolidayOpen::NotKnown)
                return -1;
            return hours->bankHolidays == BankHolidayOpen::Open ? 1 : 0;
        }
        return !hours ? 1 : hours->weekday.at(size_t(day.dayOfWeek())) ? 1 : 0;
    }
    bool isOver(QDate day) const { return paperEnd().isValid() && day > paperEnd(); }
    bool scriptIsAway(QDate day) const { return s.lostOn && day >= *s.lostOn && (!s.replacedOn || day < *s.replacedOn); }

    QMap<QDate, Played> daily() const
    {
        QMap<QDate, Played> days;
        for (QDate day = s.from; day <= last && !isOver(day) && !(next.isValid() && day >= next); day = day.addDays(1))
            days.insert(day, {scriptIsAway(day) ? 'g' : 'c', false, {}});
        return days;
    }

    QMap<QDate, Played> instalments() const
    {
        // First the days that are written on it, then what is dispensed for each.
        std::set<QDate> written;
        int week = 0;
        for (QDate day = s.from; day <= last.addDays(30); day = day.addDays(1)) {
            if (day > s.from && day.dayOfWeek() == Qt::Monday)
                ++week;
            if (week % s.everyWeeks == 0 && s.pickup.at(size_t(day.dayOfWeek())))
                written.insert(day);
        }
        QMap<QDate, Played> days;
        for (QDate day = s.from; day <= last && !isOver(day) && (written.empty() || day < *written.begin()); day = day.addDays(1))
            if (!next.isValid() || day < next)
                days.insert(day, {'g', false, {}});
        for (auto due = written.begin(); due != written.end(); ++due) {
            if (next.isValid() && *due >= next)
                break;
            const auto after = std::next(due);
            const QDate end = after == written.end() ? last : after->addDays(-1);
            QDate got = *due;
            bool doubtful = false;
            if (door(*due) == -1)
                doubtful = !s.closedDaysPrior;
            if (door(*due) == 0) {
                got = {};
                if (s.closedDaysPrior) {
                    for (QDate day = s.from; day < *due; day = day.addDays(1))
                        if (door(day) == 1 && day >= due->addDays(-14))
                            got = day;
                } else if (s.restOfMissed) {
                    for (QDate day = end; day > *due; day = day.addDays(-1))
                        if (door(day) == 1)
                            got = day;
                }
            }
            for (QDate day = *due; day <= end && day <= last && !isOver(day); day = day.addDays(1)) {
                Played one{'c', next.isValid() && day >= next, got};
                if (!got.isValid() || day < got)
                    one = {'x', one.isLate, {}};
                else if (scriptIsAway(got)) {
                    const bool again = s.replacedOn && day >= *s.replacedOn;
                    one.state = again ? 'c' : 'g';
                    one.pickup = again ? *s.replacedOn : QDate();
                } else if (doubtful)
                    one.state = 'u';
                days.insert(day, one);
            }
        }
        return days;
    }

    QMap<QDate, Played> injections() const
    {
        QMap<QDate, Played> days;
        for (QDate day = s.from.addDays(-60); day <= last; day = day.addDays(1)) {
            const InjectionSpan *active = nullptr;
            for (const InjectionSpan &one : s.injections)
                if (one.givenOn <= day
                    && (!active || one.givenOn > active->givenOn || (one.givenOn == active->givenOn && one.dueOn >= active->dueOn)))
                    active = &one;
            const bool late = next.isValid() && day >= next;
            const bool over = isOver(day) || late;
            if (active && day < active->dueOn)
                days.insert(day, {'c', late, {}});
            else if (over)
                continue;
            else if (active && active->dueOn.daysTo(day) < active->windowDays)
                days.insert(day, {'u', false, {}});
            else if (day >= s.from)
                days.insert(day, {active ? 'g' : 'u', false, {}});
        }
        return days;
    }

    const ScriptSpan &s;
    const CoverageInput &in;
    QDate last;
    QDate next; ///< the first day of the one that follows
};

int badness(const Played &day) { return int(QByteArray("cxug").indexOf(day.state)) * 2 + (day.isLate ? 1 : 0); }

char expectedOn(
    const CoverageInput &input, const QList<QMap<QDate, Played>> &all, QDate day, qint64 &script, QDate &pickup, QList<qint64> &also)
{
    const Played *best = nullptr;
    int at = -1;
    for (int i = 0; i < all.size(); ++i) {
        const auto found = all.at(i).constFind(day);
        if (found == all.at(i).constEnd())
            continue;
        const bool isLater = at >= 0
            && (input.scripts.at(i).from > input.scripts.at(at).from
                || (input.scripts.at(i).from == input.scripts.at(at).from && input.scripts.at(i).id > input.scripts.at(at).id));
        if (!best || badness(*found) < badness(*best) || (badness(*found) == badness(*best) && isLater)) {
            best = &*found;
            at = i;
        }
    }
    if (best) {
        script = input.scripts.at(at).id;
        pickup = best->pickup;
        if (best->state == 'c' && !best->isLate)
            for (int i = 0; i < all.size(); ++i)
                if (const auto found = all.at(i).constFind(day);
                    i != at && found != all.at(i).constEnd() && found->state == 'c' && !found->isLate)
                    also.append(input.scripts.at(i).id);
        return best->state;
    }
    for (const ScriptSpan &one : input.scripts)
        if (one.lastDoseBefore && day > *one.lastDoseBefore && day < one.from) {
            script = one.id;
            return 'g';
        }
    QDate end;
    bool stopped = true;
    QDate from;
    for (const ScriptSpan &one : input.scripts) {
        const Pharmacy pharmacy(one, input, day);
        const QDate own = pharmacy.ownEnd();
        if (!own.isValid() || own >= day)
            continue;
        if (!end.isValid() || own > end || (own == end && (one.from > from || (one.from == from && one.id > script)))) {
            end = own;
            from = one.from;
            script = one.id;
            stopped = pharmacy.endedByStopping();
        }
    }
    if (stopped)
        script = 0;
    return stopped ? '-' : 'g';
}

class Regimes {
public:
    explicit Regimes(quint32 seed)
        : m_random(seed)
    {
    }

    CoverageInput make(QDate around)
    {
        CoverageInput input;
        const Nation nation = Nation(number(0, 2));
        input.holidays = &BankHolidays::of(nation);
        const int count = number(1, 4);
        QDate from = around.addDays(number(-20, 10));
        for (int i = 1; i <= count; ++i) {
            ScriptSpan script{.id = i, .from = from};
            if (chance(75))
                script.until = from.addDays(number(0, 34));
            if (chance(35))
                script.confirmedUntil = from.addDays(number(0, 50));
            if (chance(12))
                script.stoppedOn = from.addDays(number(0, 30));
            if (chance(15)) {
                script.lostOn = from.addDays(number(0, 20));
                if (chance(60))
                    script.replacedOn = script.lostOn->addDays(number(0, 9));
            }
            if (chance(10))
                script.lastDoseBefore = from.addDays(-number(1, 6));
            if (i > 1 && chance(55))
                script.follows = number(1, i - 1);
            if (chance(12)) {
                script.isInjection = true;
                QDate given = from.addDays(number(-20, 3));
                for (int n = number(0, 3); n > 0; --n) {
                    const int every = chance(50) ? 7 : 28;
                    script.injections.append({given, given.addDays(every), number(0, 5), {}});
                    given = given.addDays(every + number(-3, 8));
                }
            }
            for (size_t day = 1; day <= 7; ++day)
                script.pickup.at(day) = chance(60);
            script.everyWeeks = chance(15) ? number(2, 4) : 1;
            script.closedDaysPrior = chance(40);
            script.restOfMissed = chance(40);
            for (int n = number(0, 2); n > 0; --n) {
                OpeningDays hours{.from = around.addDays(number(-60, 20)), .bankHolidays = BankHolidayOpen(number(0, 2))};
                for (size_t day = 1; day <= 7; ++day)
                    hours.weekday.at(day) = chance(day == 7 ? 30 : 90);
                script.open.append(hours);
            }
            input.scripts.append(script);
            from = from.addDays(number(0, 30));
        }
        return input;
    }
    int number(int least, int most) { return m_random.bounded(least, most + 1); }

private:
    bool chance(int percent) { return m_random.bounded(100) < percent; }
    QRandomGenerator m_random;
};

} // namespace

TEST_CASE("Coverage is what a pharmacy's days come to, for any regime on any day", "[campaign]")
{
    // Around Christmas, Easter, both changes of the clocks, a leap day, the last known year.
    const QList<QDate> around{QDate(2026, 12, 20), QDate(2027, 3, 25), QDate(2026, 10, 20), QDate(2028, 2, 24), QDate(2027, 12, 22),
        QDate(2026, 6, 10), QDate(2036, 12, 20), QDate(2033, 12, 22)};
    Campaign campaign(QStringLiteral("coverage by the day"), {3000, 100'000});
    campaign.run([&](quint32 seed) {
        Regimes regimes(seed);
        const QDate middle = around.at(regimes.number(0, int(around.size()) - 1));
        const CoverageInput input = regimes.make(middle);
        const QDate from = middle.addDays(-40);
        const QDate until = middle.addDays(80);
        QList<QMap<QDate, Played>> all;
        for (const ScriptSpan &script : input.scripts)
            all.append(Pharmacy(script, input, until).play());
        for (const CoverDay &day : coverage(input, from, until)) {
            qint64 script = 0;
            QDate pickup;
            QList<qint64> also;
            const char state = expectedOn(input, all, day.day, script, pickup, also);
            static const QByteArray letters("cgux-");
            const char said = letters.at(int(day.state));
            campaign.expect(said == state && day.script == script && day.pickupOn == pickup && day.alsoBy == also,
                QStringLiteral("%1: %2 of %3 collected %4, and not %5 of %6 collected %7")
                    .arg(day.day.toString(Qt::ISODate), QChar::fromLatin1(said), QString::number(day.script),
                        day.pickupOn.toString(Qt::ISODate), QChar::fromLatin1(state), QString::number(script),
                        pickup.toString(Qt::ISODate)));
        }
    });
}

} // namespace keywork::test::treatment_cover_oracle_test
