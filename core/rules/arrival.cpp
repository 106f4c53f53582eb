// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/arrival.h"

#include "core/record/validation.h"

namespace keywork {

bool isAnswered(const Field &field, const Row &row, const NotSaid &notSaid)
{
    const QString column = QString::fromLatin1(field.column);
    const auto reason = notSaid.reasons.constFind(column);
    const bool isRefused = reason != notSaid.reasons.constEnd() && *reason != NotSaidReason::NotAsked;
    return isRefused || !isBlank(row.value(column));
}

QList<OpenQuestion> stillToAsk(const Person &person, const std::function<bool(Category)> &mayRead)
{
    QList<OpenQuestion> open;
    const auto ask = [&](const Row &row, const NotSaid &notSaid, std::initializer_list<const char *> columns) {
        for (const char *column : columns) {
            const Field *field = row.type->fieldNamed(QString::fromLatin1(column));
            if (field && mayRead(row.type->categoryOf(*field)) && !isAnswered(*field, row, notSaid))
                open.append({row.type, field});
        }
    };
    ask(toRow(person), person.notSaid, {"family_name", "born_on", "allergies_known"});
    return open;
}

bool cameUnplanned(const Stay &stay) { return stay.arrivedOn && *stay.arrivedOn == stay.referredOn; }

} // namespace keywork
