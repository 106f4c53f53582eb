// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words.h"

#include "core/base/anniversary.h"
#include "core/base/text.h"
#include "core/domain/kinds.h"
#include "core/record/not_said.h"
#include "core/record/table_text.h"
#include "ui/text/say.h"

#include <QCoreApplication>
#include <QStringList>
#include <array>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

// QLocale gives "14 Sept 2026"; three letters keep columns even.
QString shortMonth(int month)
{
    static constexpr std::array months{QT_TRANSLATE_NOOP("words", "Jan"), QT_TRANSLATE_NOOP("words", "Feb"),
        QT_TRANSLATE_NOOP("words", "Mar"), QT_TRANSLATE_NOOP("words", "Apr"), QT_TRANSLATE_NOOP("words", "May"),
        QT_TRANSLATE_NOOP("words", "Jun"), QT_TRANSLATE_NOOP("words", "Jul"), QT_TRANSLATE_NOOP("words", "Aug"),
        QT_TRANSLATE_NOOP("words", "Sep"), QT_TRANSLATE_NOOP("words", "Oct"), QT_TRANSLATE_NOOP("words", "Nov"),
        QT_TRANSLATE_NOOP("words", "Dec")};
    return say(months[size_t(month - 1)]);
}

QString longMonth(int month)
{
    static constexpr std::array months{QT_TRANSLATE_NOOP("words", "January"), QT_TRANSLATE_NOOP("words", "February"),
        QT_TRANSLATE_NOOP("words", "March"), QT_TRANSLATE_NOOP("words", "April"), QT_TRANSLATE_NOOP("words", "May"),
        QT_TRANSLATE_NOOP("words", "June"), QT_TRANSLATE_NOOP("words", "July"), QT_TRANSLATE_NOOP("words", "August"),
        QT_TRANSLATE_NOOP("words", "September"), QT_TRANSLATE_NOOP("words", "October"), QT_TRANSLATE_NOOP("words", "November"),
        QT_TRANSLATE_NOOP("words", "December")};
    return say(months[size_t(month - 1)]);
}

QString shortWeekday(int day)
{
    static constexpr std::array days{QT_TRANSLATE_NOOP("words", "Mon"), QT_TRANSLATE_NOOP("words", "Tue"),
        QT_TRANSLATE_NOOP("words", "Wed"), QT_TRANSLATE_NOOP("words", "Thu"), QT_TRANSLATE_NOOP("words", "Fri"),
        QT_TRANSLATE_NOOP("words", "Sat"), QT_TRANSLATE_NOOP("words", "Sun")};
    return say(days[size_t(day - 1)]);
}

/// In four digits, so that it is read again as the same year.
QString yearOf(QDate day) { return u"%1"_s.arg(day.year(), 4, 10, QChar(u'0')); }

/// Within the coming or past six months, where a day without its year means one only.
bool isNear(QDate day, QDate today)
{
    constexpr qint64 kHalfYear = 182; // days
    return std::abs(today.daysTo(day)) <= kHalfYear;
}

QString counted(qint64 number, const char *one, const char *many) { return number == 1 ? say(one) : say(many).arg(number); }

QString sayOfDose(const char *marked) { return QCoreApplication::translate("dose", marked); }

} // namespace

QString label(const char *marked) { return QCoreApplication::translate("record", marked); }

QString choice(const ChoiceSource &choices, const QString &list, const QString &code)
{
    if (code.isEmpty())
        return {};
    return label(choices.label(list, code).toUtf8().constData());
}

QString date(QDate day) { return day.isValid() ? dayAndMonth(day) + u' ' + yearOf(day) : QString(); }
QString dayAndMonth(QDate day) { return day.isValid() ? u"%1 %2"_s.arg(day.day()).arg(shortMonth(day.month())) : QString(); }
QString longDate(QDate day)
{
    return day.isValid() ? u"%1 %2 %3"_s.arg(QString::number(day.day()), longMonth(day.month()), yearOf(day)) : QString();
}
QString weekday(QDate day) { return day.isValid() ? shortWeekday(day.dayOfWeek()) + u' ' + dayAndMonth(day) : QString(); }
QString dayInFull(QDate day) { return day.isValid() ? weekday(day) + u' ' + yearOf(day) : QString(); }
QString dayAndMonth(QDate day, QDate today) { return isNear(day, today) ? dayAndMonth(day) : date(day); }
QString weekday(QDate day, QDate today) { return isNear(day, today) ? weekday(day) : dayInFull(day); }
QString partialDate(const PartialDate &partial)
{
    if (partial.isExact())
        return date(partial.earliest());
    const QDate first = partial.earliest();
    return partial.text().size() == 4 ? partial.text() : shortMonth(first.month()) + u' ' + yearOf(first);
}
QString isoDate(const QString &iso) { return date(QDate::fromString(iso, Qt::ISODate)); }
QString time(const QDateTime &local) { return local.toString(u"HH:mm"_s); }
QString moment(const QDateTime &local) { return local.isValid() ? date(local.date()) + u' ' + time(local) : QString(); }

QString momentInFull(const QDateTime &local) { return local.isValid() ? dayInFull(local.date()) + u' ' + time(local) : QString(); }

