// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/stay.h"
#include "core/record/record_type.h"

namespace keywork::test {

/// A kind that no hostel has, with what the house's own kinds may not use yet.
struct Sample {
    ReferralInState decision = ReferralInState::New;
    QString why; ///< asked when it was declined or withdrawn
    bool hurt = false;
    QString where; ///< asked when someone was hurt
    QString treated; ///< asked when the place is known
    std::optional<QDateTime> at;
    QDateTime toldAt;
    QTime dueAt;
    std::optional<QTime> nextAt;
    std::optional<Decimal> weight;
    Decimal dose;
    std::optional<Pence> paid;
    Pence owed;
    Id<Person> whom;
    NotSaid notSaid;
    bool operator==(const Sample &) const = default;
};

inline const Described<Sample> &sampleType()
{
    static const Described<Sample> type
        = Described<Sample>({.table = "sample", .title = "Sample", .titleMany = "Samples"})
              .field(&Sample::decision, {.column = "decision", .label = "Decision", .required = true})
              .field(&Sample::why,
                  {.column = "why", .label = "Why", .shownWhen = {"decision", "not_offered,withdrawn"}, .required = true, .personal = true})
              .field(&Sample::hurt, {.column = "hurt", .label = "Somebody was hurt"})
              .field(&Sample::where,
                  {.column = "where_hurt", .label = "Where", .heading = "Harm", .shownWhen = {.column = "hurt"}, .required = true})
              .field(&Sample::treated, {.column = "treated", .label = "Treated by", .shownWhen = {.column = "where_hurt"}})
              .field(&Sample::at, {.column = "happened_at", .label = "When", .heading = "When", .required = true, .days = kHappened})
              .field(&Sample::toldAt, {.column = "told_at", .label = "Told at"})
              .field(&Sample::dueAt, {.column = "due_at", .label = "Due at"})
              .field(&Sample::nextAt, {.column = "next_at", .label = "Next at"})
              .field(&Sample::weight,
                  {.column = "weight", .label = "Weight", .unit = "kg", .required = true, .listed = true, .smallest = 20, .largest = 300})
              .field(&Sample::dose, {.column = "dose", .label = "Dose", .unit = "ml", .listed = true})
              .field(&Sample::paid, {.column = "paid", .label = "Paid", .listed = true, .smallest = 100, .largest = 50'000})
              .field(&Sample::owed, {.column = "owed", .label = "Owed", .listed = true})
              .field(&Sample::whom, {.column = "whom", .label = "Whom", .refers = "person"})
              .field(&Sample::notSaid, {.column = "not_said", .label = "Not said", .kept = true});
    return type;
}

/// One that can be kept.
inline Sample aSample()
{
    Sample sample;
    sample.at = QDateTime(QDate(2026, 9, 14), QTime(8, 30), Qt::UTC);
    sample.weight = Decimal::fromText(QStringLiteral("62.5"));
    return sample;
}

} // namespace keywork::test
