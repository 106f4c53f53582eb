// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/date_text.h"

#include "core/base/anniversary.h"
#include "core/base/partial_date.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kLongestWithoutLeapDay = 8; // years: 1896 to 1904, 2096 to 2104

/// The place of the name that the word is or begins with three letters, counted from 1; 0 for none.
int placeIn(const QStringList &names, const QString &word)
{
    for (qsizetype i = 0; i < names.size() && word.size() >= 3; ++i)
        if (names.at(i).startsWith(word))
            return int(i) + 1;
    return 0;
}

int monthFrom(const QString &word)
{
    static const QStringList names{u"january"_s, u"february"_s, u"march"_s, u"april"_s, u"may"_s, u"june"_s, u"july"_s, u"august"_s,
        u"september"_s, u"october"_s, u"november"_s, u"december"_s};
    return placeIn(names, word);
}

int weekdayFrom(const QString &word)
{
    static const QStringList names{u"monday"_s, u"tuesday"_s, u"wednesday"_s, u"thursday"_s, u"friday"_s, u"saturday"_s, u"sunday"_s};
    return word == u"weds" ? 3 : placeIn(names, word);
}

/// How a date is typed, before it is known which day is meant.
struct Written {
    int day = 0;
    int month = 0;
    QString year = {}; ///< four digits, two, or none
    int weekday = 0; ///< 1 to 7; 0: none was typed
};

/// Where and how to look for the day that is meant.
struct Looking {
    QDate today;
    DayDirection direction;
    bool needsYear = false; ///< a date that may be known in part is none without it

    bool lies(QDate day) const { return direction == DayDirection::Any || (direction == DayDirection::Past ? day <= today : day >= today); }
};

/// The nearest to today of the real dates in these years that fit.
template <class Fits> std::optional<QDate> nearest(const Written &date, QDate today, const QList<int> &years, Fits fits)
{
    std::optional<QDate> best;
    for (const int year : years) {
        const QDate day(year, date.month, date.day);
        if (day.isValid() && fits(day) && (!best || std::abs(day.daysTo(today)) < std::abs(best->daysTo(today))))
            best = day;
    }
    return best;
}

QList<int> yearsAround(int year, int most)
{
    QList<int> years;
    for (int one = year - most; one <= year + most; ++one)
        years.append(one);
    return years;
}

std::optional<QDate> withoutYear(const Written &date, const Looking &at)
{
    const int year = at.today.year();
    if (date.weekday == 0)
        return nearest(date, at.today, yearsAround(year, kLongestWithoutLeapDay), [&](QDate day) { return at.lies(day); });
    // The weekday says which year was meant, whatever the direction.
    return nearest(date, at.today, yearsAround(year, 1), [&](QDate day) { return day.dayOfWeek() == date.weekday; });
}

/// Two digits of a year: the nearest century.
std::optional<QDate> withShortYear(const Written &date, const Looking &at)
{
    const int year = at.today.year() / 100 * 100 + date.year.toInt();
    return nearest(
        date, at.today, {year - 100, year, year + 100}, [&](QDate day) { return at.direction != DayDirection::Past || day <= at.today; });
}

std::optional<QDate> meant(const Written &date, const Looking &at)
{
    if (date.year.isEmpty())
        return at.needsYear ? std::nullopt : withoutYear(date, at);
    const std::optional<QDate> day
        = date.year.size() == 4 ? std::optional(QDate(date.year.toInt(), date.month, date.day)) : withShortYear(date, at);
    if (!day || !day->isValid() || (date.weekday > 0 && day->dayOfWeek() != date.weekday))
        return {};
    return day;
}

