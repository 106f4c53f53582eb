// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace keywork {

/// The row as JSON, column → value; for drafts and for records taken out whole.
QJsonObject toJson(const Row &row);
/// Unknown columns are left out, missing ones stay empty; a renamed column is found by its earlier name.
Row fromJson(const RecordType &type, const QJsonObject &object);

/// Indices of the fields that differ.
QList<qsizetype> changedFields(const Row &before, const Row &after);
/// {column: [before, after]} of the fields that differ, as the history keeps it; `before` may be empty for a new record.
QJsonObject changesBetween(const std::optional<Row> &before, const Row &after);

/// The words that Ctrl+K finds the row by, apart for each category of information, so that a role only ever finds what it
/// may read: the searched texts and the labels of searched choices.
QMap<Category, QString> searchText(const Row &row, const ChoiceSource &choices);

/// The value as a person reads it: labels for codes, units, pounds, ISO dates, yes and no left to the caller's words.
QString plainText(const Row &row, const Field &field, const ChoiceSource &choices);

/// RFC 4180 cells; a leading = + - @ tab or CR is made harmless for spreadsheet programs with an apostrophe.
QString csvCell(const QString &text);
QString csvLine(const QStringList &cells);

} // namespace keywork
