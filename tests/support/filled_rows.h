// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text.h"
#include "core/domain/kinds.h"
#include "core/record/validation.h"
#include "core/services/records/records.h"
#include "tests/support/catch.h"

namespace keywork::test {

inline bool isTyped(const Field &field) { return field.kind == Kind::Text && !field.list && !field.kept; }

inline qint64 anyRecordOf(const Records &records, const char *table)
{
    const auto rows = records.list(*kindOf(QString::fromLatin1(table)), {.orderBy = QStringLiteral("id"), .limit = 1});
    return rows && !rows->isEmpty() ? rows->first().id : 0;
}

inline QVariant firstCode(const Records &records, const Field &field)
{
    const QList<ChoiceOption> options = records.choices().options(QString::fromLatin1(field.list));
    return options.isEmpty() ? QString() : options.first().code;
}

/// A field's value where nobody typed a text: what is required, as simply as it can be.
inline QVariant plainValue(const Records &records, const Field &field)
{
    switch (field.kind) {
    case Kind::Choice:
        return field.required ? firstCode(records, field) : QVariant(emptyText());
    case Kind::PartialDate:
    case Kind::Date:
        return field.nullable && !field.required ? QVariant() : QVariant(records.today().toString(Qt::ISODate));
    case Kind::Reference:
        if (const qint64 one = anyRecordOf(records, field.refers); one > 0 && (field.required || QLatin1String(field.refers) == "person"))
            return one;
        return {};
    case Kind::Instant:
        return field.nullable && !field.required ? QVariant() : QVariant(toStoredText(records.clock().now()));
    case Kind::TimeOfDay:
        return field.nullable && !field.required ? QVariant() : QVariant(QStringLiteral("12:00"));
    case Kind::Integer:
    case Kind::Money:
        return field.nullable && !field.required ? QVariant() : QVariant(std::max<qint64>(field.smallest, 1));
    case Kind::Measure:
        return field.nullable && !field.required ? QVariant() : QVariant(QString::number(std::max<qint64>(field.smallest, 1)));
    case Kind::Boolean:
        return qint64(0);
    default:
        return field.nullable ? QVariant() : QVariant(emptyText());
    }
}

/// The text as a reason, said so that it counts as one.
inline QString asReason(const QString &text, int limit)
{
    static const QString why = QStringLiteral(" is why");
    return saysWhy(text.left(limit)) ? text.left(limit) : text.left(limit - why.size()) + why + (saysWhy(text + why) ? QString() : why);
}

/// `row` with `text` in every field that takes any words, cut to what the field holds, and what else is required.
inline Row filledRow(const Records &records, Row row, const QString &text)
{
    for (size_t i = 0; i < row.type->fields.size(); ++i) {
        const Field &field = row.type->fields[i];
        const bool takesWords = isTyped(field) && field.rule == Rule::None && QLatin1String(field.column) != "time_zone";
        QVariant &value = row.values[qsizetype(i)];
        if (takesWords)
            value = field.saysWhy ? asReason(text, lengthLimit(field)) : text.left(lengthLimit(field));
        else if (field.kind == Kind::Text && field.list && field.required && !field.kept)
            value = firstCode(records, field); // several may be chosen
        else if (field.kind != Kind::Picture && field.kind != Kind::Data && field.kind != Kind::Text
            && (!field.kept || field.kind == Kind::Reference))
            value = plainValue(records, field);
    }
    return askedPart(row); // what is not asked is kept blank
}
/// A row that can be kept, made from the description alone.
inline Row filledRow(const Records &records, const RecordType &type, const QString &text)
{
    return filledRow(records, emptyRow(type), text);
}
template <class T> T filled(const Records &records, const QString &text)
{
    const auto record = recordType<T>().fromRow(filledRow(records, toRow(T{}), text));
    REQUIRE(record.has_value());
    return *record;
}
/// The text as long as the column takes it.
template <class T> QString cutTo(const char *column, const QString &text)
{
    return text.left(lengthLimit(*recordType<T>().fieldNamed(QString::fromLatin1(column))));
}

} // namespace keywork::test
