// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/list_filter.h"

#include "core/base/text.h"
#include "core/domain/kinds.h"
#include "ui/text/words.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// 0 when the word begins no month's name.
int monthOf(const QString &word)
{
    if (word.size() < 3)
        return 0;
    for (int month = 1; month <= 12; ++month)
        if (folded(QLocale(QLocale::English).monthName(month)).startsWith(word))
            return month;
    return 0;
}

QVariantList idsHolding(const QHash<qint64, QString> &names, const QString &typed)
{
    QVariantList ids;
    for (auto it = names.begin(); it != names.end(); ++it)
        if (holds(it.value(), typed))
            ids.append(it.key());
    return ids;
}

QVariantList numbersHolding(const QString &typed)
{
    QVariantList numbers;
    for (const bool value : {false, true})
        if (holds(words::yesNo(value), typed))
            numbers.append(qint64(value));
    return numbers;
}

void addFor(const Field &field, const QString &typed, const Records &records, const NamesOfTable &names, QList<Filter> &filters)
{
    const QString column = QString::fromLatin1(field.column);
    const QString list = QString::fromLatin1(field.list ? field.list : "");
    switch (field.kind) {
    case Kind::Text:
        filters.append({column, Filter::Comparison::Contains, typed});
        if (!list.isEmpty())
            for (const QString &code : codesHolding(records.choices(), list, typed))
                filters.append({column, Filter::Comparison::Contains, code});
        break;
    case Kind::Choice:
        filters.append({column, Filter::Comparison::In, QVariant(codesHolding(records.choices(), list, typed)).toList()});
        break;
    case Kind::Reference:
        filters.append({column, Filter::Comparison::In, idsHolding(names(QString::fromLatin1(field.refers)), typed)});
        break;
    case Kind::Boolean:
        filters.append({column, Filter::Comparison::In, numbersHolding(typed)});
        break;
    case Kind::Date:
    case Kind::PartialDate:
    case Kind::Instant:
        if (const QString part = partOfDay(typed); !part.isEmpty())
            filters.append({column, Filter::Comparison::Contains, part});
        break;
    case Kind::Integer:
    case Kind::TimeOfDay:
    case Kind::Measure:
        filters.append({column, Filter::Comparison::Contains, typed});
        break;
    case Kind::Money: // kept in pence: 12.50 is 1250
        if (const QString digits = QString(typed).remove(QRegularExpression(u"[^0-9]"_s)); !digits.isEmpty())
            filters.append({column, Filter::Comparison::Contains, digits});
        break;
    case Kind::Data:
    case Kind::Picture:
        break;
    }
}

} // namespace

bool holds(const QString &label, const QString &typed) { return folded(label).contains(folded(typed)); }

QStringList codesHolding(const ChoiceSource &choices, const QString &list, const QString &typed)
{
    QStringList codes;
    for (const ChoiceOption &option : choices.options(list))
        if (holds(words::choice(choices, list, option.code), typed))
            codes.append(option.code);
    return codes;
}

QString partOfDay(const QString &typed)
{
    QString year;
    QString month;
    QString day;
    static const QRegularExpression isYear(u"^\\d{4}$"_s);
    static const QRegularExpression isDay(u"^\\d{1,2}$"_s);
    for (const QString &word : folded(typed).split(u' ', Qt::SkipEmptyParts))
        if (const int number = monthOf(word); number > 0 && month.isEmpty())
            month = u"%1"_s.arg(number, 2, 10, QChar(u'0'));
        else if (isYear.match(word).hasMatch() && year.isEmpty())
            year = word;
        else if (isDay.match(word).hasMatch() && day.isEmpty())
            day = u"%1"_s.arg(word.toInt(), 2, 10, QChar(u'0'));
        else
            return {};
    if (month.isEmpty() && !day.isEmpty() && !year.isEmpty())
        return {};
    const QString ofMonth = month.isEmpty() ? QString() : u'-' + month;
    const QString ofDay = day.isEmpty() ? (year.isEmpty() && !month.isEmpty() ? u"-"_s : QString()) : u'-' + day;
    return year + ofMonth + ofDay;
}

QList<Filter> filtersFor(
    const RecordType &type, const QList<const Field *> &columns, const QString &typed, const Records &records, const NamesOfTable &names)
{
    QList<Filter> filters;
    for (const Field *field : columns)
        addFor(*field, typed, records, names, filters);
    if (type.listsWhen)
        if (const QString part = partOfDay(typed); !part.isEmpty())
            filters.append({u"created_at"_s, Filter::Comparison::Contains, part});
    if (filters.isEmpty()) // nothing here could hold it
        filters.append({u"id"_s, Filter::Comparison::In, QVariantList()});
    return filters;
}

} // namespace keywork
