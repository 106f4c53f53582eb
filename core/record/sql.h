// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"

#include <QStringList>

namespace keywork {

/// A condition of a list: `column` compared with a bound value.
struct Filter {
    enum class Comparison {
        Equals,
        NotEquals,
        AtLeast,
        AtMost,
        IsAbsent,
        IsPresent,
        BeginsWord, ///< a word of the text begins with the value, in small letters or capitals (of A to Z)
    };
    QString column; ///< of the type, or id
    Comparison comparison = Comparison::Equals;
    QVariant value = {};
};

/// Which rows of a kind, in which order.
struct ListRequest {
    QList<Filter> filters = {};
    QString orderBy = {}; ///< empty: the type's own order
    bool descending = false;
    bool withWithdrawn = false;
    int limit = 0; ///< 0: all
    int offset = 0;
};

// Statements of a kind, derived from its description; values are always bound, in the order of the fields.
QString insertSql(const RecordType &type); ///< binds created_at, created_by, then the fields
QString updateSql(const RecordType &type); ///< binds the fields, then id and the version that was read
QString selectSql(const RecordType &type); ///< id, version, created_at, created_by, withdrawn_at, then the fields
/// Empty when a filter or the order names a column that the type does not have.
QString listSql(const RecordType &type, const ListRequest &request);
QString countSql(const RecordType &type, const ListRequest &request);
/// The values that listSql and countSql bind.
QList<QVariant> boundValues(const ListRequest &request);

/// What a column must look like in the file, one line each, to hold against the migrated schema.
QStringList expectedColumns(const RecordType &type);
/// CREATE TABLE and CREATE INDEX as they would stand in a migration: printed by the schema test, never run by the product.
QStringList expectedSchema(const RecordType &type);

} // namespace keywork
