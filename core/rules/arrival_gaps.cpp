// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/arrival_gaps.h"

#include <algorithm>

namespace keywork {

QList<ArrivalGap> arrivalGaps(const Stay &stay, const QList<ArrivalStep> &steps, const Person &person, const QStringList &toShow)
{
    const QStringList shown = stay.induction.split(u',', Qt::SkipEmptyParts);
    const bool allShown = std::all_of(toShow.cbegin(), toShow.cend(), [&](const QString &code) { return shown.contains(code); });
    const bool allDone = std::all_of(steps.cbegin(), steps.cend(), [](const ArrivalStep &step) { return step.doneAt.has_value(); });
    const auto isSaid = [&person](const QString &value, const char *column) {
        return !value.trimmed().isEmpty() || person.notSaid.reasons.contains(QString::fromLatin1(column));
    };
    const std::pair<ArrivalGap, bool> open[] = {{ArrivalGap::Room, !stay.roomId}, {ArrivalGap::Time, !stay.arrivedTime},
        {ArrivalGap::SafeContact, !isSaid(person.maySayLivesHere.code, "may_say_lives_here")},
        {ArrivalGap::Belongings, stay.belongingsSeen.isEmpty()}, {ArrivalGap::EscapePlan, stay.escapePlan.trimmed().isEmpty()},
        {ArrivalGap::Licence, !stay.licenceSignedOn}, {ArrivalGap::Induction, !allShown}, {ArrivalGap::Steps, !allDone},
        {ArrivalGap::GpPractice, !isSaid(person.gpPractice, "gp_practice")}};
    QList<ArrivalGap> gaps;
    for (const auto &[gap, isOpen] : open)
        if (isOpen)
            gaps.append(gap);
    return gaps;
}

} // namespace keywork
