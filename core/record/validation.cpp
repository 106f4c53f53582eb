// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/validation.h"

#include "core/base/anniversary.h"
#include "core/base/guidance_page.h"
#include "core/base/text.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kLargestPictureBytes = 500'000; // screens shrink a photo to about 40 kB
constexpr int kClocksApartSeconds = 5 * 60; // a watch may be a little ahead of this PC

struct Context {
    const Field &field;
    const QVariant &value;
    const ChoiceSource &choices;
    QDate today;
    const QDateTime &now;

    Violation violation(Rule rule, const QString &argument = {}) const { return {QString::fromLatin1(field.column), rule, argument}; }
};

std::optional<Violation> checkText(const Context &at)
{
    const QString text = at.value.toString();
    if (holdsControlCharacters(text))
        return at.violation(Rule::HoldsControlCharacters);
    if (text.size() > lengthLimit(at.field))
        return at.violation(Rule::TooLong, QString::number(lengthLimit(at.field)));
    if (at.field.list) // several codes of a list
        for (const QString &code : text.split(u',', Qt::SkipEmptyParts))
            if (!listsOf(at.field, at.choices).knows(QString::fromLatin1(at.field.list), code))
                return at.violation(Rule::UnknownChoice);
    if (at.field.rule == Rule::NotAnNhsNumber && !isNhsNumber(text))
        return at.violation(at.field.rule, isNobodysNhsNumber(text) ? u"nobody"_s : QString());
    if (at.field.rule == Rule::NotANationalInsuranceNumber && !isNationalInsuranceNumber(text))
        return at.violation(at.field.rule);
    if (at.field.rule == Rule::NotGuidance) {
        const auto read = readGuidanceBody(text);
        if (const GuidanceFault *fault = std::get_if<GuidanceFault>(&read))
            return at.violation(at.field.rule, faultToText(*fault));
    }
    if (at.field.saysWhy && !saysWhy(text))
        return at.violation(Rule::SaysTooLittle);
    static const QRegularExpression email(u"^[^@\\s]+@[^@\\s]+\\.[^@\\s]+\\z"_s);
    if (at.field.rule == Rule::NotAnEmailAddress && !email.match(text).hasMatch())
        return at.violation(at.field.rule);
    return {};
}

std::optional<Violation> checkNumber(const Context &at)
{
    bool isNumber = false;
    const qint64 number = at.value.toLongLong(&isNumber);
    if (!isNumber)
        return at.violation(Rule::NotANumber);
    if (number < at.field.smallest)
        return at.violation(Rule::TooSmall, QString::number(at.field.smallest));
    if (number > at.field.largest)
        return at.violation(Rule::TooLarge, QString::number(at.field.largest));
    return {};
}

std::optional<Violation> checkMeasure(const Context &at)
{
    const auto number = Decimal::fromStored(at.value.toString());
    if (!number)
        return at.violation(Rule::NotAMeasure);
    if (*number < Decimal::fromWhole(at.field.smallest))
        return at.violation(Rule::TooSmall, QString::number(at.field.smallest));
    if (*number > Decimal::fromWhole(at.field.largest))
        return at.violation(Rule::TooLarge, QString::number(at.field.largest));
    return {};
}

std::optional<Violation> checkMoney(const Context &at)
{
    bool isWhole = false;
    const qint64 pence = at.value.toLongLong(&isWhole);
    if (!isWhole)
        return at.violation(Rule::NotAnAmount);
    if (pence < at.field.smallest)
        return at.violation(Rule::TooSmall, Pence{at.field.smallest}.text());
    if (pence > at.field.largest)
        return at.violation(Rule::TooLarge, Pence{at.field.largest}.text());
    return {};
}

/// What services set is not asked about. `earliest` and `latest` differ for a date that is known in part.
std::optional<Violation> checkRange(const Context &at, QDate earliest, QDate latest)
{
    if (at.field.kept)
        return {};
    const DayRange range = daysOf(at.field);
    const QDate farthest = yearsAfter(at.today, kFarthestYearsAhead, MonthEnd::LastDay);
    if (earliest > farthest)
        return at.violation(Rule::TooFarAhead, farthest.toString(Qt::ISODate));
    const bool isUsual = latest >= yearsAfter(at.today, -range.yearsBack, MonthEnd::LastDay)
        && (earliest <= yearsAfter(at.today, range.yearsAhead, MonthEnd::NextDay)
            // A watch that is a little ahead of this PC may be in tomorrow already.
            || (range.direction == DayDirection::Past && range.yearsAhead == 0));
    return isUsual ? std::nullopt : std::optional(at.violation(Rule::Unlikely, at.value.toString()));
}

bool refusesFuture(const Context &at) { return !at.field.kept && daysOf(at.field).direction == DayDirection::Past; }

std::optional<Violation> checkMoment(const Context &at)
{
    const QDateTime moment = fromStoredText(at.value.toString());
    if (!moment.isValid())
        return at.violation(Rule::NotAMoment);
    if (refusesFuture(at) && at.now.isValid() && at.now.secsTo(moment) > kClocksApartSeconds)
        return at.violation(Rule::InTheFuture);
    return checkRange(at, moment.date(), moment.date());
}

std::optional<Violation> checkDays(const Context &at, QDate earliest, QDate latest)
{
    const DayRange range = daysOf(at.field);
    if (!earliest.isValid())
        return at.violation(Rule::NotADate, !range.relative ? u"plain"_s : range.direction == DayDirection::Past ? u"past"_s : QString());
    if (refusesFuture(at) && earliest > at.today)
        return at.violation(Rule::InTheFuture);
    return checkRange(at, earliest, latest);
}

