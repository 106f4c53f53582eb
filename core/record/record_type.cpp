// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/record_type.h"

using namespace Qt::StringLiterals;

namespace keywork {

qsizetype RecordType::indexOf(const QString &column) const
{
    for (size_t i = 0; i < fields.size(); ++i)
        if (column == QLatin1String(fields[i].column))
            return qsizetype(i);
    return -1;
}

const Field *RecordType::fieldNamed(const QString &column) const
{
    const qsizetype index = indexOf(column);
    return index < 0 ? nullptr : &fields[size_t(index)];
}

const Field *RecordType::tiedBy(Tie tie) const
{
    for (const Field &field : fields)
        if (field.refers && field.tie == tie && tie != Tie::Mention)
            return &field;
    return nullptr;
}

bool RecordType::isAboutPerson() const { return tiedBy(Tie::Owner) || tiedBy(Tie::Subject) || tiedBy(Tie::Involved); }

bool RecordType::shares(const Field &field) const
{
    // A reference leaves by the name of what it refers to, and only an agency's or a substance's does: people and the team stay here.
    const QLatin1String referred(field.refers ? field.refers : "");
    const bool isNamed = referred == "agency"_L1 || referred == "substance"_L1;
    if (field.kept || field.keptInHouse || (field.kind == Kind::Reference && !isNamed) || field.kind == Kind::Data
        || field.kind == Kind::Picture)
        return false;
    return sharedAs == SharedAs::Fields || (sharedAs == SharedAs::Listed && field.listed);
}

QString alreadyUsed(const RecordType &type, const Field &field, const QString &value)
{
    return QLatin1String(type.table) + u'.' + QLatin1String(field.column) + u' ' + value;
}

QVariant Row::value(const QString &column) const
{
    const qsizetype index = type ? type->indexOf(column) : -1;
    return index < 0 ? QVariant() : values.value(index);
}

void Row::set(const QString &column, const QVariant &value)
{
    const qsizetype index = type ? type->indexOf(column) : -1;
    Q_ASSERT(index >= 0);
    if (index >= 0)
        values[index] = value;
}

Row emptyRow(const RecordType &type)
{
    Row row{&type, {}};
    for (const Field &field : type.fields) {
        if (field.nullable)
            row.values.append(QVariant());
        else if (field.kind == Kind::Integer || field.kind == Kind::Boolean || field.kind == Kind::Money)
            row.values.append(qint64(0));
        else if (field.kind == Kind::Measure)
            row.values.append(Codec<Decimal>::encode({}));
        else if (field.kind == Kind::Picture)
            row.values.append(QByteArray(""));
        else
            row.values.append(emptyText());
    }
    return row;
}

} // namespace keywork
