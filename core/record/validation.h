// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"

namespace keywork {

/// Everything that keeps the row from being saved, in the order of the fields; empty when it can be saved.
/// `choices` knows the lists, `today` is the house's day, `now` the present moment; none: no moment is too late.
Violations check(const Row &row, const ChoiceSource &choices, QDate today, const QDateTime &now = {});

/// The check of a single field, for a form that speaks when the field is left.
std::optional<Violation> checkField(
    const Row &row, const Field &field, const ChoiceSource &choices, QDate today, const QDateTime &now = {});

/// An unlikely value that whoever typed it was asked about and confirmed.
struct Confirmed {
    QString table;
    QString column;
    QVariant value;
    bool operator==(const Confirmed &) const = default;
};
/// Whether the violation is Unlikely, and about a value that was confirmed.
bool isConfirmed(const Violation &violation, const Row &row, const QList<Confirmed> &confirmed);

/// Whether the other answers let the field be asked (Field::shownWhen): only then it is required, checked and kept.
bool isAsked(const Row &row, const Field &field);
/// The row as it is kept: blank where nothing was asked.
Row askedPart(Row row);

/// True when the value counts as no answer.
bool isBlank(const QVariant &value);

/// What is wrong with a reason that somebody reads later, as violations of that column: ReasonNeeded for none, SaysTooLittle
/// for one that says nothing (saysWhy in core/base/text).
Violations reasonProblems(const QString &column, const QString &reason);

} // namespace keywork