std::optional<Violation> checkKind(const Context &at)
{
    switch (at.field.kind) {
    case Kind::Text:
        return checkText(at);
    case Kind::Boolean:
        // SQLite would make 0 of "00": what is kept is what was given, or it is refused.
        if (at.value.typeId() == QMetaType::QString && at.value.toString() != u"0" && at.value.toString() != u"1")
            return at.violation(Rule::NotANumber);
        return checkNumber(at);
    case Kind::Integer:
        return checkNumber(at);
    case Kind::Date: {
        const QDate day = dayFromStored(at.value.toString());
        return checkDays(at, day, day);
    }
    case Kind::Instant:
        return checkMoment(at);
    case Kind::PartialDate: {
        const auto date = PartialDate::fromText(at.value.toString());
        return date ? checkDays(at, date->earliest(), date->latest()) : checkDays(at, {}, {});
    }
    case Kind::Choice:
        if (!listsOf(at.field, at.choices).knows(QString::fromLatin1(at.field.list), at.value.toString()))
            return at.violation(Rule::UnknownChoice);
        return {};
    case Kind::Reference:
        return at.value.toLongLong() > 0 ? std::nullopt : std::optional(at.violation(Rule::UnknownReference));
    case Kind::TimeOfDay:
        return timeFromStored(at.value.toString()).isValid() ? std::nullopt : std::optional(at.violation(Rule::NotATime));
    case Kind::Measure:
        return checkMeasure(at);
    case Kind::Money:
        return checkMoney(at);
    case Kind::Data:
        return {};
    case Kind::Picture:
        if (const qsizetype size = at.value.toByteArray().size(); size > kLargestPictureBytes)
            return at.violation(Rule::TooLarge, QString::number(kLargestPictureBytes));
        return {};
    }
    return {};
}

bool isNotSaid(const Row &row, const Field &field)
{
    if (!field.personal || !row.type->hasNotSaid())
        return false;
    return NotSaid::fromJson(row.text(u"not_said"_s)).reasons.contains(QString::fromLatin1(field.column));
}

} // namespace

bool isBlank(const QVariant &value)
{
    if (value.typeId() == QMetaType::QByteArray)
        return value.toByteArray().isEmpty();
    return value.isNull() || (value.typeId() == QMetaType::QString && value.toString().trimmed().isEmpty());
}

Violations reasonProblems(const QString &column, const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return {{column, Rule::ReasonNeeded, {}}};
    return saysWhy(reason) ? Violations() : Violations{{column, Rule::SaysTooLittle, {}}};
}

bool isAsked(const Row &row, const Field &field)
{
    const QString column = QString::fromLatin1(field.shownWhen.column ? field.shownWhen.column : "");
    const qsizetype asking = column.isEmpty() ? -1 : row.type->indexOf(column);
    // Only an earlier field counts, so that two fields can't wait for each other.
    if (asking < 0 || asking >= row.type->indexOf(QString::fromLatin1(field.column)))
        return true;
    const Field &earlier = row.type->fields[size_t(asking)];
    if (!isAsked(row, earlier))
        return false;
    const QVariant &answer = row.values.at(asking);
    if (!field.shownWhen.codes)
        return earlier.kind == Kind::Boolean ? answer.toLongLong() != 0 : !isBlank(answer);
    const QStringList wanted = QString::fromLatin1(field.shownWhen.codes).split(u',');
    const QStringList given = answer.toString().split(u',', Qt::SkipEmptyParts);
    return std::any_of(given.cbegin(), given.cend(), [&](const QString &code) { return wanted.contains(code); });
}

Row askedPart(Row row)
{
    const Row blank = emptyRow(*row.type);
    NotSaid reasons = NotSaid::fromJson(row.text(u"not_said"_s));
    bool tookReason = false;
    for (size_t i = 0; i < row.type->fields.size(); ++i) {
        const Field &field = row.type->fields[i];
        if (field.kept || isAsked(row, field))
            continue;
        row.values[qsizetype(i)] = blank.values.at(qsizetype(i));
        tookReason = reasons.reasons.remove(QString::fromLatin1(field.column)) > 0 || tookReason;
    }
    if (tookReason)
        row.set(u"not_said"_s, reasons.toJson());
    return row;
}

std::optional<Violation> checkField(const Row &row, const Field &field, const ChoiceSource &choices, QDate today, const QDateTime &now)
{
    if (!isAsked(row, field))
        return {};
    const QVariant value = row.value(QString::fromLatin1(field.column));
    if (isBlank(value)) {
        if (field.required && !isNotSaid(row, field))
            return Violation{QString::fromLatin1(field.column), Rule::Required, {}};
        return {};
    }
    return checkKind({field, value, choices, today, now});
}

bool isConfirmed(const Violation &violation, const Row &row, const QList<Confirmed> &confirmed)
{
    return violation.rule == Rule::Unlikely
        && confirmed.contains(Confirmed{QString::fromLatin1(row.type->table), violation.column, row.value(violation.column)});
}

Violations check(const Row &row, const ChoiceSource &choices, QDate today, const QDateTime &now)
{
    Violations violations;
    for (const Field &field : row.type->fields)
        if (const auto violation = checkField(row, field, choices, today, now))
            violations.append(*violation);
    if (row.type->together) {
        for (const Violation &violation : row.type->together(row, today)) {
            const auto known = std::find_if(
                violations.begin(), violations.end(), [&](const Violation &other) { return other.column == violation.column; });
            if (known == violations.end())
                violations.append(violation);
            else if (known->rule == Rule::Unlikely) // what is refused outweighs what is only asked
                *known = violation;
        }
    }
    return violations;
}

} // namespace keywork