QString duration(QDate from, QDate until)
{
    const qint64 days = from.daysTo(until);
    if (days < 0)
        return {};
    if (days < 14)
        return counted(days, QT_TRANSLATE_NOOP("words", "1 day"), QT_TRANSLATE_NOOP("words", "%1 days"));
    if (days < 12 * 7)
        return say(QT_TRANSLATE_NOOP("words", "%1 weeks")).arg(days / 7);
    // Only what has passed whole is counted.
    const int months = monthsBetween(from, until, MonthEnd::NextDay);
    if (months < 24)
        return say(QT_TRANSLATE_NOOP("words", "%1 months")).arg(months);
    return say(QT_TRANSLATE_NOOP("words", "%1 years")).arg(months / 12);
}

QString printedExtent(const QList<int> &printed, int count, int copies)
{
    QStringList runs;
    for (qsizetype i = 0; i < printed.size();) {
        qsizetype end = i;
        while (end + 1 < printed.size() && printed.at(end + 1) == printed.at(end) + 1)
            ++end;
        const QString first = QString::number(printed.at(i));
        runs.append(end == i ? first : first + u'-' + QString::number(printed.at(end)));
        i = end + 1;
    }
    const QString what = printed.size() == count ? (count == 1 ? pages(1) : say(QT_TRANSLATE_NOOP("words", "all %1 pages")).arg(count))
        : printed.size() == 1                    ? say(QT_TRANSLATE_NOOP("words", "page %1 of %2")).arg(runs.first()).arg(count)
                                                 : say(QT_TRANSLATE_NOOP("words", "pages %1 of %2")).arg(runs.join(u", "_s)).arg(count);
    return copies > 1 ? say(QT_TRANSLATE_NOOP("words", "%1, %2 copies")).arg(what).arg(copies) : what;
}

QString pages(int count) { return counted(count, QT_TRANSLATE_NOOP("words", "1 page"), QT_TRANSLATE_NOOP("words", "%1 pages")); }
QString goals(qsizetype count) { return counted(count, QT_TRANSLATE_NOOP("words", "1 goal"), QT_TRANSLATE_NOOP("words", "%1 goals")); }
QString timesLooked(int times)
{
    return counted(times, QT_TRANSLATE_NOOP("words", "looked once"), QT_TRANSLATE_NOOP("words", "looked %1 times"));
}
QString timesChanged(int times)
{
    if (times == 0)
        return say(QT_TRANSLATE_NOOP("words", "changed nothing"));
    return counted(times, QT_TRANSLATE_NOOP("words", "changed something once"), QT_TRANSLATE_NOOP("words", "changed something %1 times"));
}
QString yearsOld(int years) { return counted(years, QT_TRANSLATE_NOOP("words", "1 year old"), QT_TRANSLATE_NOOP("words", "%1 years old")); }

QString yesNo(bool value) { return value ? say(QT_TRANSLATE_NOOP("words", "Yes")) : say(QT_TRANSLATE_NOOP("words", "No")); }

QString unit(const Field &field) { return field.unit ? label(field.unit) : QString(); }

QString whyNoAnswer(const Row &row, const Field &field)
{
    const QString column = QString::fromLatin1(field.column);
    if (!field.personal || !row.type->hasNotSaid() || !row.text(column).isEmpty())
        return {};
    const auto reasons = NotSaid::fromJson(row.text(u"not_said"_s)).reasons;
    const auto reason = reasons.constFind(column);
    return reason == reasons.constEnd() ? QString() : labelFor(*reason);
}

QString value(const Row &row, const Field &field, const ChoiceSource &choices, const Names &names, const Clock &clock)
{
    const QVariant held = row.value(QString::fromLatin1(field.column));
    if (held.isNull() || held.toString().isEmpty())
        return {};
    if (const QString told = field.told ? field.told(row, sayOfDose) : QString(); !told.isEmpty())
        return told;
    switch (field.kind) {
    case Kind::Date:
        return isoDate(held.toString());
    case Kind::PartialDate: {
        const auto partial = PartialDate::fromText(held.toString());
        return partial ? partialDate(*partial) : held.toString();
    }
    case Kind::Instant:
        return moment(clock.local(fromStoredText(held.toString())));
    case Kind::Measure:
        return field.unit ? held.toString() + u' ' + unit(field) : held.toString();
    case Kind::Money:
        return Pence{held.toLongLong()}.text();
    case Kind::Picture:
        return {};
    case Kind::Boolean:
        return yesNo(held.toLongLong() != 0);
    case Kind::Choice:
        return choice(listsOf(field, choices), QString::fromLatin1(field.list), held.toString());
    case Kind::Reference:
        return names ? names(QString::fromLatin1(field.refers), held.toLongLong()) : QString();
    default:
        break;
    }
    if (field.columns)
        return tableWords(held.toString(), field.columns->size());
    if (!field.list)
        return held.toString();
    QStringList labels;
    for (const QString &code : held.toString().split(u',', Qt::SkipEmptyParts))
        labels.append(choice(listsOf(field, choices), QString::fromLatin1(field.list), code));
    return labels.join(u", "_s);
}

QString shortened(const QString &text, int most)
{
    if (text.size() <= most)
        return text;
    const qsizetype blank = text.lastIndexOf(u' ', most - 2);
    return atMost(text, blank > most / 2 ? blank : most - 2) + u" …"_s;
}

QStringList doses(const DosesTold &told)
{
    return doseSentences(told, sayOfDose, [](QDate day) { return date(day); });
}

QString doseAsTheyTell(const DosesTold &told) { return keywork::doseAsTheyTell(told, sayOfDose); }

QString categories(const QString &codes)
{
    QStringList names;
    for (const QString &code : codes.split(u',', Qt::SkipEmptyParts))
        if (const auto category = fromCode<Category>(code))
            names.append(labelFor(*category));
    return names.join(u", "_s);
}

} // namespace keywork::words
