// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/visibility.h"

#include "core/record/not_said.h"
#include "core/record/validation.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

bool mayRead(const RecordType &type, const Field &field, const Session &session) { return session.may(Act::Read, type.categoryOf(field)); }

/// The reasons for fields that pass `wanted`.
NotSaid reasonsFor(const Row &row, const std::function<bool(const Field &)> &wanted)
{
    NotSaid kept;
    const NotSaid all = NotSaid::fromJson(row.text(u"not_said"_s));
    for (auto it = all.reasons.constBegin(); it != all.reasons.constEnd(); ++it)
        if (const Field *field = row.type->fieldNamed(it.key()); field && wanted(*field))
            kept.reasons.insert(it.key(), it.value());
    return kept;
}

} // namespace

Row readablePart(Row row, const Session &session)
{
    const RecordType &type = *row.type;
    if (type.hasNotSaid())
        row.set(u"not_said"_s, reasonsFor(row, [&](const Field &field) { return mayRead(type, field, session); }).toJson());
    const Row blank = emptyRow(type);
    for (size_t i = 0; i < type.fields.size(); ++i)
        if (type.fields[i].category && !mayRead(type, type.fields[i], session))
            row.values[qsizetype(i)] = blank.values.at(qsizetype(i));
    return row;
}

Result<Row> keptPart(const Row &before, Row wanted, const Session &session, Act act)
{
    const RecordType &type = *wanted.type;
    if (type.hasNotSaid()) {
        NotSaid reasons = reasonsFor(wanted, [&](const Field &field) { return mayRead(type, field, session); });
        reasons.reasons.insert(reasonsFor(before, [&](const Field &field) { return !mayRead(type, field, session); }).reasons);
        wanted.set(u"not_said"_s, reasons.toJson());
    }
    for (size_t i = 0; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        if (!field.category)
            continue; // the kind's own category, asked before
        const qsizetype at = qsizetype(i);
        if (!mayRead(type, field, session))
            wanted.values[at] = before.values.at(at);
        else if (wanted.values.at(at) != before.values.at(at) && !session.may(act, *field.category))
            return Error{session.refusal(), QString::fromLatin1(field.column), {}};
    }
    return askedPart(wanted); // last: an answer that may not be seen here still decides what is asked
}

QJsonObject readableChanges(const RecordType &type, const QJsonObject &changes, const Session &session)
{
    QJsonObject readable;
    for (auto it = changes.constBegin(); it != changes.constEnd(); ++it) {
        const Field *field = type.fieldNamed(it.key());
        const Category category = field ? type.categoryOf(*field) : type.category;
        const bool tellsAll = it.key() == u"not_said"; // names fields of every category
        const bool allowed = session.may(Act::Read, category) || session.may(Act::ReadHistory, category);
        if (allowed && (!tellsAll || session.may(Act::Read, Category::Health) || session.may(Act::ReadHistory, Category::Health)))
            readable.insert(it.key(), it.value());
    }
    return readable;
}

} // namespace keywork
