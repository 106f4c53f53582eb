// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/decimal.h"
#include "core/base/id.h"
#include "core/base/partial_date.h"
#include "core/base/pence.h"
#include "core/base/text.h"
#include "core/record/choice_list.h"
#include "core/record/field.h"
#include "core/record/not_said.h"

#include <QDate>
#include <QDateTime>
#include <QVariant>
#include <optional>

namespace keywork {

/// How a member's type is kept: its kind, and its value as it is bound to SQL, written to history and shown in a form.
/// decode is empty for a value that the type can't hold. Only these encoded values ever reach a statement:
/// Qt binds an unknown type as '' without saying so.
template <class M> struct Codec;

template <> struct Codec<QString> {
    static constexpr Kind kind = Kind::Text;
    static constexpr bool nullable = false;
    // A null QString would bind as NULL.
    static QVariant encode(const QString &value) { return value.isNull() ? QVariant(emptyText()) : QVariant(value); }
    static std::optional<QString> decode(const QVariant &value) { return value.toString(); }
};

template <> struct Codec<qint64> {
    static constexpr Kind kind = Kind::Integer;
    static constexpr bool nullable = false;
    static QVariant encode(qint64 value) { return value; }
    static std::optional<qint64> decode(const QVariant &value)
    {
        bool fits = false;
        const qint64 number = value.toLongLong(&fits);
        return fits ? std::optional(number) : std::nullopt;
    }
};

template <> struct Codec<bool> {
    static constexpr Kind kind = Kind::Boolean;
    static constexpr bool nullable = false;
    static QVariant encode(bool value) { return qint64(value ? 1 : 0); }
    static std::optional<bool> decode(const QVariant &value) { return value.toLongLong() != 0; }
};

template <> struct Codec<QDate> {
    static constexpr Kind kind = Kind::Date;
    static constexpr bool nullable = false;
    static QVariant encode(QDate value) { return value.isValid() ? value.toString(Qt::ISODate) : emptyText(); }
    static std::optional<QDate> decode(const QVariant &value)
    {
        const QDate day = dayFromStored(value.toString());
        return day.isValid() || value.toString().isEmpty() ? std::optional(day) : std::nullopt;
    }
};

template <> struct Codec<QDateTime> {
    static constexpr Kind kind = Kind::Instant;
    static constexpr bool nullable = false;
    static QVariant encode(const QDateTime &value) { return value.isValid() ? toStoredText(value) : emptyText(); }
    static std::optional<QDateTime> decode(const QVariant &value)
    {
        const QDateTime instant = fromStoredText(value.toString());
        return instant.isValid() || value.toString().isEmpty() ? std::optional(instant) : std::nullopt;
    }
};

template <> struct Codec<QTime> {
    static constexpr Kind kind = Kind::TimeOfDay;
    static constexpr bool nullable = false;
    static QVariant encode(QTime value) { return value.isValid() ? toStoredText(value) : emptyText(); }
    static std::optional<QTime> decode(const QVariant &value)
    {
        const QTime time = timeFromStored(value.toString());
        return time.isValid() || value.toString().isEmpty() ? std::optional(time) : std::nullopt;
    }
};

template <> struct Codec<Decimal> {
    static constexpr Kind kind = Kind::Measure;
    static constexpr bool nullable = false;
    static QVariant encode(const Decimal &value) { return value.text(); }
    // Empty stands for an answer that is not there yet.
    static std::optional<Decimal> decode(const QVariant &value)
    {
        return value.toString().isEmpty() ? std::optional(Decimal()) : Decimal::fromStored(value.toString());
    }
};

template <> struct Codec<Pence> {
    static constexpr Kind kind = Kind::Money;
    static constexpr bool nullable = false;
    static QVariant encode(Pence value) { return value.value; }
    static std::optional<Pence> decode(const QVariant &value)
    {
        const std::optional<qint64> pence = Codec<qint64>::decode(value);
        return pence ? std::optional(Pence{*pence}) : std::nullopt;
    }
};

template <> struct Codec<PartialDate> {
    static constexpr Kind kind = Kind::PartialDate;
    static constexpr bool nullable = false;
    static QVariant encode(const PartialDate &value) { return value.text(); }
    static std::optional<PartialDate> decode(const QVariant &value) { return PartialDate::fromText(value.toString()); }
};

template <> struct Codec<QByteArray> {
    static constexpr Kind kind = Kind::Picture;
    static constexpr bool nullable = false;
    // A null QByteArray would bind as NULL.
    static QVariant encode(const QByteArray &value) { return value.isNull() ? QByteArray("") : value; }
    static std::optional<QByteArray> decode(const QVariant &value) { return value.toByteArray(); }
};

template <> struct Codec<Choice> {
    static constexpr Kind kind = Kind::Choice;
    static constexpr bool nullable = false;
    static QVariant encode(const Choice &value) { return Codec<QString>::encode(value.code); }
    static std::optional<Choice> decode(const QVariant &value) { return Choice{value.toString()}; }
};

template <> struct Codec<NotSaid> {
    static constexpr Kind kind = Kind::Data;
    static constexpr bool nullable = false;
    static QVariant encode(const NotSaid &value) { return value.toJson(); }
    static std::optional<NotSaid> decode(const QVariant &value) { return NotSaid::fromJson(value.toString()); }
};

template <Coded E> struct Codec<E> {
    static constexpr Kind kind = Kind::Choice;
    static FixedList fixed() { return fixedList<E>(); }
    static constexpr bool nullable = false;
    static QVariant encode(E value) { return QString::fromLatin1(codeOf(value)); }
    static std::optional<E> decode(const QVariant &value) { return fromCode<E>(value.toString()); }
};

/// References may be absent: 0 is kept as NULL, so that the foreign key holds.
template <class T> struct Codec<Id<T>> {
    static constexpr Kind kind = Kind::Reference;
    static constexpr bool nullable = true;
    static QVariant encode(Id<T> value) { return value ? QVariant(value.value) : QVariant(); }
    static std::optional<Id<T>> decode(const QVariant &value) { return Id<T>{value.toLongLong()}; }
};

template <class M> struct Codec<std::optional<M>> {
    static constexpr Kind kind = Codec<M>::kind;
    static FixedList fixed() requires Coded<M> { return Codec<M>::fixed(); }
    static constexpr bool nullable = true;
    static QVariant encode(const std::optional<M> &value) { return value ? Codec<M>::encode(*value) : QVariant(); }
    static std::optional<std::optional<M>> decode(const QVariant &value)
    {
        if (value.isNull() || (value.typeId() == QMetaType::QString && value.toString().isEmpty()))
            return std::optional<M>();
        const std::optional<M> decoded = Codec<M>::decode(value);
        if (!decoded)
            return std::nullopt; // not std::optional(decoded): that would be an absent value instead of a wrong one
        return std::optional<std::optional<M>>(std::in_place, *decoded);
    }
};

} // namespace keywork