/// 14/9, 14 / 9 / 26, 14.9.2026, 14 9 2026, 2026-09-14, 2026/9/14.
std::optional<Written> inNumbers(const QString &text)
{
    static const QRegularExpression yearFirst(u"^([0-9]{4})\\s*([/.-])\\s*([0-9]{1,2})\\s*\\2\\s*([0-9]{1,2})$"_s);
    if (const auto match = yearFirst.match(text); match.hasMatch())
        return Written{match.captured(4).toInt(), match.captured(3).toInt(), match.captured(1)};
    static const QRegularExpression dayFirst(u"^([0-9]{1,2})\\s*[/.-]\\s*([0-9]{1,2})(?:\\s*[/.-]\\s*([0-9]{4}|[0-9]{2}))?$"_s);
    if (const auto match = dayFirst.match(text); match.hasMatch())
        return Written{match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3)};
    static const QRegularExpression blanks(u"^([0-9]{1,2}) ([0-9]{1,2}) ([0-9]{4}|[0-9]{2})$"_s);
    if (const auto match = blanks.match(text); match.hasMatch())
        return Written{match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3)};
    return {};
}

/// 14 sep, 14th of September 2026, 14-Sep-26, Sep 14, September 14th, 2026.
std::optional<Written> inWords(const QString &text)
{
    static const QRegularExpression dayFirst(
        u"^([0-9]{1,2})(?:st|nd|rd|th)?\\s*[/.-]?\\s*(?:of\\s+)?([a-z]{3,})[.,]?(?:\\s*[/.-]?\\s*'?([0-9]{4}|[0-9]{2}))?$"_s);
    if (const auto match = dayFirst.match(text); match.hasMatch())
        if (const int month = monthFrom(match.captured(2)); month > 0)
            return Written{match.captured(1).toInt(), month, match.captured(3)};
    static const QRegularExpression monthFirst(u"^([a-z]{3,})\\.?\\s*([0-9]{1,2})(?:st|nd|rd|th)?(?:(?:\\s*,\\s*|\\s+)([0-9]{4}))?$"_s);
    if (const auto match = monthFirst.match(text); match.hasMatch())
        if (const int month = monthFrom(match.captured(1)); month > 0)
            return Written{match.captured(2).toInt(), month, match.captured(3)};
    return {};
}

/// 14092026 and 140926; 20260914 where the first reading is no date, or one much further away.
std::optional<QDate> inOneRow(const QString &text, const Looking &at)
{
    static const QRegularExpression digits(u"^[0-9]{6}(?:[0-9]{2})?$"_s);
    if (!digits.match(text).hasMatch())
        return {};
    const auto day = meant({text.left(2).toInt(), text.mid(2, 2).toInt(), text.mid(4)}, at);
    if (text.size() == 6)
        return day;
    const auto yearFirst = meant({text.mid(6).toInt(), text.mid(4, 2).toInt(), text.left(4)}, at);
    if (!day || !yearFirst)
        return day ? day : yearFirst;
    return std::abs(day->daysTo(at.today)) <= std::abs(yearFirst->daysTo(at.today)) ? day : yearFirst;
}

std::optional<QDate> calendarDay(const QString &text, const Looking &at)
{
    static const QRegularExpression named(u"^([a-z]{3,})[.,]?\\s+(.+)$"_s);
    const auto match = named.match(text);
    const int weekday = match.hasMatch() ? weekdayFrom(match.captured(1)) : 0;
    const QString date = weekday > 0 ? match.captured(2) : text;
    std::optional<Written> written = inNumbers(date);
    if (!written)
        written = inWords(date);
    if (!written) {
        const auto day = inOneRow(date, at);
        return day && weekday > 0 && day->dayOfWeek() != weekday ? std::nullopt : day;
    }
    written->weekday = weekday;
    return meant(*written, at);
}

/// So many days, weeks, months or years away; from the end of a longer month to the last day of a shorter one.
QDate shifted(QDate today, int count, QChar unit)
{
    switch (unit.toLatin1()) {
    case 'd':
        return today.addDays(count);
    case 'w':
        return today.addDays(7 * count);
    case 'f':
        return today.addDays(14 * count);
    case 'm':
        return monthsAfter(today, count, MonthEnd::LastDay);
    default:
        return yearsAfter(today, count, MonthEnd::LastDay);
    }
}

