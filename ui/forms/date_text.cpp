// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/date_text.h"

#include "core/base/partial_date.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

int monthFrom(const QString &word)
{
    static const QStringList names{
        u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"may"_s, u"jun"_s, u"jul"_s, u"aug"_s, u"sep"_s, u"oct"_s, u"nov"_s, u"dec"_s};
    return word.size() < 3 ? 0 : int(names.indexOf(word.left(3))) + 1;
}

int weekdayFrom(const QString &word)
{
    static const QStringList names{u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s, u"sun"_s};
    return word.size() < 3 ? 0 : int(names.indexOf(word.left(3))) + 1;
}

int wholeYear(const QString &digits, QDate today)
{
    const int year = digits.toInt();
    if (digits.size() == 4)
        return year;
    const int century = today.year() / 100 * 100;
    return century + year > today.year() + 10 ? century - 100 + year : century + year;
}

std::optional<QDate> real(int year, int month, int day)
{
    const QDate date(year, month, day);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<QDate> nearest(int month, int day, QDate today)
{
    std::optional<QDate> best;
    for (const int year : {today.year() - 1, today.year(), today.year() + 1}) {
        const QDate date(year, month, day);
        if (date.isValid() && (!best || std::abs(date.daysTo(today)) < std::abs(best->daysTo(today))))
            best = date;
    }
    return best;
}

std::optional<QDate> relative(const QString &text, QDate today)
{
    if (text == u"today")
        return today;
    if (text == u"yesterday")
        return today.addDays(-1);
    if (text == u"tomorrow")
        return today.addDays(1);
    static const QRegularExpression shift(u"^([+-])\\s*([0-9]{1,3})\\s*([dwmy])$"_s);
    if (const auto match = shift.match(text); match.hasMatch()) {
        const int count = match.captured(2).toInt() * (match.captured(1) == u"-" ? -1 : 1);
        switch (match.captured(3).at(0).toLatin1()) {
        case 'd':
            return today.addDays(count);
        case 'w':
            return today.addDays(7 * count);
        case 'm':
            return today.addMonths(count);
        default:
            return today.addYears(count);
        }
    }
    static const QRegularExpression named(u"^(next|last)?\\s*([a-z]+)$"_s);
    if (const auto match = named.match(text); match.hasMatch()) {
        const int wanted = weekdayFrom(match.captured(2));
        if (wanted == 0)
            return {};
        if (match.captured(1) == u"last")
            return today.addDays(-((today.dayOfWeek() - wanted + 6) % 7 + 1));
        return today.addDays((wanted - today.dayOfWeek() + 6) % 7 + 1);
    }
    return {};
}

} // namespace

std::optional<QDate> dayFromText(const QString &typed, QDate today)
{
    const QString text = typed.simplified().toLower();
    if (const auto day = relative(text, today))
        return day;
    static const QRegularExpression iso(u"^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$"_s);
    if (const auto match = iso.match(text); match.hasMatch())
        return real(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    static const QRegularExpression slashed(u"^([0-9]{1,2})[/.-]([0-9]{1,2})(?:[/.-]([0-9]{4}|[0-9]{2}))?$"_s);
    if (const auto match = slashed.match(text); match.hasMatch()) {
        const int day = match.captured(1).toInt();
        const int month = match.captured(2).toInt();
        return match.captured(3).isEmpty() ? nearest(month, day, today) : real(wholeYear(match.captured(3), today), month, day);
    }
    static const QRegularExpression worded(u"^([0-9]{1,2})\\s*([a-z]+)\\.?(?:\\s*([0-9]{4}|[0-9]{2}))?$"_s);
    if (const auto match = worded.match(text); match.hasMatch()) {
        const int month = monthFrom(match.captured(2));
        const int day = match.captured(1).toInt();
        if (month == 0)
            return {};
        return match.captured(3).isEmpty() ? nearest(month, day, today) : real(wholeYear(match.captured(3), today), month, day);
    }
    return {};
}

QString partialFromText(const QString &typed, QDate today)
{
    const QString text = typed.simplified().toLower();
    if (const auto known = PartialDate::fromText(text))
        return known->text();
    static const QRegularExpression monthAndYear(u"^(?:([a-z]{3,})|([0-9]{1,2})[/.-])\\s*([0-9]{4})$"_s);
    if (const auto match = monthAndYear.match(text); match.hasMatch()) {
        const int month = match.captured(1).isEmpty() ? match.captured(2).toInt() : monthFrom(match.captured(1));
        if (month >= 1 && month <= 12 && match.captured(3).toInt() > 0)
            return u"%1-%2"_s.arg(match.captured(3)).arg(month, 2, 10, QChar(u'0'));
    }
    // A date of birth without a year is not one.
    static const QRegularExpression noYear(u"^[0-9]{1,2}\\s*[/. a-z-]\\s*[0-9a-z]{1,9}$"_s);
    const auto day = dayFromText(text, today);
    if (!day || (noYear.match(text).hasMatch() && !text.contains(QRegularExpression(u"[0-9]{4}$"_s))))
        return {};
    // Only a year of two digits is guessed; one written out is taken at its word.
    static const QRegularExpression wholeYearTyped(u"[0-9]{4}"_s);
    const bool guessed = !text.contains(wholeYearTyped);
    return (guessed && *day > today ? day->addYears(-100) : *day).toString(Qt::ISODate);
}

} // namespace keywork
