// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/arrival_gaps.h"

#include "core/domain/relay_step.h"
#include "core/rules/arrival.h"

#include <algorithm>

namespace keywork {

QList<ArrivalGap> arrivalGaps(const Stay &stay, const QList<ArrivalStep> &steps, const Person &person, const QStringList &toShow,
    const std::function<bool(Category)> &mayRead)
{
    const Row ofStay = toRow(stay);
    const Row ofPerson = toRow(person);
    const auto isOpen = [&mayRead](const Row &row, const NotSaid &notSaid, const char *column) {
        const Field *field = row.type->fieldNamed(QString::fromLatin1(column));
        return field && mayRead(row.type->categoryOf(*field)) && !isAnswered(*field, row, notSaid);
    };
    const auto ofTheStay = [&](const char *column) { return isOpen(ofStay, {}, column); };
    const auto ofThem = [&](const char *column) { return isOpen(ofPerson, person.notSaid, column); };
    const QStringList shown = stay.induction.split(u',', Qt::SkipEmptyParts);
    const bool allShown = std::all_of(toShow.cbegin(), toShow.cend(), [&](const QString &code) { return shown.contains(code); });
    const bool mayReadStay = mayRead(ofStay.type->category);
    const std::pair<ArrivalGap, bool> open[] = {{ArrivalGap::Room, ofTheStay("room_id")}, {ArrivalGap::Time, ofTheStay("arrived_time")},
        {ArrivalGap::SafeContact, ofThem("may_say_lives_here")}, {ArrivalGap::Belongings, ofTheStay("belongings_seen")},
        {ArrivalGap::EscapePlan, ofTheStay("escape_plan")}, {ArrivalGap::Licence, ofTheStay("licence_signed_on")},
        {ArrivalGap::Induction, mayReadStay && !allShown}, {ArrivalGap::Steps, !isRelayDone(steps)},
        {ArrivalGap::GpPractice, ofThem("gp_practice")}};
    QList<ArrivalGap> gaps;
    for (const auto &[gap, stands] : open)
        if (stands)
            gaps.append(gap);
    return gaps;
}

} // namespace keywork
