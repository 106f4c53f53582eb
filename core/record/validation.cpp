// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/validation.h"

#include "core/base/text.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kLargestPictureBytes = 500'000; // screens shrink a photo to about 40 kB
constexpr int kLongestLifeYears = 130; // house rule: an older date is a slip of the keyboard

struct Context {
    const Field &field;
    const QVariant &value;
    const ChoiceSource &choices;
    QDate today;

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
            if (!at.choices.knows(QString::fromLatin1(at.field.list), code))
                return at.violation(Rule::UnknownChoice);
    if (at.field.rule == Rule::NotAnNhsNumber && !isNhsNumber(text))
        return at.violation(at.field.rule);
    if (at.field.rule == Rule::NotANationalInsuranceNumber && !isNationalInsuranceNumber(text))
        return at.violation(at.field.rule);
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

std::optional<Violation> checkDay(const Context &at, QDate day)
{
    if (!day.isValid())
        return at.violation(Rule::NotADate);
    if (at.field.rule == Rule::InTheFuture && day > at.today)
        return at.violation(Rule::InTheFuture);
    if (day < at.today.addYears(-kLongestLifeYears))
        return at.violation(Rule::TooLongAgo);
    return {};
}

/// Whether it lies ahead is asked where the clock is known: see momentsAhead.
std::optional<Violation> checkMoment(const Context &at, const QDateTime &moment)
{
    if (!moment.isValid())
        return at.violation(Rule::NotADate);
    return moment.date() < at.today.addYears(-kLongestLifeYears) ? std::optional(at.violation(Rule::TooLongAgo)) : std::nullopt;
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
    case Kind::Date:
        return checkDay(at, dayFromStored(at.value.toString()));
    case Kind::Instant:
        return checkMoment(at, fromStoredText(at.value.toString()));
    case Kind::PartialDate: {
        const auto date = PartialDate::fromText(at.value.toString());
        return date ? checkDay(at, date->earliest()) : std::optional(at.violation(Rule::NotADate));
    }
    case Kind::Choice:
        if (!at.choices.knows(QString::fromLatin1(at.field.list), at.value.toString()))
            return at.violation(Rule::UnknownChoice);
        return {};
    case Kind::Reference:
        return at.value.toLongLong() > 0 ? std::nullopt : std::optional(at.violation(Rule::UnknownReference));
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

std::optional<Violation> checkField(const Row &row, const Field &field, const ChoiceSource &choices, QDate today)
{
    const QVariant value = row.value(QString::fromLatin1(field.column));
    if (isBlank(value)) {
        if (field.required && !isNotSaid(row, field))
            return Violation{QString::fromLatin1(field.column), Rule::Required, {}};
        return {};
    }
    return checkKind({field, value, choices, today});
}

Violations momentsAhead(const Row &row, const QDateTime &now)
{
    constexpr qint64 kClocksDiffer = 5 * 60; // seconds
    Violations ahead;
    for (const Field &field : row.type->fields) {
        const bool asked = field.kind == Kind::Instant && field.rule == Rule::InTheFuture;
        const QDateTime moment = asked ? fromStoredText(row.text(QString::fromLatin1(field.column))) : QDateTime();
        if (moment.isValid() && now.secsTo(moment) > kClocksDiffer)
            ahead.append({QString::fromLatin1(field.column), Rule::InTheFuture, {}});
    }
    return ahead;
}

Violations check(const Row &row, const ChoiceSource &choices, QDate today)
{
    Violations violations;
    for (const Field &field : row.type->fields)
        if (const auto violation = checkField(row, field, choices, today))
            violations.append(*violation);
    if (row.type->together) {
        for (const Violation &violation : row.type->together(row, today)) {
            const bool known = std::any_of(
                violations.cbegin(), violations.cend(), [&](const Violation &other) { return other.column == violation.column; });
            if (!known)
                violations.append(violation);
        }
    }
    return violations;
}

} // namespace keywork