/// today, yesterday, +2w, -3d, in 3 days, a week ago.
std::optional<QDate> counted(const QString &text, QDate today)
{
    static const QList<std::pair<QString, int>> words{
        {u"today"_s, 0}, {u"yesterday"_s, -1}, {u"tomorrow"_s, 1}, {u"day before yesterday"_s, -2}, {u"day after tomorrow"_s, 2}};
    for (const auto &[word, days] : words)
        if (text == word || text == u"the "_s + word)
            return today.addDays(days);
    static const QRegularExpression sign(u"^([+-])\\s*([0-9]{1,3})\\s*([dwmy])$"_s);
    if (const auto match = sign.match(text); match.hasMatch())
        return shifted(today, match.captured(2).toInt() * (match.captured(1) == u"-" ? -1 : 1), match.captured(3).at(0));
    static const QRegularExpression spoken(u"^(in\\s+)?([0-9]{1,3}|an?|one)\\s*(day|week|fortnight|month|year)s?(\\s+ago)?$"_s);
    const auto match = spoken.match(text);
    const bool isAhead = !match.captured(1).isEmpty();
    if (!match.hasMatch() || isAhead == !match.captured(4).isEmpty())
        return {};
    const int count = match.captured(2).at(0).isDigit() ? match.captured(2).toInt() : 1;
    return shifted(today, isAhead ? count : -count, match.captured(3).at(0));
}

/// fri, this fri, next fri, last fri.
std::optional<QDate> namedWeekday(const QString &text, const Looking &at)
{
    static const QRegularExpression form(u"^(?:(next|last|this)\\s+)?([a-z]+)$"_s);
    const auto match = form.match(text);
    const int wanted = match.hasMatch() ? weekdayFrom(match.captured(2)) : 0;
    if (wanted == 0)
        return {};
    const int ahead = (wanted - at.today.dayOfWeek() + 7) % 7;
    const QString which = match.captured(1);
    if (which == u"next")
        return at.today.addDays(ahead == 0 ? 7 : ahead);
    if (which == u"last")
        return at.today.addDays(ahead - 7);
    if (which == u"this" || at.direction == DayDirection::Future || ahead == 0)
        return at.today.addDays(ahead);
    return at.today.addDays(at.direction == DayDirection::Past || ahead > 3 ? ahead - 7 : ahead);
}

std::optional<QDate> read(const QString &text, const Looking &at, const DayRange &range)
{
    if (range.relative) {
        if (const auto day = counted(text, at.today))
            return day;
        if (const auto day = namedWeekday(text, at))
            return day;
    }
    return calendarDay(text, at);
}

} // namespace

QString plainTyped(const QString &typed)
{
    QString plain;
    for (const char32_t c : typed.normalized(QString::NormalizationForm_KC).toUcs4()) {
        if (QChar::isDigit(c))
            plain.append(QChar(u'0' + QChar::digitValue(c)));
        else if (QChar::category(c) == QChar::Punctuation_Dash || c == 0x2212)
            plain.append(u'-');
        else if (c == 0x060D || c == 0x2215)
            plain.append(u'/');
        else if (c == 0x060C || c == 0x3001)
            plain.append(u',');
        else if (c == 0x2019)
            plain.append(u'\'');
        else if (QChar::category(c) != QChar::Other_Format)
            plain.append(QChar::fromUcs4(c));
    }
    return plain.simplified().toLower();
}

std::optional<QDate> dayFromText(const QString &typed, QDate today, const DayRange &range)
{
    return read(plainTyped(typed), {today, range.direction}, range);
}

QString partialFromText(const QString &typed, QDate today, const DayRange &range)
{
    const QString text = plainTyped(typed);
    if (const auto known = PartialDate::fromText(text))
        return known->text();
    static const QRegularExpression monthAndYear(u"^(?:([a-z]{3,})[.,]?|([0-9]{1,2})\\s*[/.-])\\s*([0-9]{4})$"_s);
    if (const auto match = monthAndYear.match(text); match.hasMatch()) {
        const int month = match.captured(1).isEmpty() ? match.captured(2).toInt() : monthFrom(match.captured(1));
        if (month >= 1 && month <= 12 && match.captured(3).toInt() > 0)
            return u"%1-%2"_s.arg(match.captured(3)).arg(month, 2, 10, QChar(u'0'));
    }
    const auto day = read(text, {today, range.direction, !range.relative}, range);
    return day ? day->toString(Qt::ISODate) : QString();
}

} // namespace keywork
