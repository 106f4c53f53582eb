// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <variant>

namespace keywork {

/// A value of JSON that knows in which line it stands, for files that people write by hand.
struct LocatedJson {
    enum class Type { Null, Boolean, Number, Text, List, Object };
    struct Member;

    Type type = Type::Null;
    int line = 1; ///< of its first character, from 1
    QString text; ///< Text: what it says; Number: its digits as they stand
    bool isTrue = false;
    QList<LocatedJson> items; ///< of a list
    QList<Member> members; ///< of an object, in their order; no name stands twice

    const LocatedJson *member(const QString &name) const;
};
struct LocatedJson::Member {
    QString name;
    int line = 1;
    LocatedJson value;
};

/// Why a text is no JSON that is read here, and where.
struct JsonFault {
    enum class Kind { NotUtf8, Unfinished, Unexpected, BadText, BadNumber, TooDeep, NameTwice, SomethingBehind };
    Kind kind = Kind::Unexpected;
    int line = 1;
    QString name = {}; ///< NameTwice: which
    bool operator==(const JsonFault &) const = default;
};

/// Reads RFC 8259 JSON; `deepest` is how many lists and objects may lie in one another. Unlike QJsonDocument it refuses
/// what names a thing twice, and every value knows its line.
std::variant<LocatedJson, JsonFault> readLocatedJson(const QByteArray &utf8, int deepest);

} // namespace keywork
