// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"

#include <QStringList>

namespace keywork {

/// A condition of a list: `column` compared with bound values.
struct Filter {
    enum class Comparison {
        Equals,
        NotEquals,
        AtLeast,
        AtMost,
        Before, ///< below `value`, which is not included
        IsAbsent,
        IsPresent,
        NotIn, ///< none of `value`, a QVariantList
        In, ///< `value` is a QVariantList; an empty one matches nothing
        Between, ///< from `value` to `until`, both included: days, or instants in their stored form
        Contains, ///< `value` stands in the column's text, without case and accents; nothing in it is a wildcard
        BeginsWord, ///< a word of the text begins with the value, in small letters or capitals (of A to Z)
        OfPeople, ///< about one of the people whose ids `value` lists; no column
        NotOfPeople, ///< about none of them, or about nobody; no column
    };
    QString column = {}; ///< of the type, or id, or created_at
    Comparison comparison = Comparison::Equals;
    QVariant value = {};
    QVariant until = {};
};

/// The last row that is known, for the page behind it.
struct After {
    QVariant value; ///< of the order's column, of a text its orderKey; of its place when the list is ranked
    qint64 id = 0;
};

/// Which rows of a kind, in which order. Texts stand by their orderKey; what has no value stands last.
struct ListRequest {
    QList<Filter> filters = {};
    QString orderBy = {}; ///< empty: the type's own order
    bool descending = false;
    bool withWithdrawn = false;
    int limit = 0; ///< 0: all
    int offset = 0;
    /// One of these holds, beside the filters; empty: no further condition.
    QList<Filter> anyOf = {};
    /// The values of `orderBy` as they are to stand: codes by their labels, ids by their names. Empty: as they are kept.
    QVariantList ranks = {};
    /// Begins behind this row instead of at an offset: as quick on the last page as on the first.
    std::optional<After> after = {};
};

/// Codes stand without regard to case. The index of a text serves whoever looks for one of A to Z: an order that folds other
/// letters too would make an index wrong with each change of Unicode's tables, and such lists are short.
inline bool isOrderedAsText(const Field &field) { return field.kind == Kind::Text || field.kind == Kind::Choice; }
/// Where the page behind `last` begins.
After placeBehind(const RecordType &type, const ListRequest &request, const KeptRow &last);
/// Whether rows may lack what the list is ordered by.
bool orderMayBeAbsent(const RecordType &type, const ListRequest &request);
/// Ids as a filter takes them.
QVariantList idList(const QList<qint64> &ids);
/// The columns that say whom a row is about; `id` for people themselves.
QStringList columnsOfPeople(const RecordType &type);

// Statements of a kind, derived from its description; values are always bound, in the order of the fields.
QString insertSql(const RecordType &type); ///< binds created_at, created_by, then the fields
QString updateSql(const RecordType &type); ///< binds the fields, then id and the version that was read
QString selectSql(const RecordType &type); ///< id, version, created_at, created_by, withdrawn_at, then the fields
/// Empty when a filter or the order names a column that the type does not have.
QString listSql(const RecordType &type, const ListRequest &request);
QString countSql(const RecordType &type, const ListRequest &request);
/// The values that countSql and whereClause bind.
QList<QVariant> boundValues(const RecordType &type, const ListRequest &request);
/// Those that listSql binds: the ranks before, the place to go on from behind them.
QList<QVariant> boundListValues(const RecordType &type, const ListRequest &request);
/// The conditions of a request, " WHERE …" or nothing; no value when one names a column that the type does not have.
std::optional<QString> whereClause(const RecordType &type, const ListRequest &request);

/// Among which records a value may be there only once.
enum class Unique {
    No,
    Standing, ///< those not entered in error (Field::onlyOne)
    Ever, ///< all: the number that people say
};
Unique uniquenessOf(const RecordType &type, const Field &field);

/// What a column must look like in the file, one line each, to hold against the migrated schema.
QStringList expectedColumns(const RecordType &type);
/// CREATE TABLE and CREATE INDEX as they would stand in a migration: printed by the schema test, never run by the product.
QStringList expectedSchema(const RecordType &type);

} // namespace keywork
